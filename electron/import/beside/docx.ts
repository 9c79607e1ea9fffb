/** A Word file beside its text: properties, links, fields, text boxes, alternative texts, authors of changes, and what it carries along. */
import { unzipBounded } from '../docx/unzip.ts';
import { readXml } from '../docx/xml.ts';
import { Refused } from '../limits.ts';
import type { Found } from './beside.ts';
import { PartReader, readUnmarkedNotes } from './docx-part.ts';
import { docxProperties } from './docx-properties.ts';

const texts =
  /^word\/(?:document|footnotes|endnotes|comments|settings|people|(?:header|footer)\d*|glossary\/document|(?:diagrams\/data|charts\/chart)\d*)\.xml$/;
const properties = /^(?:docProps\/(?:core|app|custom)|customXml\/item\d+)\.xml$/;
const relations = /^(?:word\/(?:[\w]+\/)?)?_rels\/[^/]*\.rels$/;
const carried = /^word\/(?:embeddings|activeX|afchunk\w*)\/|\/(?:vbaProject\.bin|afchunk[^/]*)$/i;

/** @throws Refused  as reading the text does */
export function besideDocx(bytes: Uint8Array, found: Found): void {
  const along: string[] = [];
  const parts = unzipBounded(bytes, (name) => {
    if (carried.test(name) && !name.endsWith('.rels') && !name.endsWith('/')) along.push(name);
    return texts.test(name) || properties.test(name) || relations.test(name);
  });
  for (const name of along) found.add('unread', 'a file carried in the document', name.replace(/^.*\//, ''));
  for (const [name, part] of parts) {
    if (relations.test(name)) continue;
    // A part beside the text that cannot be read is told; the text itself was refused before.
    attempt(name, found, () => (properties.test(name) ? docxProperties(name, part, found) : readPart(name, part, parts, found)));
  }
  readUnmarkedNotes(parts, found);
}

function attempt(name: string, found: Found, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'input/too-large' || name === 'word/document.xml') throw error;
    found.add('unread', 'a part of the document', name);
  }
}

function readPart(name: string, part: Uint8Array, parts: ReadonlyMap<string, Uint8Array>, found: Found): void {
  const targets = targetsOf(parts.get(name.replace(/([^/]+)$/, '_rels/$1.rels')));
  const reader = new PartReader(name, targets, found);
  readXml(part, reader);
  for (const [id, { target, type }] of targets) {
    if (!reader.used.has(id)) found.add('link', `${type === 'attachedTemplate' ? 'template of the file' : `link kept in the file (${type})`}`, target);
  }
}

/** What a part refers to outside the file, by the id that its text uses. */
function targetsOf(bytes: Uint8Array | undefined): Map<string, { readonly target: string; readonly type: string }> {
  const targets = new Map<string, { target: string; type: string }>();
  if (bytes === undefined) return targets;
  readXml(bytes, {
    open(name, at) {
      if (name !== 'Relationship' || at['TargetMode'] !== 'External') return;
      targets.set(at['Id'] ?? '', { target: at['Target'] ?? '', type: (at['Type'] ?? '').replace(/^.*\//, '') });
    },
    close() {},
    text() {},
  });
  return targets;
}
