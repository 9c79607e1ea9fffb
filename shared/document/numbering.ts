/**
 * Numbers of paragraphs, sub-items, headings, figures, tables and notes, made from the order of the text alone.
 * Rules of the forms (TEMPLATES): arabic numbers run on across all headings; sub-items restart in each paragraph.
 */
import type { Template } from '../template/schema.ts';
import { letter, roman } from './roman.ts';
import { blocksOf, inlinesOf } from './text.ts';
import type { Block, Body, Inline } from './tree.ts';

export type NumberingScheme = Template['numbering'];

export interface NumberLabel {
  readonly kind: 'numbered' | 'subitem' | 'heading' | 'figure' | 'table';
  /** As printed: "8.", "iv.", "(a)", "II.", "Figure 2". */
  readonly label: string;
  /** As referred to: "8", "8.iv", "II", "2". */
  readonly ref: string;
  /** Position in its own run, from 1. */
  readonly ordinal: number;
}

interface Counters {
  numbered: number;
  current: string;
  sub: [number, number];
  headings: [number, number, number, number];
  figures: number;
  tables: number;
}

/** Labels by block id. Blocks without a number are absent. */
export function numberBody(body: Body, scheme: NumberingScheme): Map<string, NumberLabel> {
  const labels = new Map<string, NumberLabel>();
  const counters: Counters = { numbered: 0, current: '', sub: [0, 0], headings: [0, 0, 0, 0], figures: 0, tables: 0 };
  let section = '';
  for (const { block, sections } of blocksOf(body)) {
    const here = sections.at(-1)?.id ?? '';
    if (here !== section) counters.sub = [0, 0];
    section = here;
    const label = numberBlock(block, sections.length, scheme, counters);
    if (label !== null) labels.set(block.id, label);
  }
  return labels;
}

function numberBlock(block: Block, depth: number, scheme: NumberingScheme, at: Counters): NumberLabel | null {
  switch (block.type) {
    case 'numbered':
      at.numbered += 1;
      at.sub = [0, 0];
      at.current = String(at.numbered);
      return { kind: 'numbered', label: `${at.numbered}.`, ref: at.current, ordinal: at.numbered };
    case 'subitem':
      return numberSubitem(block.level, scheme, at);
    case 'heading':
      at.sub = [0, 0];
      at.current = '';
      return scheme.headings === 'un' ? numberHeading(Math.min(4, depth + block.level - 1), at) : null;
    case 'paragraph':
      at.sub = [0, 0];
      return null;
    case 'figure':
      at.figures += 1;
      return { kind: 'figure', label: `Figure ${at.figures}`, ref: String(at.figures), ordinal: at.figures };
    case 'table':
      at.tables += 1;
      return { kind: 'table', label: `Table ${at.tables}`, ref: String(at.tables), ordinal: at.tables };
    default:
      return null;
  }
}

function numberSubitem(level: number, scheme: NumberingScheme, at: Counters): NumberLabel {
  if (level === 1) at.sub = [at.sub[0] + 1, 0];
  else at.sub = [at.sub[0], at.sub[1] + 1];
  const ordinal = level === 1 ? at.sub[0] : at.sub[1];
  const outer = scheme.subitems === 'roman' ? roman(Math.max(1, at.sub[0])) : letter(Math.max(1, at.sub[0]));
  const inner = scheme.subitems === 'roman' ? letter(Math.max(1, at.sub[1])) : roman(Math.max(1, at.sub[1]));
  const own = level === 1 ? outer : inner;
  const label = scheme.subitems === 'roman' ? `${own}.` : `(${own})`;
  const ref = [at.current, outer, ...(level === 2 ? [inner] : [])].filter((part) => part !== '').join('.');
  return { kind: 'subitem', label, ref, ordinal };
}

/** UN practice: I. A. 1. (a). */
function numberHeading(level: number, at: Counters): NumberLabel {
  const i = level - 1;
  const ordinal = (at.headings[i] ?? 0) + 1;
  at.headings = at.headings.map((n, k) => (k < i ? n : k === i ? ordinal : 0)) as Counters['headings'];
  const own = [roman(ordinal).toUpperCase(), letter(ordinal).toUpperCase(), String(ordinal), letter(ordinal)][i] ?? String(ordinal);
  return { kind: 'heading', label: level === 4 ? `(${own})` : `${own}.`, ref: own, ordinal };
}

/** Note numbers by footnote id, from 1, in the order of the text. */
export function numberNotes(body: Body): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { block } of blocksOf(body)) {
    for (const inline of inlinesOf(block)) if (isFootnote(inline)) numbers.set(inline.id, numbers.size + 1);
  }
  return numbers;
}

function isFootnote(inline: Inline): inline is Extract<Inline, { type: 'footnote' }> {
  return 'type' in inline && inline.type === 'footnote';
}
