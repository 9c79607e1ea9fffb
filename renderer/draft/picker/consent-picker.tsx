/** What the speaker agreed to for the statement at the caret, with the words that each choice gives. */
import { wordMentions } from '../../../shared/people/wording.ts';
import { useSay } from '../../ui/status-line.tsx';
import { setConsent, statementAt, statementConsents } from '../editor/consent-commands.ts';
import { ruleAround } from '../editor/nodes.ts';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { consents, picker } from '../strings.ts';
import { type Option, Picker } from './picker.tsx';

export function ConsentPicker() {
  const draft = useDraft();
  const say = useSay();
  const { people, k, language, ...parts } = useStore(draft.parts);
  const statement = statementAt(draft.editor);
  const rule = ruleAround(draft.editor, statement?.path ?? null, parts.rule);
  const options: Option[] =
    statement === null
      ? []
      : [null, ...statementConsents].map((consent) => {
          const label = consents.choice[consent ?? 'rule'];
          const mention = { person: statement.person, rule, consent, sentenceStart: false, form: 'inline' as const, scope: '', block: '' };
          const [worded] = wordMentions([mention], people, { k, language });
          return {
            id: consent ?? 'rule',
            label,
            text: label,
            // A name that the page does not show stays off the screen.
            aside: consent === 'named' && statement.consent !== 'named' ? undefined : worded?.text,
            hint: statement.consent === consent ? '✓' : undefined,
            run: () => {
              if (setConsent(draft.editor, consent)) say({ text: consents.set[consent ?? 'rule'], undo: () => draft.editor.undo() });
            },
          };
        });
  return <Picker title={picker.consent} hint={picker.consentHint} options={options} empty={picker.noStatement} />;
}
