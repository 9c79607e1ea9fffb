/** New nodes, as the schema wants them. Ids come from the caller so that the same steps give the same tree. */
import type { Block, BlockType, Row, Section, Table } from '../../../shared/document/tree.ts';
import { inLanguage } from '../../../shared/template/in-language.ts';
import { newSection, newTable } from '../../../shared/template/instantiate.ts';
import type { SectionDef, TableForm, Template } from '../../../shared/template/schema.ts';
import { toEditor } from './seam.ts';

export type NewId = (prefix: string) => string;

/** A text block with this text; `level` counts where the type has levels and is ignored elsewhere. */
export function makeTextBlock(type: BlockType, newId: NewId, text = '', level = 1): Block {
  const base = { id: newId('b'), children: [{ text }] };
  switch (type) {
    case 'heading':
    case 'subitem':
    case 'bullet':
      return { type, ...base, level };
    case 'paragraph':
    case 'numbered':
    case 'intervention':
    case 'question':
    case 'quote':
    case 'pull-quote':
      return { type, ...base };
    default:
      return { type: 'paragraph', ...base };
  }
}

export function makeRow(cells: readonly string[]): Row {
  return { type: 'row', children: cells.map((text) => ({ type: 'cell', children: [{ text }] })) };
}

/** A table of the template's form, or a plain one of two columns and one row under its head. */
export function makeTable(form: TableForm | null, newId: NewId): Block {
  if (form) return newTable(form, () => newId('t'));
  return { type: 'table', id: newId('t'), headerRows: 1, children: [makeRow(['', '']), makeRow(['', ''])] } satisfies Table;
}

export function makeFixedText(id: string, newId: NewId): Block {
  const [fixed] = toEditor<Block>([{ type: 'fixed-text', id: newId('x'), text: id, children: [{ text: '' }] }]);
  return fixed ?? makeTextBlock('paragraph', newId);
}

/** A new section as the template begins it, with its heading in the draft's language. */
export function makeSection(def: SectionDef, template: Template, newId: NewId, language = template.language): Section {
  const made = newSection(def, { ...inLanguage(template, language), language }, () => newId('s'));
  const [section = made] = toEditor([made]);
  return def.withheld ? { ...section, withheld: true } : section;
}
