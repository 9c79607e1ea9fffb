/** Footnotes that stand between paragraphs: taken out of the flow, kept with their marks. */
import { bare } from '../recognise/words.ts';
import { type Block, joined } from '../text/block.ts';
import { placeOf, type TakenNote, type Warning, warning } from './repair.ts';

/** A note is a block that begins with a raised number, or with a plain one that a mark in the text waits for and that is set smaller. */
export function takeNotes(blocks: readonly Block[]): { blocks: Block[]; notes: TakenNote[]; warnings: Warning[] } {
  const waited = new Set(blocks.flatMap(({ notes, text }) => [...notes.map(({ mark }) => mark), ...gluedNumbers(text)]));
  const body = bodySize(blocks);
  const out: Block[] = [];
  const taken: Block[] = [];
  let last: Block | null = null;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (/^(?:foot|end)?notes?$|^notas$/i.test(block.text.trim()) && next !== undefined && asNote(next, waited, body) !== null) continue;
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
  return { blocks: withPlainMarks(out, taken), notes, warnings };
}

/** Numbers that follow a word without a space, as raised ones do that lost their raise: "learnt.1 Some". */
function gluedNumbers(text: string): string[] {
  return [...text.matchAll(/\p{Ll}[.,;:!?”’)]?(\d{1,2})(?=[\s,.;:)]|$)/gu)].map((match) => match[1] ?? '');
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

/** Marks that lost their raise ("season.1 Two"): looked for in the order of the notes, right after a word or its stop. */
function withPlainMarks(blocks: readonly Block[], notes: readonly Block[]): Block[] {
  const out = [...blocks];
  const marked = new Set(blocks.flatMap((block) => block.notes.map(({ mark }) => mark)));
  let from = 0;
  for (const { label } of notes) {
    if (label === null || marked.has(label) || !/^\d{1,3}$/.test(label)) continue;
    const pattern = new RegExp(`(?<=\\p{Ll}[.,;:!?”’")]?|\\p{Lu}{2}[.,;:]?)${label}(?=[\\s,.;:)—–]|$)`, 'u');
    const at = out.findIndex((block, index) => index >= from && block.kind !== 'row' && pattern.test(block.text));
    const block = out[at];
    const match = block === undefined ? null : pattern.exec(block.text);
    if (block === undefined || match === null) continue;
    from = at;
    const moved = (offset: number) => (offset > match.index ? offset - label.length : offset);
    out[at] = {
      ...block,
      text: block.text.slice(0, match.index) + block.text.slice(match.index + label.length),
      marks: block.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })),
      notes: [...block.notes, { mark: label, at: match.index }],
    };
  }
  return out;
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
