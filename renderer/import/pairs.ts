/** Lays what was recognised beside the lines it was made from. Pure. */
import type { Imported } from '../../shared/contract/calls/import.ts';
import type { EntryKind } from '../../shared/entry/entry.ts';

export interface SourceLine {
  /** From 1. */
  readonly no: number;
  readonly text: string;
}

interface Item {
  /** Line it begins at, from 1; null where the source does not say. */
  readonly line: number | null;
  /** lost: text without a place · out: a running head, a page number, the contents */
  readonly what: 'title' | 'heading' | 'entry' | 'text' | 'lost' | 'out';
  readonly text: string;
  readonly entry: number | null;
  readonly message: string;
}

export interface Pair extends Item {
  readonly lines: readonly SourceLine[];
  readonly repairs: readonly string[];
  /** "Conclusion 2": its number as printed, else its place among entries of its kind. */
  readonly ordinal: string;
}

/** Text that found no place, and text that was left out on purpose; every other warning says what was repaired. */
const lostCodes: readonly string[] = ['unplaced', 'columns-unused', 'row-without-text'];
const outCodes: readonly string[] = ['page-furniture', 'contents'];

function isRepair(code: string): boolean {
  return !lostCodes.includes(code) && !outCodes.includes(code);
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
/** So many letters at the beginning of a text find its line. */
const enough = 18;

/** Line (from 1) at or after `from` in which `text` begins; null where none does. */
function findLine(lines: readonly string[], text: string, from: number): number | null {
  const wanted = plain(text).slice(0, enough);
  if (wanted === '') return null;
  for (let at = Math.max(0, from - 1); at < lines.length; at++) {
    const here = plain(lines[at] ?? '');
    if (here !== '' && (here.startsWith(wanted) || (here.length >= 6 && wanted.startsWith(here)))) return at + 1;
    if (here.includes(wanted)) return at + 1;
  }
  return null;
}

/** Beside the text: it owns its own lines, and what stood before it goes on after them. */
const aside = (what: Item['what']) => what === 'lost' || what === 'out';

/** Everything that was recognised, in the order of the sections; the title first. */
function itemsOf(imported: Imported, lines: readonly string[]): Item[] {
  const items: Item[] = [];
  let cursor = 1;
  const add = (what: Item['what'], text: string, line: number | null, entry: number | null = null, message = '') => {
    const at = line ?? findLine(lines, text, cursor);
    if (at !== null && at >= cursor && !aside(what)) cursor = at;
    items.push({ line: at, what, text, entry, message });
  };
  if (imported.title !== '') add('title', imported.title, findLine(lines, imported.title, 1) ?? 1);
  const told = new Set<number>();
  for (const section of imported.sections) {
    const first = section.entries.map((index) => imported.entries[index]?.source.line).find((line) => line !== undefined);
    const near = findLine(lines, section.title, cursor);
    add('heading', section.title, near !== null && (first === undefined || near <= first) ? near : null);
    const inside = [
      ...section.paragraphs.map((text) => ({ text, line: findLine(lines, text, cursor), entry: null })),
      ...section.entries.map((entry) => ({ text: imported.entries[entry]?.text ?? '', line: imported.entries[entry]?.source.line ?? null, entry })),
    ].sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY));
    for (const one of inside) {
      if (one.entry !== null) told.add(one.entry);
      add(one.entry === null ? 'text' : 'entry', one.text, one.line, one.entry);
    }
  }
  imported.entries.forEach((entry, index) => {
    if (!told.has(index)) add('entry', entry.text, entry.source.line ?? null, index);
  });
  for (const warning of imported.warnings.filter((one) => !isRepair(one.code) && one.text.trim() !== '')) {
    items.push({
      line: warning.at.line ?? null,
      what: lostCodes.includes(warning.code) ? 'lost' : 'out',
      text: warning.text,
      entry: null,
      message: warning.message,
    });
  }
  return items;
}

/** In the order of the source. What has no line stays behind what stood before it. */
function inOrder(items: readonly Item[]): Item[] {
  let last = 0;
  return items
    .map((item, index) => {
      if (!aside(item.what)) last = Math.max(last, item.line ?? last);
      return { item, at: aside(item.what) ? (item.line ?? Number.POSITIVE_INFINITY) : (item.line ?? last), index };
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ item }) => item);
}

/** Which item each line belongs to: the last that began before it; lost text owns its own lines only. */
function owners(items: readonly Item[], lines: readonly string[]): Map<Item, SourceLine[]> {
  const owned = new Map<Item, SourceLine[]>();
  const starts = new Map<number, Item>();
  for (const item of items) if (item.line !== null) starts.set(item.line, item);
  let owner: Item | null = null;
  let lostLeft = 0;
  let lost: Item | null = null;
  lines.forEach((text, index) => {
    const begins = starts.get(index + 1);
    if (begins !== undefined && aside(begins.what)) [lost, lostLeft] = [begins, begins.text.split('\n').length];
    else if (begins !== undefined) [owner, lostLeft] = [begins, 0];
    const whose = lostLeft > 0 ? lost : owner;
    lostLeft -= 1;
    if (whose === null || text.trim() === '') return;
    owned.set(whose, [...(owned.get(whose) ?? []), { no: index + 1, text: text.trim() }]);
  });
  return owned;
}

/** Rows of the screen: what was recognised, with its source lines and its repairs.
 *  @param kinds  kinds that a person changed, by index of the entry */
export function pairsOf(imported: Imported, lines: readonly string[], kinds: Readonly<Record<string, EntryKind>>): readonly Pair[] {
  const items = inOrder(itemsOf(imported, lines));
  const owned = owners(items, lines);
  const repairs = imported.warnings.filter((warning) => isRepair(warning.code));
  const counts = new Map<string, number>();
  return items.map((item) => {
    const mine = owned.get(item) ?? [];
    const ordinal = item.entry === null ? '' : ordinalOf(imported, item.entry, kinds, counts);
    return {
      ...item,
      lines: mine,
      ordinal,
      repairs: repairs.filter((warning) => mine.some((line) => line.no === warning.at.line)).map((warning) => warning.message),
    };
  });
}

function ordinalOf(imported: Imported, index: number, kinds: Readonly<Record<string, EntryKind>>, counts: Map<string, number>): string {
  const entry = imported.entries[index];
  if (entry === undefined) return '';
  if (entry.number !== null) return entry.number;
  const kind = kinds[String(index)] ?? entry.kind;
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return String(count);
}

/** How many texts found no place, and how many repairs were made. */
export function tally(imported: Imported): { readonly lost: number; readonly repairs: number } {
  const repairs = imported.warnings.filter((warning) => isRepair(warning.code)).length;
  return { repairs, lost: imported.warnings.filter((warning) => lostCodes.includes(warning.code) && warning.text.trim() !== '').length };
}
