/** Footnotes that stand between paragraphs: taken out of the flow, kept with their marks. */
import { bare } from '../recognise/words.ts';
import { type Block, joined } from '../text/blocks.ts';
import { placeOf, type TakenNote, type Warning, warning } from './repair.ts';

/** A note is a block that begins with a raised number, or with a plain one that a mark in the text waits for and that is set smaller. */
export function takeNotes(blocks: readonly Block[]): { blocks: Block[]; notes: TakenNote[]; warnings: Warning[] } {
  const waited = new Set(blocks.flatMap(({ notes }) => notes.map(({ mark }) => mark)));
  const body = bodySize(blocks);
  const out: Block[] = [];
  const taken: Block[] = [];
  let last: Block | null = null;
  for (const block of blocks) {
    const note = asNote(block, waited, body);
    if (note !== null) {
      taken.push(note);
      last = block;
    } else if (last !== null && taken.length > 0 && continuesNote(block, last, body)) {
      taken[taken.length - 1] = joined(taken[taken.length - 1] as Block, block);
    } else {
      last = null;
      out.push(block);
    }
  }
  const warnings = taken.map((note) =>
    warning('footnote', `Note ${note.label ?? ''} stood between paragraphs and was set apart.`, { ...note, text: note.text.slice(0, 60) }),
  );
  const notes = taken.map((note) => ({ mark: note.label ?? '', text: note.text, at: placeOf(note) }));
  return { blocks: out, notes, warnings: notes.length === 0 ? [] : warnings };
}

function asNote(block: Block, waited: ReadonlySet<string>, body: number | null): Block | null {
  if (block.kind === 'note') return block;
  const first = block.notes[0];
  if (block.kind === 'para' && first?.at === 0) return { ...block, kind: 'note', label: first.mark, text: block.text.trim(), notes: block.notes.slice(1) };
  const plain = /^(\d{1,3})\s+(?=["“‘(]?\p{Lu}|https?:)/u.exec(block.text);
  const small = body !== null && block.size !== undefined && block.size < body * 0.93;
  if (block.kind !== 'para' || plain === null || !(small || waited.has(plain[1] ?? ''))) return null;
  return { ...block, kind: 'note', label: plain[1] ?? null, text: block.text.slice(plain[0].length), marks: [] };
}

/** In files that know sizes, small print after a note belongs to it. */
function continuesNote(block: Block, last: Block, body: number | null): boolean {
  if (body === null || block.size === undefined || last.size === undefined || block.kind !== 'para') return false;
  return block.size < body * 0.93 && Math.abs(block.size - last.size) < 0.4 && block.page === last.page;
}

/** The size that most words are set in; null where the file knows none. */
export function bodySize(blocks: readonly Block[]): number | null {
  const words = new Map<number, number>();
  for (const { size, text } of blocks)
    if (size !== undefined) words.set(Math.round(size * 2) / 2, (words.get(Math.round(size * 2) / 2) ?? 0) + bare(text).length);
  const [most] = [...words].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
