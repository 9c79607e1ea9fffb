/** A page's pieces of text to lines in reading order: columns and margin notes apart, raised numbers marked, gaps told. */
import type { SourceLine, SourceMark } from '../source.ts';

export interface Item {
  readonly str: string;
  /** [a, b, c, d, x, y] in points; y grows upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A piece of one baseline without a wide gap in it. */
interface Piece {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly marks: readonly SourceMark[];
}

type Line = Omit<SourceLine, 'line' | 'page'>;

export function linesOf(items: readonly Item[]): Line[] {
  const pieces = piecesOf(items.filter((item) => item.str.trim() !== '').slice(0, 60_000));
  const out: Line[] = [];
  readRegion(pieces, 0, { usual: usualStep(baselines(pieces)), out });
  return out;
}

const at = (item: Item) => ({ x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, size: item.height > 0 ? item.height : Math.abs(item.transform[3] ?? 10) });

/** Items of one baseline in order; a gap of nearly an em parts pieces; small raised digits join their line as marks. */
function piecesOf(items: readonly Item[]): Piece[] {
  const rows: { y: number; size: number; items: Item[] }[] = [];
  for (const item of [...items].sort((a, b) => at(b).size - at(a).size || at(b).y - at(a).y)) {
    const { y, size } = at(item);
    const row = rows.find(
      (one) => Math.abs(one.y - y) <= one.size * 0.25 || (size < one.size * 0.85 && y > one.y && y - one.y < one.size * 0.6 && besides(item, one.items)),
    );
    if (row === undefined) rows.push({ y, size, items: [item] });
    else row.items.push(item);
  }
  return rows.flatMap(({ y, size, items: row }) => split(row, y, size));
}

/** Whether an item touches one of a row's: a raised number stands right after a word. */
function besides(item: Item, row: readonly Item[]): boolean {
  const { x } = at(item);
  return row.some((other) => x >= at(other).x - 2 && x <= at(other).x + other.width + at(other).size * 0.5);
}

function split(row: Item[], y: number, size: number): Piece[] {
  const pieces: Piece[] = [];
  let now: { x: number; right: number; text: string; marks: SourceMark[] } | null = null;
  for (const item of row.sort((a, b) => at(a).x - at(b).x)) {
    const { x, size: own, y: raised } = at(item);
    const gap: number = now === null ? Number.POSITIVE_INFINITY : x - now.right;
    if (now === null || gap > size * 0.85) {
      if (now !== null) pieces.push({ ...now, y, size });
      now = { x, right: x, text: '', marks: [] };
    } else if (gap > size / 6 && !/\s$/.test(now.text) && !/^\s/.test(item.str)) now.text += ' ';
    const start = now.text.length;
    now.text += item.str.replace(/\s+/g, ' ');
    now.right = x + item.width;
    if (own < size * 0.85 && raised > y + size * 0.1 && /^\s*\d{1,3}\s*$/.test(item.str)) now.marks.push({ start, end: now.text.length, mark: 'superscript' });
  }
  if (now !== null) pieces.push({ ...now, y, size });
  return pieces;
}

interface Page {
  /** Step from line to line that most of the page has, in points. */
  readonly usual: number;
  readonly out: Line[];
}

/** Cuts a region at a free column, else at its widest free band, until only lines are left (a recursive cut, depth bounded). */
function readRegion(pieces: readonly Piece[], depth: number, page: Page): void {
  if (pieces.length === 0) return;
  const column = depth < 24 ? freeColumn(pieces) : null;
  if (column !== null) {
    readRegion(
      pieces.filter(({ right }) => right <= column),
      depth + 1,
      page,
    );
    readRegion(
      pieces.filter(({ right }) => right > column),
      depth + 1,
      page,
    );
    return;
  }
  const band = depth < 24 ? freeBand(pieces, page.usual) : null;
  if (band !== null) {
    readRegion(
      pieces.filter(({ y }) => y > band),
      depth + 1,
      page,
    );
    readRegion(
      pieces.filter(({ y }) => y <= band),
      depth + 1,
      page,
    );
    return;
  }
  page.out.push(...rowsOf(pieces, page.usual));
}

/** An x that no piece crosses and that parts two columns of prose: both have lines of some length that fill their width. */
function freeColumn(pieces: readonly Piece[]): number | null {
  if (pieces.length < 6) return null;
  const sorted = [...pieces].sort((a, b) => a.x - b.x);
  let right = sorted[0]?.right ?? 0;
  let best: { x: number; gap: number } | null = null;
  for (const piece of sorted) {
    const gap = piece.x - right;
    if (gap >= 7 && isProse(pieces.filter((one) => one.right <= right)) && isProse(pieces.filter((one) => one.x >= piece.x)) && gap > (best?.gap ?? 0))
      best = { x: right, gap };
    right = Math.max(right, piece.right);
  }
  return best === null ? null : best.x;
}

function isProse(pieces: readonly Piece[]): boolean {
  if (pieces.length < 2) return false;
  const width = Math.max(...pieces.map(({ right }) => right)) - Math.min(...pieces.map(({ x }) => x));
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0) / pieces.length;
  const fill = pieces.reduce((sum, { x, right }) => sum + right - x, 0) / pieces.length / Math.max(1, width);
  return width >= 45 && length >= 8 && fill >= 0.55;
}

/** The middle of the widest band without text, where it parts lines more than their usual step does. */
function freeBand(pieces: readonly Piece[], usual: number): number | null {
  const sorted = [...pieces].sort((a, b) => b.y - a.y);
  let best: { y: number; gap: number } | null = null;
  let bottom = sorted[0]?.y ?? 0;
  for (const piece of sorted) {
    const gap = bottom - piece.y;
    if (gap > Math.max(usual, piece.size * 1.1) * 1.22 && gap > (best?.gap ?? 0)) best = { y: (bottom + piece.y) / 2, gap };
    bottom = Math.min(bottom, piece.y);
  }
  return best === null ? null : best.y;
}

/** Lines of a region: pieces of one baseline joined; a wide gap is a tab, several are the cells of a row. */
function rowsOf(pieces: readonly Piece[], usual: number): Line[] {
  const rows = baselines(pieces);
  return rows.map((row, index) => {
    const line = joinRow(row.sort((a, b) => a.x - b.x));
    const step = (rows[index - 1]?.[0]?.y ?? Number.POSITIVE_INFINITY) - (row[0]?.y ?? 0);
    return step > Math.max(usual, (row[0]?.size ?? 0) * 1.1) * 1.22 ? { ...line, apart: true } : line;
  });
}

function baselines(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs((row[0]?.y ?? 0) - piece.y) <= piece.size * 0.25) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function usualStep(rows: readonly (readonly Piece[])[]): number {
  const steps = rows
    .slice(1)
    .map((row, index) => (rows[index]?.[0]?.y ?? 0) - (row[0]?.y ?? 0))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? (rows[0]?.[0]?.size ?? 10) * 1.5;
}

function joinRow(row: readonly Piece[]): Line {
  const size = Math.max(...row.map((piece) => piece.size));
  const left = row[0]?.x ?? 0;
  const wide = row.slice(1).filter((piece, index) => piece.x - (row[index]?.right ?? 0) > size * 3).length;
  const cells = row.map(({ text }) => text.trim());
  if (wide >= 2 && row.length >= 3) return { text: cells.join(' | '), size, left, hint: { kind: 'row', cells }, whole: true };
  let text = '';
  const marks: SourceMark[] = [];
  for (const [index, piece] of row.entries()) {
    const gap = piece.x - (row[index - 1]?.right ?? piece.x);
    if (index > 0) text = text.trimEnd() + (gap > size * 3 ? '\t' : ' ');
    const lead = text.length;
    text += piece.text;
    marks.push(...piece.marks.map((mark) => ({ ...mark, start: mark.start + lead, end: mark.end + lead })));
  }
  const cut = text.length - text.trimStart().length;
  return {
    text: text.trim(),
    size,
    left,
    ...(marks.length === 0 ? {} : { marks: marks.map((mark) => ({ ...mark, start: Math.max(0, mark.start - cut), end: mark.end - cut })) }),
  };
}
