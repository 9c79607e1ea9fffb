/** Entries and paragraphs to blocks that may stand in their section. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { Block, Inline } from '../../../shared/document/tree.ts';
import type { Entry, EntryMark } from '../../../shared/entry/entry.ts';
import type { NewId } from '../../../shared/template/instantiate.ts';
import type { SectionDef } from '../../../shared/template/schema.ts';

type Read = Imported['sections'][number];

/** What may stand in for a block that a section does not take. */
const fallbacks = ['paragraph', 'bullet', 'numbered', 'quote', 'subitem'] as const;

export class BlockMaker {
  readonly #imported: Imported;
  readonly #newId: NewId;

  constructor(imported: Imported, newId: NewId) {
    this.#imported = imported;
    this.#newId = newId;
  }

  empty(): Block {
    return { type: 'paragraph', id: this.#newId(), children: [{ text: '' }] };
  }

  /** The section's text in its order; rows of a table become a table where one may stand. */
  make(read: Read, def: SectionDef): Block[] {
    const out: Block[] = [];
    let rows: string[][] = [];
    const flush = () => {
      if (rows.length > 0) out.push(...this.#table(rows, def));
      rows = [];
    };
    for (const [at, item] of read.flow.entries()) {
      if ('paragraph' in item) {
        const text = read.paragraphs[item.paragraph] ?? '';
        const cells = text.split(' | ');
        if (cells.length > 1 && (rows.length === 0 || rows[0]?.length === cells.length)) rows.push(cells);
        else {
          flush();
          out.push(this.#plain(text, def));
        }
        continue;
      }
      flush();
      const next = read.flow[at + 1];
      const before = read.flow[at - 1];
      const opens = before === undefined || 'paragraph' in before || next === undefined || 'paragraph' in next;
      out.push(...this.#entry(item.entry, def, opens));
    }
    flush();
    return out;
  }

  #plain(text: string, def: SectionDef): Block {
    const type = def.blocks.includes('paragraph') ? 'paragraph' : (fallbacks.find((one) => def.blocks.includes(one)) ?? 'paragraph');
    return this.#block(type, [{ text }], type === 'paragraph' ? undefined : { kind: null });
  }

  #table(rows: readonly string[][], def: SectionDef): Block[] {
    if (rows.length < 2 || !def.blocks.includes('table')) return rows.map((cells) => this.#plain(cells.join(' | '), def));
    const children = rows.map((cells) => ({
      type: 'row' as const,
      children: cells.slice(0, 20).map((text) => ({ type: 'cell' as const, children: [{ text }] })),
    }));
    return [{ type: 'table', id: this.#newId(), headerRows: 1, children }];
  }

  #entry(index: number, def: SectionDef, opensQuestion: boolean): Block[] {
    const entry = this.#imported.entries[index];
    if (entry === undefined) return [];
    const wanted = typeOf(entry, opensQuestion, def);
    const type = def.blocks.includes(wanted) ? wanted : (fallbacks.find((one) => def.blocks.includes(one)) ?? 'paragraph');
    const usual = def.entries[type] ?? null;
    const notes = this.#imported.notes.filter((note) => note.entry === index);
    const children: Inline[] = [
      { text: entry.text },
      ...notes.flatMap((note): Inline[] => [{ type: 'footnote', id: this.#newId(), children: [{ text: note.text || '…' }] }, { text: '' }]),
    ];
    const block = this.#block(type, children, type === 'intervention' ? undefined : markOf(entry, usual));
    const quotes = def.blocks.includes('pull-quote') ? this.#imported.pullQuotes.filter((quote) => quote.entry === index) : [];
    return [...quotes.map((quote): Block => ({ type: 'pull-quote', id: this.#newId(), of: block.id, children: [{ text: quote.text }] })), block];
  }

  #block(type: string, children: Inline[], entry: EntryMark | undefined): Block {
    const common = { id: this.#newId(), ...(entry === undefined || Object.keys(entry).length === 0 ? {} : { entry }), children };
    switch (type) {
      case 'numbered':
      case 'question':
      case 'quote':
      case 'intervention':
        return { type, ...common };
      case 'bullet':
        return { type, level: 1, ...common };
      case 'subitem':
        return { type, level: 1, ...common };
      default:
        return { type: 'paragraph', ...common };
    }
  }
}

function typeOf(entry: Entry, opensQuestion: boolean, def: SectionDef): string {
  if (entry.number !== null && /^\d+$/.test(entry.number)) return 'numbered';
  if (entry.number !== null) return /[.]/.test(entry.number) && def.blocks.includes('subitem') ? 'subitem' : 'numbered';
  if (entry.kind === 'question') return opensQuestion ? 'question' : 'bullet';
  return def.blocks.includes('intervention') && /:\s*$/.test(entry.text) ? 'intervention' : 'bullet';
}

/** Only what the section does not say anyway. */
function markOf(entry: Entry, usual: Entry['kind'] | null): EntryMark {
  return {
    ...(entry.kind === usual ? {} : { kind: entry.kind }),
    ...(entry.support === null ? {} : { support: entry.support }),
    ...(entry.contested ? { contested: true } : {}),
    ...(entry.addressees.length === 0 ? {} : { addressees: entry.addressees }),
    ...(entry.themes.length === 0 ? {} : { themes: entry.themes }),
    ...(entry.polarity === null ? {} : { polarity: entry.polarity }),
    ...(entry.modality === null ? {} : { modality: entry.modality }),
  };
}
