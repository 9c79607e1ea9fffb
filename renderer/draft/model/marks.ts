/** Findings by block, and where each stands in the text as it is now. */
import type { Path, Range } from 'slate';
import { type Descendant, Node } from 'slate';
import type { Finding, Findings } from '../../../shared/guard/finding.ts';
import type { Facts } from './facts.ts';

export interface Marks {
  readonly byBlock: ReadonlyMap<string, readonly Finding[]>;
  /** Id of the finding that the Check panel has open. */
  readonly current: string | null;
}

export const noMarks: Marks = { byBlock: new Map(), current: null };

export function makeMarks(findings: Findings | null, current: string | null): Marks {
  const byBlock = new Map<string, Finding[]>();
  for (const finding of findings ? [...findings.block, ...findings.warn] : []) {
    const { block } = finding.at;
    if (block === null) continue;
    const list = byBlock.get(block) ?? [];
    byBlock.set(block, list);
    list.push(finding);
  }
  return { byBlock, current };
}

interface Piece {
  readonly path: Path;
  /** Where the piece begins in the block's text as it is published, in UTF-16 units. */
  readonly from: number;
  readonly text: string;
  readonly typed: boolean;
}

/** The block's text as published, piece by piece: typed leaves, worded speakers and references; notes apart. */
function piecesOf(block: Node, path: Path, facts: Facts): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (at: Path, text: string, typed: boolean): void => {
    pieces.push({ path: at, from, text, typed });
    from += text.length;
  };
  const visit = (node: Descendant, at: Path): void => {
    if (Node.isText(node)) add(at, node.text, true);
    else if (node.type === 'speaker') add([...at, 0], facts.speakers.get(node)?.text ?? '', false);
    else if (node.type === 'cross-ref') add([...at, 0], facts.references.get(node)?.text ?? '', false);
    else if (node.type !== 'footnote') for (const [index, child] of (node.children as Descendant[]).entries()) visit(child, [...at, index]);
  };
  const lead = 'type' in block && block.type === 'intervention' ? (facts.speakers.get(block.id)?.text ?? '') : '';
  from = lead.length;
  for (const [index, child] of (block as { children: Descendant[] }).children.entries()) visit(child, [...path, index]);
  return pieces;
}

/** The block's words as issued: speakers and references worded, notes left out. */
export function wordedText(block: Node, facts: Facts): string {
  const lead = 'type' in block && block.type === 'intervention' ? (facts.speakers.get(block.id)?.text ?? '') : '';
  return (
    lead +
    piecesOf(block, [], facts)
      .map((piece) => piece.text)
      .join('')
  ).trim();
}

/** Where a finding's words stand now; null where they are gone (the check is older than the text) or not in typed text alone. */
export function rangeOf(finding: Finding, block: Node, path: Path, facts: Facts): Range | null {
  const pieces = piecesOf(block, path, facts);
  const text = pieces.map((piece) => piece.text).join('');
  const base = pieces[0]?.from ?? 0;
  const wanted = finding.at.start - base;
  const start = text.slice(wanted, wanted + finding.quote.length) === finding.quote ? wanted : nearest(text, finding.quote, wanted);
  if (start < 0 || finding.quote === '') return null;
  const end = start + finding.quote.length;
  const inTyped = pieces.filter((piece) => piece.typed && piece.text !== '');
  const first = inTyped.find((piece) => start < piece.from - base + piece.text.length && end > piece.from - base);
  const last = inTyped.findLast((piece) => end > piece.from - base && start < piece.from - base + piece.text.length);
  if (!first || !last) return null;
  const anchor = { path: first.path, offset: Math.max(0, start - (first.from - base)) };
  return { anchor, focus: { path: last.path, offset: Math.min(last.text.length, end - (last.from - base)) } };
}

/** The place of `quote` closest to where it stood; -1 where it is nowhere. */
function nearest(text: string, quote: string, wanted: number): number {
  let best = -1;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) if (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted)) best = at;
  return best;
}
