/** The last step: only an allowed list of parts, no trace of maker, time or machine, and the same bytes for the same Publication. */
import { unzipSync } from 'fflate';
import type { Publication } from '../../../shared/publication/publication.ts';
import { embedFonts } from './fonts.ts';
import { zip } from './zip.ts';

/** Parts that an issued document may hold; anything else that the library writes is dropped. */
export const allowedParts: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docProps\/core\.xml$/,
  /^word\/(document|styles|numbering|footnotes|settings|fontTable|header\d+|footer\d+)\.xml$/,
  /^word\/_rels\/(document|footnotes|header\d+|footer\d+)\.xml\.rels$/,
  /^word\/media\/image\d+\.(png|jpe?g)$/,
  /^word\/_rels\/fontTable\.xml\.rels$/,
  /^word\/fonts\/font\d+\.odttf$/,
];

type Parts = Map<string, string | Uint8Array>;

/** Takes what the library wrote apart and puts it together anew. */
export function clean(bytes: Uint8Array, publication: Publication): Uint8Array {
  const parts = read(bytes);
  parts.set('docProps/core.xml', coreProperties(publication));
  edit(parts, 'word/footnotes.xml', footnotes);
  edit(parts, 'word/styles.xml', (xml) => xml.replace('<w:pPrDefault><w:pPr>', '<w:pPrDefault><w:pPr><w:widowControl/>'));
  edit(parts, 'word/settings.xml', (xml) => xml.replace('<w:displayBackgroundShape/>', ''));
  for (const name of parts.keys()) edit(parts, name, drawingIds);
  renumberRelations(parts);
  prune(parts);
  addFonts(parts);
  return write(parts);
}

/** The font table with the house's own faces in it, their relations and their content type. */
function addFonts(parts: Parts): void {
  const styles = String(parts.get('word/styles.xml') ?? '');
  const names = [...new Set([...styles.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map((match) => match[1] ?? ''))].sort();
  const fonts = embedFonts(names);
  parts.set('word/fontTable.xml', fontTable(names, fonts.elements));
  if (fonts.relations === null) return;
  parts.set('word/_rels/fontTable.xml.rels', fonts.relations);
  for (const [name, bytes] of fonts.parts) parts.set(name, bytes);
  edit(parts, '[Content_Types].xml', (xml) =>
    xml.replace(/(<Types[^>]*>)/, '$1<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'),
  );
}

function read(bytes: Uint8Array): Parts {
  const decoder = new TextDecoder();
  const entries = Object.entries(unzipSync(bytes)).filter(([name]) => allowedParts.some((part) => part.test(name)));
  return new Map(entries.map(([name, data]) => [name, /\.(xml|rels)$/.test(name) ? decoder.decode(data) : data]));
}

function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (typeof part === 'string') parts.set(name, change(part));
}

/** Title, language and a date of the meeting; no person, no revision. */
function coreProperties(publication: Publication): string {
  const [year = '2000', month = '01', day = '01'] = (publication.dates?.end ?? '2000-01-01').split('-');
  const when = `${year}-${month}-${day}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${when}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(publication.title)}</dc:title><dc:language>${escapeXml(publication.language)}</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Each family used, with the family that Word takes where it is not installed and cannot be read from the document. */
function fontTable(names: readonly string[], embedded: ReadonlyMap<string, string>): string {
  const entry = (name: string) =>
    `<w:font w:name="${name}">${/Source|Noto/.test(name) ? `<w:altName w:val="${/Sans/.test(name) ? 'Calibri' : 'Georgia'}"/>` : ''}<w:family w:val="${/Sans/.test(name) ? 'swiss' : 'roman'}"/><w:pitch w:val="variable"/>${embedded.get(name) ?? ''}</w:font>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${names.map(entry).join('')}</w:fonts>`;
}

/** The number in a note stands on the line and hangs; the rule above the notes bears no stray number. */
function footnotes(xml: string): string {
  return xml
    .replaceAll('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:separator/></w:r>', '<w:r><w:separator/></w:r>')
    .replaceAll(
      '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:continuationSeparator/></w:r>',
      '<w:r><w:continuationSeparator/></w:r>',
    )
    .replaceAll('<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>', '<w:rStyle w:val="FootnoteNumber"/></w:rPr><w:footnoteRef/></w:r>');
}

/** Drawings are numbered anew (the library counts over all documents of a process), and a watermark's random name is taken off. */
function drawingIds(xml: string): string {
  let count = 0;
  const named = xml.replace(/PowerPlusWaterMarkObject[\w-]+/g, 'PowerPlusWaterMarkObject1');
  return named.replace(/(<wp:docPr [^>]*?\bid=")\d+(")/g, (_all, before: string, after: string) => `${before}${++count}${after}`);
}

/** Relations of links get ids in the order of the text instead of random ones. */
function renumberRelations(parts: Parts): void {
  for (const [name, rels] of parts) {
    const owner = /^word\/_rels\/(.+)\.rels$/.exec(name)?.[1];
    if (owner === undefined || typeof rels !== 'string') continue;
    const xml = parts.get(`word/${owner}`);
    if (typeof xml !== 'string') continue;
    const renamed = new Map([...rels.matchAll(/<Relationship Id="([^"]+)"/g)].map((match, n) => [match[1] ?? '', `rId${n + 1}`]));
    const anew = (attribute: string) => (_all: string, id: string) => `${attribute}="${renamed.get(id) ?? id}"`;
    parts.set(name, rels.replace(/\bId="([^"]+)"/g, anew('Id')));
    parts.set(`word/${owner}`, xml.replace(/\br:id="([^"]+)"/g, anew('r:id')).replace(/\br:embed="([^"]+)"/g, anew('r:embed')));
  }
}

/** Takes out relations and content types of parts that are gone, and lists of relations that are empty. */
function prune(parts: Parts): void {
  for (const name of [...parts.keys()].filter((part) => part.endsWith('.rels'))) {
    const folder = name === '_rels/.rels' ? '' : 'word/';
    edit(parts, name, (xml) =>
      xml.replace(/<Relationship [^>]*\/>/g, (relation) =>
        relation.includes('TargetMode="External"') || parts.has(folder + (/Target="([^"]+)"/.exec(relation)?.[1] ?? '')) ? relation : '',
      ),
    );
    if (!String(parts.get(name)).includes('<Relationship ')) parts.delete(name);
  }
  edit(parts, '[Content_Types].xml', (xml) =>
    xml
      .replace(/<Override [^>]*\/>/g, (override) => (parts.has(/PartName="\/([^"]+)"/.exec(override)?.[1] ?? '') ? override : ''))
      .replace(/<Default [^>]*\/>/g, (entry) => (/Extension="(xml|rels|png|jpeg|jpg)"/.test(entry) ? entry : '')),
  );
}

/** Content types first, as the format asks; then by name. */
function write(parts: Parts): Uint8Array {
  const encoder = new TextEncoder();
  const names = [...parts.keys()].sort((a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1));
  return zip(
    names.map((name) => {
      const part = parts.get(name) ?? '';
      return { name, bytes: typeof part === 'string' ? encoder.encode(part) : part, store: /\.(png|jpe?g)$/.test(name) };
    }),
  );
}
