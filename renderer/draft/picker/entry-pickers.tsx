import { entryKinds, supportIds } from '../../../shared/entry/entry.ts';
import { entryKindWords, supportWords } from '../../strings/entry.ts';
import { statementAt } from '../editor/consent-commands.ts';
import { countVoice, effectiveEntry, patchEntry, setPortion, setWithheld } from '../editor/entry-commands.ts';
import { currentBlock, isTitle } from '../editor/nodes.ts';
import { setOpposite } from '../editor/opposite-commands.ts';
import { useDraft } from '../model/session.ts';
import { useStorePart } from '../model/store.ts';
import { consents, opposites, picker, tools } from '../strings.ts';
import { type Option, Picker } from './picker.tsx';

export function EntryPicker() {
  const draft = useDraft();
  const { editor } = draft;
  const found = currentBlock(editor);
  const entry = found ? effectiveEntry(editor, found[0], found[1]) : null;
  const mark = (on: boolean): string | undefined => (on ? '✓' : undefined);
  const options: Option[] = [
    ...entryKinds.map((kind, index) => ({
      id: kind,
      label: entryKindWords[kind],
      text: entryKindWords[kind],
      key: String(index + 1),
      hint: String(index + 1),
      aside: entry?.kind === kind ? (entry.byDefault ? picker.byDefault : mark(true)) : undefined,
      run: () => patchEntry(editor, { kind }),
    })),
    {
      id: 'none',
      label: picker.noEntry,
      text: picker.noEntry,
      key: '0',
      hint: '0',
      aside: mark(entry?.kind === null),
      run: () => {
        // What is no entry has no opposite; both go in one step of undo.
        setOpposite(editor, null);
        patchEntry(editor, { kind: null });
      },
    },
    {
      id: 'for',
      label: picker.oneFor,
      text: picker.oneFor,
      key: '+',
      hint: '+',
      aside: entry?.tally ? String(entry.tally.for) : undefined,
      run: () => countVoice(editor, 'for'),
    },
    {
      id: 'against',
      label: picker.oneAgainst,
      text: picker.oneAgainst,
      key: '-',
      hint: '−',
      aside: entry?.tally ? String(entry.tally.against) : undefined,
      run: () => countVoice(editor, 'against'),
    },
    { id: 'back', label: picker.takeBack, text: picker.takeBack, run: () => countVoice(editor, 'for', -1) },
    {
      id: 'support-none',
      label: picker.noSupport,
      text: picker.noSupport,
      aside: mark(!entry?.support),
      run: () => patchEntry(editor, { support: undefined }),
    },
    ...supportIds.map((support) => ({
      id: `support-${support}`,
      label: picker.support(supportWords[support]),
      text: picker.support(supportWords[support]),
      aside: mark(entry?.support === support),
      run: () => patchEntry(editor, { support }),
    })),
    {
      id: 'contested',
      label: picker.contested,
      text: picker.contested,
      aside: mark(entry?.contested === true),
      run: () => patchEntry(editor, { contested: entry?.contested ? undefined : true }),
    },
    ...(statementAt(editor) === null
      ? []
      : [{ id: 'consent', label: consents.options, text: consents.options, hint: 'Ctrl Alt C', run: () => draft.pick('consent') }]),
    {
      id: 'opposite',
      label: opposites.options,
      text: opposites.options,
      hint: 'Ctrl Alt O',
      aside: mark(found !== null && draft.facts.get().opposites.of.has(found[0].id)),
      run: () => draft.pick('opposite'),
    },
    { id: 'details', label: picker.details, text: picker.details, run: () => draft.ask({ kind: 'entry' }) },
    {
      id: 'withheld',
      label: picker.withheld,
      text: picker.withheld,
      aside: mark(found?.[0].withheld === true),
      run: () => setWithheld(editor, found?.[0].withheld !== true),
    },
  ];
  return <Picker title={picker.entry} hint={picker.entryHint} options={found && !isTitle(found[0]) ? options : []} empty={tools.nothingHere} />;
}

export function PortionPicker() {
  const draft = useDraft();
  const marking = useStorePart(draft.parts, (parts) => parts.marking);
  const levels = draft.schemes.find((scheme) => scheme.id === marking.scheme)?.levels ?? [];
  const options: Option[] = [
    ...levels.map((level) => ({ id: level.id, label: level.label, text: level.label, hint: level.portion, run: () => setPortion(draft.editor, level.id) })),
    { id: '', label: picker.noMark, text: picker.noMark, run: () => setPortion(draft.editor, null) },
  ];
  return <Picker title={picker.portion} hint={picker.portionHint} options={options} />;
}
