/** Repairs what outline-rules find: one fault a pass, nothing of the text is ever dropped. */
import { Editor, Node, type Path, Transforms } from 'slate';
import type { Section } from '../../../shared/document/tree.ts';
import { headingIn } from '../../../shared/template/headings.ts';
import { makeTextBlock } from './make.ts';
import { isSection } from './nodes.ts';
import { checkSection, type Fault } from './outline-rules.ts';
import { allowedAt, defAt, usualBlock } from './section-defs.ts';

/** What the form says over the section at `path`, in the draft's language. */
function formHeading(editor: Editor, path: Path): string {
  const def = defAt(editor, path);
  return def === null ? '' : headingIn(def, editor.language());
}

function repair(editor: Editor, path: Path, fault: Fault): void {
  const at = [...path, fault.at];
  switch (fault.rule) {
    case 'OUT-1':
      Transforms.insertNodes(editor, makeTextBlock('heading', editor.newId, formHeading(editor, path)), { at, voids: true });
      return;
    case 'OUT-2':
      Transforms.setNodes(editor, { level: fault.at === 0 && defAt(editor, path)?.heading !== 'none' ? 1 : 2 }, { at });
      return;
    case 'OUT-3':
      Transforms.insertNodes(editor, makeTextBlock(usualBlock(allowedAt(editor, path)), editor.newId), { at, voids: true });
      return;
    case 'OUT-5':
      Transforms.insertText(editor, formHeading(editor, path), { at: Editor.start(editor, at) });
      return;
    case 'OUT-4': {
      const wrapper = { ...makeTextBlock('paragraph', editor.newId), children: [] };
      Transforms.wrapNodes(editor, wrapper, { at, match: (_, found) => found.length === at.length });
      return;
    }
  }
}

/** Rows of one table get as many cells as the widest; text is never cut. */
function squareTable(editor: Editor, node: Node, path: Path): boolean {
  if (!('type' in node) || node.type !== 'table') return false;
  const width = Math.max(...node.children.map((row) => row.children.length));
  const index = node.children.findIndex((row) => row.children.length < width);
  const row = node.children[index];
  if (!row) return false;
  Transforms.insertNodes(editor, { type: 'cell', children: [{ text: '' }] }, { at: [...path, index, row.children.length], voids: true });
  return true;
}

/** A block at the root (a merge or a foreign paste left it there) moves to the end of the section before it. */
function gather(editor: Editor): boolean {
  const stray = editor.children.findIndex((child) => !isSection(child));
  if (stray < 0) return false;
  const before = editor.children[stray - 1];
  if (before && isSection(before)) {
    Transforms.moveNodes(editor, { at: [stray], to: [stray - 1, before.children.length] });
    return true;
  }
  const first = editor.template.sections[0];
  const section: Section = { type: 'section', id: editor.newId('s'), section: first?.id ?? 'body', children: [] };
  Transforms.wrapNodes(editor, section, { at: [stray], match: (_, path) => path.length === 1 });
  return true;
}

/** Normalises the tree to the rules of structure; unknown nodes are left whole. */
export function withOutline(editor: Editor): Editor {
  const { normalizeNode } = editor;
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (Node.isText(node)) return;
    if (path.length === 0 && gather(editor)) return;
    if (isSection(node)) {
      const fault = checkSection(node.children, defAt(editor, path));
      if (fault) {
        repair(editor, path, fault);
        return;
      }
    }
    if (squareTable(editor, node, path)) return;
    normalizeNode(entry, options);
  };
  return editor;
}
