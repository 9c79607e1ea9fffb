/** Lines whose format said what they are, and the marks that it gave. */
import type { SourceLine } from '../source.ts';
import type { Block } from './block.ts';
import { cleanText, lowered } from './clean-line.ts';
import { opening } from './opening.ts';

export function base(line: SourceLine): Pick<Block, 'line' | 'page' | 'size'> {
  return { line: line.line, ...(line.page === undefined ? {} : { page: line.page }), ...(line.size === undefined ? {} : { size: line.size }) };
}

/** A line whose format said what it is. */
export function hinted(line: SourceLine): Block {
  const { hint } = line;
  const clean = withSourceMarks(line.text.trim(), line, false);
  const whole = { ...base(line), ...clean, alone: true };
  if (hint === undefined) return { ...whole, ...typed(line, whole) };
  if (hint.kind === 'heading') return { ...whole, kind: 'heading', label: null, level: hint.level };
  if (hint.kind === 'bullet') return { ...whole, kind: 'bullet', label: null, level: hint.level };
  if (hint.kind === 'quote') return { ...whole, kind: 'quote', label: null, level: 1 };
  if (hint.kind === 'note') return { ...whole, kind: 'note', label: hint.mark, level: 1 };
  if (hint.kind === 'row') return { ...whole, kind: 'row', label: null, level: 1, cells: hint.cells };
  const label = hint.label.replace(/[.)\s]+$/, '').replace(/^[\s(]+/, '');
  return { ...whole, kind: /^\d/.test(label) ? 'number' : 'subitem', label, level: 1 };
}

/** A whole paragraph whose number or bullet was typed. */
function typed(line: SourceLine, whole: Pick<Block, 'text' | 'marks' | 'notes'>): Pick<Block, 'kind' | 'label' | 'level' | 'text' | 'marks' | 'notes'> {
  const found = opening(line.text.trim());
  if (found === null) return { ...whole, kind: 'para', label: null, level: 1 };
  const cut = whole.text.length - found.rest.length;
  return {
    kind: found.kind,
    label: found.label,
    level: 1,
    text: found.rest,
    marks: whole.marks
      .map((mark) => ({ ...mark, start: Math.max(0, mark.start - cut), end: Math.max(0, mark.end - cut) }))
      .filter(({ start, end }) => end > start),
    notes: whole.notes.map((note) => ({ ...note, at: Math.max(0, note.at - cut) })),
  };
}

/** Marks that the format gave, or that the text itself still holds. Raised numbers are note marks and leave the text. */
export function withSourceMarks(text: string, line: SourceLine, markup: boolean): Pick<Block, 'text' | 'marks' | 'notes'> {
  if (markup) return cleanText(text);
  const offset = line.text.indexOf(text);
  const raised = (line.marks ?? []).filter(({ mark, start, end }) => mark === 'superscript' && /^\d{1,3}$/.test(line.text.slice(start, end).trim()));
  const cuts = [...raised.map(({ start, end }) => ({ start: start - offset, end: end - offset })), ...raisedSigns(text)]
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start)
    .filter((cut, at, all) => cut.start >= (all[at - 1]?.end ?? 0));
  const before = (at: number) => cuts.filter(({ end }) => end <= at).reduce((sum, cut) => sum + cut.end - cut.start, 0);
  const marks = (line.marks ?? [])
    .filter(({ mark }) => mark !== 'superscript')
    .map(({ start, end, mark }) => ({
      start: Math.max(0, start - offset - before(start - offset)),
      end: end - offset - before(end - offset),
      mark: mark as 'bold' | 'italic',
    }))
    .filter(({ start, end }) => end > start);
  const notes = cuts.map(({ start, end }) => ({ mark: lowered(text.slice(start, end).trim()), at: start - before(start) }));
  return { text: cuts.reduceRight((now, { start, end }) => now.slice(0, start) + now.slice(end), text), marks, notes };
}

/** Raised digits that are characters of their own. */
function raisedSigns(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[⁰¹²³⁴-⁹]{1,3}/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
