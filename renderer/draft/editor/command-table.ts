/** Everything the slash menu and the toolbar's list of paragraph kinds can put at the caret, from the template. */
import type { Editor } from 'slate';
import type { BlockType } from '../../../shared/document/tree.ts';
import { inLanguage } from '../../../shared/template/in-language.ts';
import type { TableForm } from '../../../shared/template/schema.ts';
import { setBlockType } from './block-commands.ts';
import { insertBlock } from './insert-block.ts';
import { makeFixedText, makeTable, makeTextBlock } from './make.ts';
import { currentBlock, isBlank, isTextBlockType, isTitle } from './nodes.ts';
import { allowedAt, defAt } from './section-defs.ts';

export interface BlockCommand {
  readonly id: string;
  /** What the writer reads: "Numbered paragraph". */
  readonly title: string;
  readonly type: BlockType;
  readonly level?: number;
  /** Keys as LOOK names them, for the menu's right side. */
  readonly keys?: string;
  /** A picture has to be chosen first: the screen does that, then inserts. */
  readonly asks?: 'picture';
  run(editor: Editor): boolean;
}

export const blockTitles: Readonly<Record<BlockType, string>> = {
  heading: 'Heading',
  paragraph: 'Paragraph',
  numbered: 'Numbered paragraph',
  subitem: 'Sub-item',
  bullet: 'Bullet',
  intervention: 'Intervention',
  question: 'Question',
  quote: 'Quotation',
  'pull-quote': 'Pull quote',
  figure: 'Figure',
  table: 'Table',
  'fixed-text': 'Fixed text',
};

/** Turns the current block into `type`; from a title or a filled closed block, opens a new one after it. */
function become(type: BlockType, level?: number) {
  return (editor: Editor): boolean => {
    const found = currentBlock(editor);
    if (!found) return false;
    const [block] = found;
    if (isTextBlockType(block.type) && !isTitle(block)) return setBlockType(editor, type, level);
    return insertBlock(editor, makeTextBlock(type, editor.newId, '', level ?? (type === 'heading' ? 2 : 1))) !== null;
  };
}

function textCommands(type: BlockType): BlockCommand[] {
  if (type === 'heading') {
    return [2, 3].map((level) => ({
      id: `heading-${level}`,
      title: level === 2 ? 'Subheading' : 'Lower subheading',
      type,
      level,
      keys: `Ctrl Alt ${level}`,
      run: become(type, level),
    }));
  }
  const keys = type === 'paragraph' || type === 'numbered' ? { keys: 'Ctrl Alt 0' } : {};
  return [{ id: type, title: blockTitles[type], type, ...keys, run: become(type) }];
}

/** The form with its columns named in the draft's language. */
function formIn({ template, language }: Editor, form: TableForm): TableForm {
  return inLanguage(template, language()).tables.find(({ id }) => id === form.id) ?? form;
}

function tableCommands(editor: Editor, forms: readonly string[]): BlockCommand[] {
  const named = editor.template.tables.filter((form) => forms.includes(form.id)).concat(editor.template.tables.filter((form) => !forms.includes(form.id)));
  const own = named.map(
    (form): BlockCommand => ({
      id: `table-${form.id}`,
      title: `Table: ${form.title}`,
      type: 'table',
      run: (on) => insertBlock(on, makeTable(formIn(on, form), on.newId)) !== null,
    }),
  );
  return [...own, { id: 'table', title: 'Table', type: 'table', run: (on) => insertBlock(on, makeTable(null, on.newId)) !== null }];
}

function closedCommands(editor: Editor, type: BlockType, forms: readonly string[]): BlockCommand[] {
  if (type === 'table') return tableCommands(editor, forms);
  if (type === 'figure') return [{ id: 'figure', title: 'Figure', type, asks: 'picture', run: () => false }];
  return editor.template.fixedTexts.map((text) => ({
    id: `fixed-${text.id}`,
    title: `Fixed text: ${text.title}`,
    type,
    run: (on: Editor) => insertBlock(on, makeFixedText(text.id, on.newId)) !== null,
  }));
}

/** What may stand at the caret, in the order of the section's form. Empty without a caret. */
export function commandsHere(editor: Editor): BlockCommand[] {
  const found = currentBlock(editor);
  if (!found) return [];
  const forms = defAt(editor, found[1])?.tables ?? [];
  return allowedAt(editor, found[1]).flatMap((type) => (isTextBlockType(type) ? textCommands(type) : closedCommands(editor, type, forms)));
}

/** In an empty intervention a speaker is its lead-in; elsewhere it stands in the running text. */
export function speakerPicker(editor: Editor): 'lead' | 'speaker' {
  const found = currentBlock(editor);
  return found?.[0].type === 'intervention' && isBlank(editor, found[0]) ? 'lead' : 'speaker';
}

/** True while the block at the caret holds nothing but what was typed to open the menu. */
export function isBlankHere(editor: Editor): boolean {
  const found = currentBlock(editor);
  return found !== null && isBlank(editor, found[0]);
}
