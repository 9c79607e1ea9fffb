/** Where the text refers to a person, how each is written there, and what was agreed to for this one statement. */
import { sectionTitle } from '../../../shared/document/text.ts';
import text from '../../style/text.module.css';
import { wordedText } from '../model/marks.ts';
import { type Reference, referencesTo } from '../model/people.ts';
import { goToReference } from '../model/references.ts';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { consents } from '../strings.ts';
import styles from './people-panel.module.css';
import side from './side.module.css';
import { people as words } from './strings.ts';

export function Statements({ person }: { readonly person: string }) {
  const draft = useDraft();
  const facts = useStore(draft.facts);
  const found = referencesTo(draft.body, person);
  const open = async (reference: Reference): Promise<void> => {
    if (await goToReference(draft, reference)) draft.pick('consent');
  };
  const placeOf = ({ block, section }: Reference): string =>
    [section === null ? '' : sectionTitle(section), facts.labels.get(block.id)?.ref ?? ''].filter((part) => part !== '').join(' ');
  return (
    <div className={styles.statements}>
      <h3 className={styles.statementsTitle}>{words.statements(found.length)}</h3>
      {found.length === 0 ? null : (
        <ul>
          {found.map((reference) => (
            <li key={`${reference.block.id} ${reference.nth}`}>
              <button type="button" className={styles.statement} onClick={() => void open(reference)}>
                <span className={side.sub}>
                  {placeOf(reference)}
                  {reference.consent === null ? null : <b className={styles.agreedHere}> {consents.choice[reference.consent]}</b>}
                </span>
                <span className={text.doc}>{wordedText(reference.block, facts)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
