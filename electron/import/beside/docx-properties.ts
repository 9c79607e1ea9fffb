/** The properties of a Word file: what File > Info shows, what a house added, and data that a form keeps. */
import { readXml } from '../docx/xml.ts';
import { type BesideKind, type Found, kindOf } from './beside.ts';

const named: Readonly<Record<string, readonly [BesideKind, string]>> = {
  'dc:title': ['property', 'title of the file’s properties'],
  'dc:subject': ['property', 'subject of the file’s properties'],
  'dc:creator': ['author', 'author of the file’s properties'],
  'cp:lastModifiedBy': ['author', 'last modified by, in the file’s properties'],
  'cp:keywords': ['property', 'tags of the file’s properties'],
  'dc:description': ['property', 'comments of the file’s properties'],
  'cp:category': ['property', 'category of the file’s properties'],
  'cp:contentStatus': ['property', 'status of the file’s properties'],
  'dc:identifier': ['property', 'identifier of the file’s properties'],
  Company: ['company', 'company of the file’s properties'],
  Manager: ['author', 'manager of the file’s properties'],
  HyperlinkBase: ['link', 'hyperlink base of the file’s properties'],
  Template: ['property', 'template of the file’s properties'],
};

/** @throws Refused  a part that is not well formed */
export function docxProperties(part: string, bytes: Uint8Array, found: Found): void {
  const isCustom = part === 'docProps/custom.xml';
  const isData = part.startsWith('customXml/');
  let own = '';
  let text = '';
  let list = '';
  readXml(bytes, {
    open(name, at) {
      text = '';
      if (name === 'property') own = at['name'] ?? '';
      if (name === 'TitlesOfParts' || name === 'HLinks') list = name;
      if (isData) for (const value of Object.values(at)) if (/@|mailto:|[\\/].*\\/.test(value)) found.add('property', 'data kept in the file', value);
    },
    close(name) {
      const [kind, place] = named[name] ?? [];
      if (!isCustom && !isData && kind !== undefined && place !== undefined) found.add(kind, place, text);
      else if (isCustom) found.add(kindOf(own), `property “${own}” of the file`, text);
      else if (isData) found.add('property', 'data kept in the file', text);
      else if (list === 'HLinks' && /^vt:lpw?str$/.test(name)) found.add('link', 'link kept in the file’s properties', text);
      else if (list === 'TitlesOfParts' && /^vt:lpw?str$/.test(name)) found.add('outline', 'titles in the file’s properties', text);
      if (name === list) list = '';
      text = '';
    },
    text(more) {
      text += more;
    },
  });
}
