/** What Word writes instead of lists and notes, and tables of every kind. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Inline } from '../../../shared/document/tree.ts';
import { attribute, children, type InlineContext, isElement, leavesOf } from './inlines.ts';

export interface WordItem {
  readonly ordered: boolean;
  readonly roman: boolean;
  readonly level: number;
  /** The paragraph without its typed sign. */
  readonly rest: Tree.Element;
}

/** A paragraph with `mso-list: l0 level2 lfo1` is an item; its sign stands in a span that says `mso-list: Ignore`. */
export function wordItem(node: Tree.Element): WordItem | null {
  const list = /mso-list:\s*l\d+\s+level(\d+)/i.exec(attribute(node, 'style'));
  if (list === null) return null;
  const sign = findSign(node, 0);
  const label = sign === null ? '' : textOf(sign, 0).replace(/[\s\u00a0.)(]+/g, '');
  const ordered = /^(?:\d+|[ivxlc]+|[a-z])$/i.test(label) && !/^[o]$/.test(label);
  return { ordered, roman: /^(?:[ivxlc]+|[a-z])$/i.test(label), level: Number(list[1] ?? 1), rest: without(node, sign) };
}

function findSign(node: Tree.Element, depth: number): Tree.Element | null {
  for (const child of children(node)) {
    if (!isElement(child) || depth > 20) continue;
    if (/mso-list:\s*ignore/i.test(attribute(child, 'style'))) return child;
    const inner = findSign(child, depth + 1);
    if (inner !== null) return inner;
  }
  return null;
}

function without(node: Tree.Element, sign: Tree.Element | null): Tree.Element {
  if (sign === null) return node;
  const copy = (one: Tree.ChildNode): Tree.ChildNode[] => {
    if (one === sign) return [];
    return isElement(one) ? [{ ...one, childNodes: one.childNodes.flatMap(copy) }] : [one];
  };
  return { ...node, childNodes: node.childNodes.flatMap(copy) };
}

function textOf(node: Tree.Node, depth: number): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return depth > 50
    ? ''
    : children(node)
        .map((child) => textOf(child, depth + 1))
        .join('');
}

/** Word's notes at the end of the document: `<div style="mso-element:footnote" id="ftn1">`, by the name their marks link to. */
export function readNotes(root: Tree.Node): Map<string, Inline[]> {
  const notes = new Map<string, Inline[]>();
  const visit = (node: Tree.Node, depth: number): void => {
    if (depth > 100) return;
    if (isElement(node) && /mso-element:\s*(?:footnote|endnote)(?!-)/i.test(attribute(node, 'style'))) {
      const text = textOf(node, 0)
        .replace(/\s+/g, ' ')
        .replace(/^\s*\[?\d+\]?\s*/, '')
        .trim();
      if (text !== '') notes.set(`_${attribute(node, 'id')}`, [{ text }]);
      return;
    }
    for (const child of children(node)) visit(child, depth + 1);
  };
  visit(root, 0);
  return notes;
}

/** A table as a block; null where it holds no words. A table of one cell is layout, read as text by its caller's table. */
export function readTable(node: Tree.Element, context: InlineContext): Block | null {
  const rows: Tree.Element[] = [];
  const collect = (one: Tree.Node, depth: number): void => {
    for (const child of children(one)) {
      if (!isElement(child) || depth > 4) continue;
      if (child.tagName === 'tr') rows.push(child);
      else if (['tbody', 'thead', 'tfoot'].includes(child.tagName)) collect(child, depth + 1);
    }
  };
  collect(node, 0);
  const cells = rows.slice(0, 2000).map((row) =>
    children(row)
      .filter((child): child is Tree.Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'))
      .slice(0, 20)
      .map((cell) => ({ type: 'cell' as const, children: leafsOfCell(cell, context) })),
  );
  const filled = cells.filter((row) => row.length > 0);
  if (!filled.some((row) => row.some((cell) => cell.children.some((inline) => 'type' in inline || inline.text.trim() !== '')))) return null;
  const headed = rows.findIndex((row) => !children(row).some((child) => isElement(child) && child.tagName === 'th'));
  return {
    type: 'table',
    id: context.newId(),
    headerRows: Math.min(3, headed < 0 ? 1 : headed),
    children: filled.map((row) => ({ type: 'row', children: row })),
  };
}

function leafsOfCell(cell: Tree.Element, context: InlineContext): Inline[] {
  const found = children(cell)
    .flatMap((child) => leavesOf(child, context))
    .filter((inline) => 'type' in inline || inline.text !== '');
  const texts = found.map((inline) => ('type' in inline ? inline : { ...inline, text: inline.text.replace(/\s+/g, ' ') }));
  return texts.length === 0 ? [{ text: '' }] : texts;
}
