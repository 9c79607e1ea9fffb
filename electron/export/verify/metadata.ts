/** Metadata that an issued file may carry; whatever else it says about itself is a leak. */
import { unzipSync } from 'fflate';
import { allowedParts } from '../docx/clean.ts';
import { holdsOnlyPixels } from '../images.ts';
import { pdfStreams } from './pdf-streams.ts';

export type Format = 'docx' | 'pdf' | 'html' | 'md' | 'txt' | 'json' | 'csv';

/** Names the streams that hold metadata outside the allowed list; empty for a clean file. */
export function foreignMetadata(bytes: Uint8Array, format: Format): string[] {
  if (format === 'docx') return docx(bytes);
  if (format === 'pdf') return pdf(bytes);
  return format === 'html' ? html(Buffer.from(bytes).toString('utf8')) : [];
}

const coreMembers = new Set(['cp:coreProperties', 'dc:title', 'dc:language', 'dcterms:created', 'dcterms:modified']);

function docx(bytes: Uint8Array): string[] {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return ['the container'];
  }
  const found = Object.keys(parts).filter((name) => !allowedParts.some((part) => part.test(name)));
  const core = Buffer.from(parts['docProps/core.xml'] ?? []).toString('utf8');
  if ([...core.matchAll(/<([a-z]+:[a-zA-Z]+)/g)].some((match) => !coreMembers.has(match[1] ?? ''))) found.push('docProps/core.xml');
  for (const [name, data] of Object.entries(parts)) {
    if (/\.(png|jpe?g)$/.test(name) && !holdsOnlyPixels(data)) found.push(name);
    if (/\.xml$/.test(name) && /\bw\d*:rsid|<w:(ins|del|comment\w*|vanish|webHidden|docVars|attachedTemplate)\b/.test(Buffer.from(data).toString('utf8')))
      found.push(name);
  }
  return found;
}

/** Document information other than title, engine and dates; attachments; scripts; more than one end of file (an earlier revision below).
 *  The archive copy must say in its XMP which engine made it (PDF/A): that is no trace of a person. */
function pdf(bytes: Uint8Array): string[] {
  const texts = [bytes, ...pdfStreams(bytes)].map((data) => Buffer.from(data).toString('latin1'));
  const found: string[] = [];
  for (const text of texts) {
    if (/\/(EmbeddedFiles|EmbeddedFile|Filespec|JavaScript|Launch|RichMedia)\b/.test(text)) found.push('an attachment or script');
    if (/\/(Author|Keywords|Subject|Company|Manager|SourceModified)\s*[(<]/.test(text)) found.push('document information');
    if (/<(dc:creator|pdf:Keywords|dc:subject|xmpMM:History|photoshop:)/.test(withoutOwnHistory(text)) && /<x:xmpmeta|<rdf:RDF/.test(text)) found.push('XMP');
  }
  if ((texts[0]?.match(/startxref\s+\d+\s+%%EOF/g) ?? []).length !== 1) found.push('an earlier revision');
  if (!/%%EOF\s*$/.test(texts[0] ?? '')) found.push('what follows the end');
  return [...new Set(found)];
}

/** The engine writes a history of two steps into an archive copy (saved, converted): only that one is its own. */
function withoutOwnHistory(xmp: string): string {
  const step = (action: string) =>
    `<rdf:li rdf:parseType="Resource"><stEvt:action>${action}</stEvt:action><stEvt:when>[\\dTZ:-]+</stEvt:when>(?:<stEvt:softwareAgent>Typst [\\d.]+</stEvt:softwareAgent>)?<stEvt:instanceID>[\\w+/=]+</stEvt:instanceID></rdf:li>`;
  return xmp.replace(new RegExp(`<xmpMM:History><rdf:Seq>${step('saved')}${step('converted')}</rdf:Seq></xmpMM:History>`), '');
}

function html(text: string): string[] {
  const found: string[] = [];
  if (/<!--/.test(text)) found.push('a comment');
  if (/<meta[^>]+name\s*=\s*["']?(author|generator|creator|keywords|description)/i.test(text)) found.push('a meta element');
  for (const match of text.matchAll(/data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)/g))
    if (!holdsOnlyPixels(Buffer.from(match[1] ?? '', 'base64'))) found.push('a picture');
  return found;
}
