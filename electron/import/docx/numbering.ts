/** Word's native numbering: from numbering.xml and the order of paragraphs to the labels a reader sees. */
import { letter, roman } from '../../../shared/document/roman.ts';
import { readXml } from './xml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
}

export interface NumberingTable {
  readonly abstract: ReadonlyMap<string, Level[]>;
  readonly instances: ReadonlyMap<string, string>;
}

/** Reads numbering.xml; absent: no lists. */
export function readNumbering(bytes: Uint8Array | undefined): NumberingTable {
  const abstract = new Map<string, Level[]>();
  const instances = new Map<string, string>();
  if (bytes === undefined) return { abstract, instances };
  let list: Level[] = [];
  let level: Level | null = null;
  let instance = '';
  readXml(bytes, {
    open(name, at) {
      if (name === 'w:abstractNum') {
        list = [];
        abstract.set(at['w:abstractNumId'] ?? '', list);
      } else if (name === 'w:lvl') {
        level = { format: 'decimal', text: '', start: 1 };
        list[Number(at['w:ilvl'] ?? 0)] = level;
      } else if (name === 'w:num') instance = at['w:numId'] ?? '';
      else if (name === 'w:abstractNumId' && instance !== '') instances.set(instance, at['w:val'] ?? '');
      else if (level !== null && name === 'w:numFmt') level.format = at['w:val'] ?? 'decimal';
      else if (level !== null && name === 'w:lvlText') level.text = at['w:val'] ?? '';
      else if (level !== null && name === 'w:start') level.start = Number(at['w:val'] ?? 1);
    },
    close(name) {
      if (name === 'w:lvl') level = null;
    },
    text() {},
  });
  return { abstract, instances };
}

/** Counts paragraphs as Word does: deeper levels restart, lists of one abstract definition share their counters. */
export class ListCounter {
  readonly #table: NumberingTable;
  readonly #counts = new Map<string, number[]>();
  constructor(table: NumberingTable) {
    this.#table = table;
  }

  /** "bullet", or the label as printed; null where the list is unknown or switched off. */
  next(numId: string, depth: number): { kind: 'bullet' } | { kind: 'number'; label: string } | null {
    const id = this.#table.instances.get(numId);
    const levels = id === undefined ? undefined : this.#table.abstract.get(id);
    const level = levels?.[depth];
    if (id === undefined || levels === undefined || level === undefined || numId === '0') return null;
    if (level.format === 'bullet') return { kind: 'bullet' };
    if (level.format === 'none') return null;
    const counts = this.#counts.get(id) ?? [];
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.#counts.set(id, counts);
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return inFormat(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
    return { kind: 'number', label };
  }
}

function inFormat(n: number, format: string): string {
  if (format === 'lowerRoman') return roman(n);
  if (format === 'upperRoman') return roman(n).toUpperCase();
  if (format === 'lowerLetter') return letter(n);
  if (format === 'upperLetter') return letter(n).toUpperCase();
  return String(n);
}
