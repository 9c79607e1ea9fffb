/** An HTML file beside its text: head, links, alternative texts, remarks, and the parts that no import takes. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { limits, Refused } from '../limits.ts';
import { type Found, kindOf, linkOf } from './beside.ts';

/** Elements whose words the reader of the text leaves out. */
const left = new Set(['template', 'noscript', 'svg', 'math', 'iframe', 'object', 'nav', 'form', 'button', 'select', 'option', 'textarea']);
/** Attributes that lead somewhere, and those that hold words. */
const leads = ['href', 'src', 'action', 'cite', 'data', 'poster', 'srcset', 'xlink:href'];
const words = ['alt', 'title', 'aria-label', 'aria-description', 'placeholder', 'value', 'summary', 'label'];
/** What `meta` says about pages, not about people or content. */
const technical = /^(?:viewport|robots|generator|color-scheme|theme-color|format-detection|referrer|darkreader.*|date|dcterms\.(?:created|modified))$/i;

/** @throws Refused  nested too deeply, or too much of it */
export function besideHtml(text: string, found: Found): void {
  walk(parse(text, { sourceCodeLocationInfo: true }), { found, out: false }, 0);
}

interface Walk {
  readonly found: Found;
  /** Inside an element that the reader of the text leaves out. */
  readonly out: boolean;
}

function walk(node: Tree.Node, { found, out }: Walk, depth: number): void {
  if (depth > limits.xmlDepth) throw new Refused('input/unreadable', 'it nests too deeply');
  const line = 'sourceCodeLocation' in node && node.sourceCodeLocation ? ` (line ${node.sourceCodeLocation.startLine})` : '';
  if (node.nodeName === '#comment') found.add('text', `remark in the source${line}`, (node as Tree.CommentNode).data);
  if (node.nodeName === '#text' && out) found.add('text', `words beside the text${line}`, (node as Tree.TextNode).value);
  if ('attrs' in node) attributes(node, line, found);
  if (node.nodeName === 'title' && !out) found.add('property', `title of the page${line}`, wordsOf(node));
  if (node.nodeName === 'template' && 'content' in node) walk(node.content, { found, out: true }, depth + 1);
  if (!('childNodes' in node) || node.nodeName === 'script' || node.nodeName === 'style') return;
  for (const child of node.childNodes) walk(child, { found, out: out || left.has(node.nodeName) }, depth + 1);
}

function attributes(node: Tree.Element, line: string, found: Found): void {
  const of = (name: string) => node.attrs.find((attr) => attr.name === name)?.value ?? '';
  if (node.nodeName === 'meta') {
    const name = of('name') || of('property') || of('itemprop');
    if (name !== '' && !technical.test(name)) found.add(kindOf(name), `“${name}” in the head of the page${line}`, of('content'));
    return;
  }
  for (const name of leads) {
    const target = of(name);
    // A picture kept in the page is no link, nor is a place in it.
    if (target !== '' && !/^(?:data:|#)/i.test(target))
      found.add('link', `${node.nodeName === 'img' ? 'source of a picture' : linkOf(wordsOf(node))}${line}`, target);
  }
  for (const name of words) {
    const isAlt = name === 'alt' || name.startsWith('aria');
    if (name !== 'value' || node.nodeName !== 'li') found.add(isAlt ? 'alt' : 'text', `${isAlt ? 'alternative text' : `words of “${name}”`}${line}`, of(name));
  }
}

function wordsOf(node: Tree.Node, depth = 0): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  return 'childNodes' in node && depth < limits.xmlDepth ? node.childNodes.map((child) => wordsOf(child, depth + 1)).join('') : '';
}
