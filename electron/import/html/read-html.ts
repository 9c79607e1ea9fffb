/** HTML and Markdown files: blocks with hints. Scripts, styles and foreign parts are never read. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { limits, Refused } from '../limits.ts';
import type { Source, SourceLine, SourceMark } from '../source.ts';

const skipped = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'nav', 'form', 'button', 'select']);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'table',
  'tr',
  'pre',
  'figure',
  'figcaption',
  'body',
  'address',
  'hr',
]);

/** @throws Refused  nested too deeply */
export function readHtml(text: string): Source {
  const walker = new Walker();
  const document = parse(text);
  walker.walk(document, 0, null);
  walker.flush(null);
  const title = findTitle(document);
  return { kind: 'html', lines: walker.lines, notices: [], ...(title === undefined ? {} : { title }) };
}

type Hint = SourceLine['hint'];

class Walker {
  readonly lines: SourceLine[] = [];
  #text = '';
  #marks: SourceMark[] = [];
  readonly #lists: { ordered: boolean; count: number }[] = [];

  walk(node: Tree.Node, depth: number, hint: Hint | null): void {
    if (depth > limits.xmlDepth) throw new Refused('input/unreadable', 'it nests too deeply');
    if (node.nodeName === '#text') {
      const words = (node as Tree.TextNode).value.replace(/\s+/g, ' ');
      this.#text += this.#text === '' || this.#text.endsWith(' ') ? words.trimStart() : words;
      return;
    }
    if (skipped.has(node.nodeName) || !('childNodes' in node) || attribute(node, 'role') === 'doc-backlink') return;
    if (node.nodeName === 'br') this.#text += '\n';
    if (!blocks.has(node.nodeName)) this.#inline(node, depth, hint);
    else this.#block(node, depth, hint);
  }

  #inline(node: Tree.ParentNode, depth: number, hint: Hint | null): void {
    const start = this.#text.length;
    for (const child of node.childNodes) this.walk(child, depth + 1, hint);
    const mark = ({ b: 'bold', strong: 'bold', i: 'italic', em: 'italic', sup: 'superscript' } as const)[node.nodeName];
    if (mark !== undefined && this.#text.length > start) this.#marks.push({ start, end: this.#text.length, mark });
  }

  #block(node: Tree.ParentNode, depth: number, hint: Hint | null): void {
    this.flush(hint);
    if (node.nodeName === 'tr') {
      this.#row(node);
      return;
    }
    const isList = node.nodeName === 'ul' || node.nodeName === 'ol';
    if (isList) this.#lists.push({ ordered: node.nodeName === 'ol', count: firstOf(node) - 1 });
    const own = noteHint(node) ?? this.#hintOf(node) ?? hint;
    for (const child of node.childNodes) this.walk(child, depth + 1, own);
    this.flush(own);
    if (isList) this.#lists.pop();
  }

  #hintOf(node: Tree.ParentNode): Hint | null {
    const name = node.nodeName;
    const heading = /^h([1-6])$/.exec(name);
    if (heading?.[1] !== undefined) return { kind: 'heading', level: Number(heading[1]) };
    if (name === 'blockquote') return { kind: 'quote' };
    const list = this.#lists.at(-1);
    if (name !== 'li' || list === undefined) return null;
    const value = Number(attribute(node, 'value'));
    list.count = Number.isInteger(value) && value > 0 ? value : list.count + 1;
    return list.ordered ? { kind: 'number', label: `${list.count}.`, level: this.#lists.length } : { kind: 'bullet', level: this.#lists.length };
  }

  #row(node: Tree.ParentNode): void {
    const cells = node.childNodes
      .filter((child) => child.nodeName === 'td' || child.nodeName === 'th')
      .map((cell) => plainText(cell).replace(/\s+/g, ' ').trim());
    if (cells.some((cell) => cell !== '')) this.lines.push({ text: cells.join(' | '), line: this.lines.length + 1, whole: true, hint: { kind: 'row', cells } });
  }

  flush(hint: Hint | null): void {
    const lead = this.#text.length - this.#text.trimStart().length;
    const text = this.#text.trim();
    const marks = this.#marks
      .map(({ start, end, mark }) => ({ start: Math.max(0, start - lead), end: Math.min(text.length, end - lead), mark }))
      .filter(({ start, end }) => end > start);
    if (text !== '')
      this.lines.push({
        text,
        line: this.lines.length + 1,
        whole: true,
        ...(hint === null || hint === undefined ? {} : { hint }),
        ...(marks.length === 0 ? {} : { marks }),
      });
    this.#text = '';
    this.#marks = [];
  }
}

/** The number that a list begins with: 1, or what its `start` says. */
function firstOf(list: Tree.Node): number {
  const start = attribute(list, 'start');
  return /^\d{1,5}$/.test(start) ? Number(start) : 1;
}

function attribute(node: Tree.Node, name: string): string {
  return 'attrs' in node ? (node.attrs.find((attr) => attr.name === name)?.value ?? '') : '';
}

/** An item or paragraph whose id says that it is a note: "note-3", "fn3", "_ftn3", "cite_note-3". */
function noteHint(node: Tree.ParentNode): Hint | null {
  const match = /^(?:cite_)?(?:_?ftn|_?edn|fn|note|footnote|endnote)[-_:]?(\d{1,3})$/i.exec(attribute(node, 'id'));
  return match === null ? null : { kind: 'note', mark: match[1] ?? '' };
}

function plainText(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (skipped.has(node.nodeName) || !('childNodes' in node)) return '';
  return node.childNodes.map(plainText).join(' ');
}

function findTitle(node: Tree.Node): string | undefined {
  if (node.nodeName === 'title' && 'childNodes' in node)
    return node.childNodes
      .map((child) => ('value' in child ? child.value : ''))
      .join('')
      .trim();
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findTitle(child);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}
