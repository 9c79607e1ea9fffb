/** Inline parts of pasted HTML: text with marks, links with allowed schemes, notes. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Inline, linkSchemes } from '../../../shared/document/tree.ts';

export interface Marks {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly superscript?: true;
  readonly subscript?: true;
}

export interface InlineContext {
  readonly marks: Marks;
  /** Notes by the name of their anchor ("_ftn1"). */
  readonly notes: ReadonlyMap<string, Inline[]>;
  readonly newId: () => string;
  readonly dropped: Set<string>;
  readonly droppedNames: Readonly<Record<string, string>>;
}

export function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}

export function children(node: Tree.Node): readonly Tree.ChildNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attribute(node: Tree.Element, name: string): string {
  return node.attrs.find((attr) => attr.name === name)?.value ?? '';
}

export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('type' in inline ? (inline.children as readonly Inline[]).map((child) => ('text' in child ? child.text : '')).join('') : inline.text))
    .join('');
}

/** Leaves and inline elements of a node. Depth is bounded by the caller's walk and by parse5's own tree. */
export function leavesOf(node: Tree.Node, context: InlineContext, depth = 0): Inline[] {
  if (node.nodeName === '#text') {
    const text = (node as Tree.TextNode).value.replace(/[\t\r\n ]+/g, ' ').replace(/[\u200b\ufeff\u00ad]/g, '');
    return text === '' ? [] : [{ text, ...context.marks }];
  }
  if (!isElement(node) || depth > 100) return [];
  if (node.tagName === 'br') return [{ text: '\n', ...context.marks }];
  const dropped = context.droppedNames[node.tagName];
  if (dropped !== undefined) {
    if (dropped !== '') context.dropped.add(dropped);
    return [];
  }
  if (node.tagName === 'a') return anchor(node, context, depth);
  const inner = { ...context, marks: { ...context.marks, ...marksOf(node) } };
  return children(node).flatMap((child) => leavesOf(child, inner, depth + 1));
}

function anchor(node: Tree.Element, context: InlineContext, depth: number): Inline[] {
  const href = attribute(node, 'href').trim();
  const note = /#(_(?:ftn|edn)\d+)$/.exec(href);
  const words = note === null ? undefined : context.notes.get(note[1] ?? '');
  if (words !== undefined)
    return [
      {
        type: 'footnote',
        id: context.newId(),
        children: words.flatMap((inline) => ('type' in inline && inline.type !== 'link' ? [] : [inline])) as { text: string }[],
      },
    ];
  const leaves = children(node).flatMap((child) => leavesOf(child, context, depth + 1));
  const texts = leaves.flatMap((leaf) => ('type' in leaf ? [] : [leaf]));
  if (href === '' || href.startsWith('#') || texts.length !== leaves.length || texts.every(({ text }) => text.trim() === '')) return leaves;
  if (!linkSchemes.test(href) || href.length > 2000) {
    context.dropped.add('link to a place that reports may not point to');
    return leaves;
  }
  return [{ type: 'link', url: href, children: texts }];
}

/** Marks by element, or by the style that Word and Google Docs write instead. */
function marksOf(node: Tree.Element): Marks {
  const style = attribute(node, 'style').toLowerCase();
  const name = node.tagName;
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
  const plain = weight === 'normal' || weight === '400';
  const bold = !plain && (name === 'b' || name === 'strong' || weight === 'bold' || Number(weight) >= 600);
  const italic = /font-style:\s*italic/.test(style) || ((name === 'i' || name === 'em' || name === 'cite') && !/font-style:\s*normal/.test(style));
  return {
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(name === 'u' ? { underline: true as const } : {}),
    ...(name === 'sup' || /vertical-align:\s*super/.test(style) ? { superscript: true as const } : {}),
    ...(name === 'sub' || /vertical-align:\s*sub(?!er)/.test(style) ? { subscript: true as const } : {}),
  };
}
