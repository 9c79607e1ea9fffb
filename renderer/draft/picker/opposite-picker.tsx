/** The opposite position of the entry at the caret: the way there, or another one chosen from the draft's entries. */
import { sectionTitle } from '../../../shared/document/text.ts';
import { entryKindWords } from '../../strings/entry.ts';
import { useSay } from '../../ui/status-line.tsx';
import { effectiveEntry } from '../editor/entry-commands.ts';
import { currentBlock, findById, isSection } from '../editor/nodes.ts';
import { type Candidate, oppositeCandidates, setOpposite } from '../editor/opposite-commands.ts';
import { wordedText } from '../model/marks.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { tools, opposites as words } from '../strings.ts';
import styles from './picker.module.css';
import { type Option, Picker } from './picker.tsx';

export function OppositePicker() {
  const draft = useDraft();
  const say = useSay();
  const facts = useStore(draft.facts);
  const { opposites } = facts;
  const found = currentBlock(draft.editor);
  if (found === null) return <Picker title={words.title} hint={words.hint} options={[]} empty={tools.nothingHere} />;
  const [here, path] = found;
  const isEntry = effectiveEntry(draft.editor, here, path).kind !== null;
  const undo = (): void => draft.editor.undo();
  const paired = opposites.of.get(here.id) ?? [];
  const candidates = isEntry ? oppositeCandidates(draft.editor).filter(({ block }) => !paired.includes(block.id)) : [];
  const options: Option[] = [
    ...paired.map((id) => ({
      id: `go ${id}`,
      label: <Words head={words.go} text={wordsOf(draft, id)} />,
      text: words.go,
      run: () => draft.goTo(id, { centre: true }),
    })),
    ...(paired.length === 0 && !opposites.lost.has(here.id)
      ? []
      : [{ id: 'off', label: words.off, text: words.off, run: () => setOpposite(draft.editor, null) && say({ text: words.taken, undo }) }]),
    ...candidates.map((candidate) => ({
      id: candidate.block.id,
      label: <Words head={placeOf(draft, candidate)} text={wordedText(candidate.block, facts)} />,
      text: `${facts.labels.get(candidate.block.id)?.ref ?? ''} ${wordedText(candidate.block, facts)} ${placeOf(draft, candidate)}`.trim(),
      aside: opposites.of.has(candidate.block.id) ? words.elsewhere : undefined,
      run: () => void say(setOpposite(draft.editor, candidate.block.id) ? { text: words.set, undo } : tools.nothingHere),
    })),
  ];
  return (
    <Picker title={words.title} hint={words.hint} options={options} empty={isEntry ? (candidates.length === 0 ? words.none : undefined) : words.noEntry} wide />
  );
}

function Words({ head, text }: { readonly head: string; readonly text: string }) {
  return (
    <>
      <span className={styles.entryHead}>{head}</span>
      <span className={styles.entryWords}>{text}</span>
    </>
  );
}

/** The words of a block, for a line of the list. */
function wordsOf(draft: DraftSession, id: string): string {
  const found = findById(draft.editor, id);
  return found === null ? '' : wordedText(found[0], draft.facts.get());
}

/** "12, proposal, Who reads the signs": the part of the report only where it is another one. */
function placeOf(draft: DraftSession, { block, kind, sections }: Candidate): string {
  const [outer = ''] = sections;
  const found = outer === draft.caret.get().sheet ? null : findById(draft.editor, outer);
  const part = found && isSection(found[0]) ? sectionTitle(found[0]) : '';
  const number = draft.facts.get().labels.get(block.id)?.ref ?? '';
  return [number, entryKindWords[kind], part].filter((piece) => piece !== '').join(', ');
}
