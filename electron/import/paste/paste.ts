/** Pasted HTML (Word's and the web's) or text to blocks of the schema. Foreign parts never pass; what was left out is told. */
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { Block, type Inline } from '../../../shared/document/tree.ts';
import { limits } from '../limits.ts';
import { attribute, children, isElement, leavesOf, type Marks, plainText } from './inlines.ts';
import { readNotes, readTable, wordItem } from './word.ts';

export interface Pasted {
  readonly blocks: Block[];
  /** Kinds of parts that were left out: "picture", "script", "form field". */
  readonly dropped: string[];
}

/** What stands for itself in no report, and what to call it. */
const droppedNames: Readonly<Record<string, string>> = {
  script: 'script',
  style: '',
  img: 'picture',
  svg: 'picture',
  picture: 'picture',
  canvas: 'picture',
  video: 'video',
  audio: 'audio',
  iframe: 'embedded page',
  object: 'embedded object',
  embed: 'embedded object',
  form: 'form',
  input: 'form field',
  select: 'form field',
  textarea: 'form field',
  button: 'button',
  math: 'formula',
  template: '',
  noscript: '',
  head: '',
  title: '',
  meta: '',
  link: '',
};
const structural = new Set(
  'p div section article main header footer aside blockquote h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th pre figure figcaption dl dt dd address hr body html center'.split(
    ' ',
  ),
);

/** @param newId makes ids unique in the draft that receives the blocks
 *  @fails input/too-large  the parts nest more than 100 deep, or there are more than 20,000 of them */
export function pasteBlocks(input: { readonly html?: string | undefined; readonly text?: string | undefined }, newId: () => string): Result<Pasted> {
  if (input.html === undefined || input.html.trim() === '') return ok({ blocks: fromText(input.text ?? '', newId), dropped: [] });
  try {
    const reader = new PasteReader(newId);
    // Word sends a whole document; a fragment of one would lose its notes.
    const root = /<html[\s>]/i.test(input.html) ? parse(input.html) : parseFragment(input.html);
    reader.read(root);
    const blocks = reader.blocks.length === 0 && input.text !== undefined ? fromText(input.text, newId) : reader.blocks;
    return ok({ blocks, dropped: [...reader.dropped] });
  } catch (error) {
    if (error instanceof RangeError) return fail('input/too-large', { file: 'the clipboard', limit: error.message });
    throw error;
  }
}

/** Plain text: blank lines part paragraphs; typed bullets and numbers become lists. */
function fromText(text: string, newId: () => string): Block[] {
  const lines = text.replace(/\r\n?/g, '\n').slice(0, 5_000_000).split('\n');
  const paragraphs = text.includes('\n\n')
    ? text
        .replace(/\r\n?/g, '\n')
        .split(/\n{2,}/)
        .flatMap(splitList)
    : lines;
  return paragraphs
    .map((line) => line.replace(/\s*\n\s*/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => typedBlock([{ text: line }], newId));
}

/** Lines of a paragraph that are items stand for themselves. */
function splitList(paragraph: string): string[] {
  return paragraph.split(/\n(?=\s*(?:[•·▪◦‣–—*-]|\d{1,3}[.)]|\(?[ivx]{1,5}[.)])\s)/);
}

/** A block from inlines whose bullet or number was typed. */
export function typedBlock(inlines: Inline[], newId: () => string): Block {
  const [first] = inlines;
  const text = first !== undefined && !('type' in first) ? first.text : '';
  const sign = /^\s*([•·▪◦‣–—*-]|o)\s+/.exec(text) ?? /^\s*(\d{1,3})[.)]\s+/.exec(text) ?? /^\s*\(?([ivx]{1,5}|[a-h])[.)]\s+/.exec(text);
  if (sign === null || first === undefined || 'type' in first) return { type: 'paragraph', id: newId(), children: inlines };
  const children: Inline[] = [{ ...first, text: text.slice(sign[0].length) }, ...inlines.slice(1)];
  if (/\d/.test(sign[1] ?? '')) return { type: 'numbered', id: newId(), children };
  if (/^[a-z]+$/.test(sign[1] ?? '') && sign[1] !== 'o') return { type: 'subitem', level: 1, id: newId(), children };
  return { type: 'bullet', level: 1, id: newId(), children };
}

class PasteReader {
  readonly blocks: Block[] = [];
  readonly dropped = new Set<string>();
  readonly #newId: () => string;
  #notes: ReadonlyMap<string, Inline[]> = new Map();
  #open: Inline[] = [];

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  read(root: Tree.Node): void {
    this.#notes = readNotes(root);
    this.#walk(root, 0, null);
    this.#flush(null);
  }

  #walk(node: Tree.Node, depth: number, list: List | null): void {
    if (depth > limits.xmlDepth) throw new RangeError('nested too deeply');
    if (this.blocks.length > 20_000) throw new RangeError('more than 20,000 paragraphs');
    if (!isElement(node)) {
      if (node.nodeName === '#text') this.#open.push(...leavesOf(node, this.#inlineContext()));
      else for (const child of children(node)) this.#walk(child, depth + 1, list);
      return;
    }
    const name = node.tagName;
    const dropped = droppedNames[name];
    if (dropped !== undefined) {
      if (dropped !== '') this.dropped.add(dropped);
      return;
    }
    if (/mso-element:\s*(?:footnote|endnote)/i.test(attribute(node, 'style'))) return;
    if (!structural.has(name) && !holdsBlocks(node, 0)) this.#open.push(...leavesOf(node, this.#inlineContext()));
    else if (!structural.has(name)) for (const child of children(node)) this.#walk(child, depth + 1, list);
    else this.#element(node, depth, list);
  }

  #inlineContext() {
    return { marks: {} as Marks, notes: this.#notes, newId: this.#newId, dropped: this.dropped, droppedNames };
  }

  #element(node: Tree.Element, depth: number, list: List | null): void {
    const name = node.tagName;
    if (name === 'table') {
      this.#flush(list);
      const table = readTable(node, this.#inlineContext());
      if (table !== null) this.blocks.push(table);
      return;
    }
    if (name === 'hr') return;
    const level = { ul: true, ol: true }[name as 'ul' | 'ol'] === true ? (list?.level ?? 0) + 1 : 0;
    if (level > 0) {
      this.#flush(list);
      for (const child of children(node)) this.#walk(child, depth + 1, { ordered: name === 'ol', level, roman: /^[iIaA]$/.test(attribute(node, 'type')) });
      this.#flush(null);
      return;
    }
    this.#flush(list);
    const word = wordItem(node);
    for (const child of children(word?.rest ?? node)) this.#walk(child, depth + 1, name === 'li' ? list : null);
    if (word !== null) this.#put({ ordered: word.ordered, level: word.level, roman: word.roman });
    else this.#put(list, node);
  }

  #flush(list: List | null): void {
    this.#put(list);
  }

  /** Ends the open paragraph as what its element says. */
  #put(list: List | null, node?: Tree.Element): void {
    const inlines = trimmed(this.#open);
    this.#open = [];
    if (inlines.length === 0) return;
    const block = blockOf(inlines, list, node, this.#newId);
    const checked = Block.safeParse(block);
    if (checked.success) this.blocks.push(checked.data);
    else this.blocks.push({ type: 'paragraph', id: this.#newId(), children: [{ text: plainText(inlines) }] });
  }
}

interface List {
  readonly ordered: boolean;
  readonly level: number;
  readonly roman: boolean;
}

function blockOf(inlines: Inline[], list: List | null, node: Tree.Element | undefined, newId: () => string): Block {
  const id = newId();
  if (list?.ordered === true) {
    return list.roman || list.level > 1
      ? { type: 'subitem', id, level: Math.min(2, Math.max(1, list.level - 1)), children: inlines }
      : { type: 'numbered', id, children: inlines };
  }
  if (list !== null) return { type: 'bullet', id, level: Math.min(3, list.level), children: inlines };
  const heading = /^h([1-6])$/.exec(node?.tagName ?? '') ?? /\bMsoHeading([1-6])\b/.exec(node === undefined ? '' : attribute(node, 'class'));
  if (heading !== null) return { type: 'heading', id, level: Math.min(3, Math.max(2, Number(heading[1]))), children: inlines };
  if (node?.tagName === 'blockquote' || /Quote/.test(node === undefined ? '' : attribute(node, 'class'))) return { type: 'quote', id, children: inlines };
  const typed = typedBlock(inlines, () => id);
  return typed;
}

/** No space at either end; neighbours with the same marks are one leaf; never empty leaves alone. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (!('type' in inline) && last !== undefined && !('type' in last) && sameMarks(last, inline))
      out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  const spaced = out.map((inline) =>
    'type' in inline ? inline : { ...inline, text: inline.text.replace(/[ \t\u00a0]*\n[ \t\u00a0]*/g, '\n').replace(/ {2,}/g, ' ') },
  );
  const [first] = spaced;
  if (first !== undefined && !('type' in first)) spaced[0] = { ...first, text: first.text.trimStart() };
  const last = spaced.at(-1);
  if (last !== undefined && !('type' in last)) spaced[spaced.length - 1] = { ...last, text: last.text.trimEnd() };
  const kept = spaced.filter((inline) => 'type' in inline || inline.text !== '');
  if (!kept.some((inline) => 'type' in inline || inline.text.trim() !== '')) return [];
  // Slate keeps a leaf on either side of an inline element.
  const edged: Inline[] = [];
  for (const inline of kept) {
    const before = edged.at(-1);
    if ('type' in inline && (before === undefined || 'type' in before)) edged.push({ text: '' });
    edged.push(inline);
  }
  const end = edged.at(-1);
  if (end !== undefined && 'type' in end) edged.push({ text: '' });
  return edged;
}

function sameMarks(a: object, b: object): boolean {
  const marks = (leaf: object) =>
    JSON.stringify(
      Object.entries(leaf)
        .filter(([key]) => key !== 'text')
        .sort(),
    );
  return marks(a) === marks(b);
}

function holdsBlocks(node: Tree.Element, depth: number): boolean {
  return depth < limits.xmlDepth && children(node).some((child) => isElement(child) && (structural.has(child.tagName) || holdsBlocks(child, depth + 1)));
}
