/** Opens a DOCX as trees of elements: tests compare what the XML says, never ZIP bytes. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

export interface Opened {
  readonly parts: readonly string[];
  /** A part as text. */
  source(part: string): string;
  /** A part as a tree. */
  tree(part: string): Element;
}

export function open(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes);
  const source = (part: string) => Buffer.from(parts[part] ?? []).toString('utf8');
  return { parts: Object.keys(parts), source, tree: (part) => parse(source(part)) };
}

function parse(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] };
  const stack = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', (text) => void stack.at(-1)?.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top;
}

/** All elements of a name, in document order. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...all(child, name)]));
}

/** The first element of a name, at any depth. */
export function first(element: Element | undefined, name: string): Element | undefined {
  return element === undefined ? undefined : all(element, name)[0];
}

/** The words of an element: text of runs, without instructions of fields. */
export function words(element: Element): string {
  return all(element, 'w:t')
    .flatMap((text) => text.children)
    .join('');
}

/** Value of `w:val` of the first element of a name. */
export function val(element: Element | undefined, name: string): string | undefined {
  return first(element, name)?.attributes['w:val'];
}
