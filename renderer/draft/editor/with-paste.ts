/** Paste: our own fragments as they are, everything foreign through the core's reader, plain text where that fails. */
import { type Descendant, Editor, Path, Range, Transforms } from 'slate';
import type { Block, Section } from '../../../shared/document/tree.ts';
import { linkSchemes } from '../../../shared/document/tree.ts';
import { fixedHeadingHere } from './fixed-headings.ts';
import { setLink } from './inline-commands.ts';
import { makeTextBlock } from './make.ts';
import { currentBlock, currentNote, isBlank, isBlock, isSection, isTextBlock, isTitle } from './nodes.ts';
import { allowedAt, usualBlock } from './section-defs.ts';
import { whereInTable } from './table-commands.ts';
import { withNewIds } from './with-ids.ts';

/** A block as this section takes it: a kind that may not stand here becomes the usual one, words and notes kept. */
function suited(editor: Editor, block: Block, allowed: readonly string[], usual: Block['type']): Block {
  if (allowed.includes(block.type) && !isTitle(block)) return block;
  if (isTitle(block))
    return allowed.includes('heading') ? ({ ...block, level: 2 } as Block) : { ...makeTextBlock(usual, editor.newId), children: block.children as never };
  if (!isTextBlock(block)) return block;
  return { ...makeTextBlock(usual, editor.newId), children: block.children } as Block;
}

const flatten = (nodes: readonly Descendant[]): Block[] => nodes.flatMap((node) => (isSection(node) ? flatten(node.children) : isBlock(node) ? [node] : []));

/** Inserts foreign blocks at the caret. One plain paragraph goes into the running text, more become blocks of this section. */
export function insertBlocks(editor: Editor, foreign: readonly (Block | Section)[]): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  leaveHeading(editor);
  const found = currentBlock(editor);
  const blocks = withNewIds(flatten(foreign), editor.newId);
  const [only] = blocks;
  if (!found || !only) return;
  const [current, path] = found;
  if (whereInTable(editor) || currentNote(editor)) {
    editor.insertText(blocks.map(textOf).join(' '));
    return;
  }
  if (blocks.length === 1 && isTextBlock(only) && isTextBlock(current) && (!isBlank(editor, current) || only.type === 'paragraph')) {
    Transforms.insertNodes(editor, only.children as Descendant[], { select: true });
    return;
  }
  const allowed = allowedAt(editor, path);
  const fitted = blocks.map((block) => suited(editor, block, allowed, usualBlock(allowed)));
  const replaces = isTextBlock(current) && isBlank(editor, current) && !isTitle(current);
  const splits = !replaces && isTextBlock(current) && !isTitle(current) && editor.selection !== null && !Editor.isEnd(editor, editor.selection.anchor, path);
  const at = replaces ? path : Path.next(path);
  Editor.withoutNormalizing(editor, () => {
    if (replaces) Transforms.removeNodes(editor, { at: path });
    // In the middle of a paragraph the blocks go between its halves.
    if (splits) Transforms.splitNodes(editor, { always: true });
    Transforms.insertNodes(editor, fitted, { at, voids: true });
    const last = [...Path.parent(at), (at.at(-1) ?? 0) + fitted.length - 1];
    Transforms.select(editor, Editor.end(editor, last));
  });
}

function textOf(block: Block): string {
  const visit = (node: unknown): string => {
    if (typeof node !== 'object' || node === null) return '';
    if ('text' in node && typeof node.text === 'string' && !('type' in node)) return node.text;
    return 'children' in node && Array.isArray(node.children) ? node.children.map(visit).join('') : '';
  };
  return visit(block);
}

/** What is pasted on a heading that the form fixes goes into a paragraph under it: nothing pasted is lost. */
function leaveHeading(editor: Editor): void {
  if (fixedHeadingHere(editor)) editor.insertBreak();
}

/** Plain text: one line goes into the running text, an empty line or a line break starts a block. */
export function insertPlain(editor: Editor, text: string): void {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split(/\n+/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const [only = ''] = lines;
  // An address pasted over words makes them a link.
  if (lines.length === 1 && editor.selection && Range.isExpanded(editor.selection) && linkSchemes.test(only) && setLink(editor, only)) return;
  leaveHeading(editor);
  if (lines.length <= 1 || currentNote(editor) || whereInTable(editor)) {
    editor.insertText(lines.join(' '));
    return;
  }
  const here = currentBlock(editor);
  const usual = here ? usualBlock(allowedAt(editor, here[1])) : 'paragraph';
  const blocks = lines.map((line) => makeTextBlock(usual, editor.newId, line));
  insertBlocks(editor, blocks);
}

/** Reads the clipboard. Slate's own fragment (same draft or another) keeps its structure; ids are renewed. */
export function withPaste(editor: Editor): Editor {
  const reactPaste = editor.insertData as typeof editor.insertData | undefined;
  editor.insertData = (data) => {
    if (data.getData('application/x-slate-fragment') && reactPaste && !currentNote(editor)) {
      leaveHeading(editor);
      return reactPaste(data);
    }
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    if (!html || !editor.readPaste) return insertPlain(editor, text);
    void editor.readPaste({ html, text }).then((blocks) => {
      if (blocks && blocks.length > 0) insertBlocks(editor, blocks as Block[]);
      else insertPlain(editor, text);
    });
  };
  return editor;
}
