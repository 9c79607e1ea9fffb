/** Streaming XML with a bounded depth and no document type: what hostile files try is refused before it is read. */
import { SaxesParser } from 'saxes';
import { limits, Refused } from '../limits.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** @throws Refused  a document type, too deep, or not well formed */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refused('input/unreadable', 'it declares a document type');
  });
  parser.on('error', () => {
    throw new Refused('input/unreadable', 'a part of it is not well formed');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new Refused('input/unreadable', 'it nests too deeply');
    handler.open(tag.name, Object.assign(Object.create(null), tag.attributes) as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(tag.name);
  });
  parser.on('text', (text) => handler.text(text));
  parser.write(new TextDecoder().decode(bytes)).close();
}
