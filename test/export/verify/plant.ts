/** Hides a name in a clean file: one function a hiding place. */
import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export const canary = 'Tove Vandrelwitz';

type Parts = Record<string, Uint8Array>;

function repacked(bytes: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts as Zippable);
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Puts a part into a DOCX. */
function part(name: string, content: string | Uint8Array): (bytes: Uint8Array) => Uint8Array {
  return (bytes) =>
    repacked(bytes, (parts) => {
      parts[name] = typeof content === 'string' ? strToU8(content) : content;
    });
}

/** Puts XML before the end of the body of a DOCX's part. */
function inside(name: string, xml: string, before = '</w:body>'): (bytes: Uint8Array) => Uint8Array {
  return (bytes) =>
    repacked(bytes, (parts) => {
      const source = text(parts[name]);
      if (!source.includes(before)) throw new Error(`no ${before} in ${name}`);
      parts[name] = strToU8(source.replace(before, `${xml}${before}`));
    });
}

const run = (words: string, properties = '') => `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
const utf16 = (words: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(words, 'utf16le');
  return order === 'le' ? bytes : Buffer.from(bytes).swap16();
};
const entity = [...canary].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join('');

export function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pngWith = (data: Buffer) => Buffer.concat([png.subarray(0, 33), data, png.subarray(33)]);
const exif = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0x00, 0x40]), Buffer.from(`Exif\0\0${canary}`.padEnd(62, '\0')), Buffer.from([0xff, 0xd9])]);
const nested = () => zipSync({ 'inner.txt': strToU8(`Minutes of ${canary}`) });

export const docxPlants: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  text: inside('word/document.xml', run(`said ${canary}`)),
  'text split over runs': inside('word/document.xml', '<w:p><w:r><w:t>Tove Van</w:t></w:r><w:r><w:t>drel</w:t></w:r><w:r><w:t>witz</w:t></w:r></w:p>'),
  'hidden text': inside('word/document.xml', run(canary, '<w:vanish/>')),
  'text in entities': inside('word/document.xml', run(entity)),
  'text with joiners': inside('word/document.xml', run('Tove Vand\u200drel\u00adwitz')),
  'text in capitals': inside('word/document.xml', run('TOVE VANDRELWITZ')),
  'surname alone': inside('word/document.xml', run('as Vandrelwitz put it')),
  'initial and surname': inside('word/document.xml', run('T. Vandrelwitz')),
  'a footnote': inside('word/footnotes.xml', `<w:footnote w:id="99">${run(canary)}</w:footnote>`, '</w:footnotes>'),
  'a header': inside('word/header1.xml', run(canary), '</w:hdr>'),
  'the instruction of a field': inside('word/document.xml', `<w:p><w:r><w:instrText> AUTHOR ${canary} </w:instrText></w:r></w:p>`),
  'the name of a bookmark': inside('word/document.xml', '<w:bookmarkStart w:id="99" w:name="Tove_Vandrelwitz"/><w:bookmarkEnd w:id="99"/>'),
  'alternative text': inside(
    'word/document.xml',
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="99" name="" descr="${canary}"/></wp:inline></w:drawing></w:r></w:p>`,
  ),
  'the name of a style': inside('word/styles.xml', `<w:style w:type="paragraph" w:styleId="X"><w:name w:val="${canary}"/></w:style>`, '</w:styles>'),
  'a comment in the XML': inside('word/document.xml', `<!-- ${canary} -->`),
  'comments of reviewers': part('word/comments.xml', `<w:comments><w:comment w:author="${canary}"/></w:comments>`),
  'custom properties': part('docProps/custom.xml', `<Properties><property name="Speaker"><vt:lpwstr>${canary}</vt:lpwstr></property></Properties>`),
  'core properties': inside('docProps/core.xml', `<dc:creator>${canary}</dc:creator>`, '</cp:coreProperties>'),
  'an embedded file': part('word/embeddings/package1.docx', nested()),
  'the name of a part': part('word/Tove Vandrelwitz.xml', '<x/>'),
  'a link': inside(
    'word/_rels/document.xml.rels',
    '<Relationship Id="rId999" Type="x" Target="https://x.example/?who=Tove%20Vandrelwitz" TargetMode="External"/>',
    '</Relationships>',
  ),
  'EXIF of a picture': part('word/media/image9.jpg', exif),
  'text of a PNG': part('word/media/image9.png', pngWith(chunk('tEXt', Buffer.from(`Author\0${canary}`)))),
  'packed text of a PNG': part('word/media/image9.png', pngWith(chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(canary)])))),
  'after the end of a picture': part('word/media/image9.png', Buffer.concat([png, Buffer.from(canary)])),
  'UTF-16 in a part': part('word/settings.xml', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(`<w:settings><x y="${canary}"/></w:settings>`, 'le')])),
  'a part packed twice': part('word/settings.xml', gzipSync(canary)),
  'base64 in an attribute': inside('word/document.xml', `<w:x w:y="${Buffer.from(`by ${canary}`).toString('base64')}"/>`),
  'the comment of the container': (bytes) => {
    const note = Buffer.from(canary);
    const out = Buffer.concat([bytes, note]);
    out.writeUInt16LE(note.length, bytes.length - 2);
    return out;
  },
};

/** Adds an object to a PDF in an update of its own, as an editor would; what stands in it is found whether or not anything refers to it. */
function object(content: string | Buffer): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => Buffer.concat([bytes, Buffer.from('\n9999 0 obj\n'), Buffer.from(content as string), Buffer.from('\nendobj\n')]);
}

const stream = (data: Buffer, dictionary = '') =>
  Buffer.concat([Buffer.from(`<< /Length ${data.length} ${dictionary} >>\nstream\n`), data, Buffer.from('\nendstream')]);
const octal = [...canary].map((sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`).join('');

export const pdfPlants: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'document information': object(`<< /Author (${canary}) >>`),
  'a string with escapes': object(`<< /Title (${octal}) >>`),
  'a hexadecimal string': object(`<< /Subject <${Buffer.from(canary).toString('hex')}> >>`),
  'UTF-16 in a hexadecimal string': object(`<< /Title <FEFF${utf16(canary, 'be').toString('hex')}> >>`),
  'a name': object('<< /Tove#20Vandrelwitz true >>'),
  'an annotation': object(`<< /Type /Annot /Subtype /Text /Contents (${canary}) >>`),
  'a link': object('<< /A << /URI (mailto:tove.vandrelwitz@x.example) >> >>'),
  'the outline': object(`<< /Title (${canary}) /Dest /b1 >>`),
  'alternative text': object(`<< /S /Figure /Alt (${canary}) >>`),
  XMP: object(stream(Buffer.from(`<x:xmpmeta><rdf:RDF><dc:creator><rdf:li>${canary}</rdf:li></dc:creator></rdf:RDF></x:xmpmeta>`))),
  'a compressed stream': object(stream(deflateSync(`BT (${canary}) Tj ET`), '/Filter /FlateDecode')),
  'text in pieces': object(stream(deflateSync('BT [(Tove Van) -20 (drel) 10 (witz)] TJ ET'), '/Filter /FlateDecode')),
  'a compressed object stream': object(stream(deflateSync(`5 0 << /Lang (en) /Contents (${canary}) >>`), '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode')),
  'an attached file': object(stream(deflateSync(Buffer.from(nested())), '/Type /EmbeddedFile /Filter /FlateDecode')),
  'after the end': (bytes) => Buffer.concat([bytes, Buffer.from(`\n% ${canary}\n`)]),
};

const replaced = (before: string, after: string) => (bytes: Uint8Array) => {
  const source = text(bytes);
  if (!source.includes(before)) throw new Error(`no ${before}`);
  return strToU8(source.replace(before, after));
};

export const htmlPlants: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  'a comment': replaced('</body>', `<!-- ${canary} --></body>`),
  'an attribute': replaced('</body>', `<p title="${canary}"></p></body>`),
  entities: replaced('</body>', `<p>${entity}</p></body>`),
  'split over elements': replaced('</body>', '<p><b>Tove Van</b>drel<i>witz</i></p></body>'),
  'a meta element': replaced('</head>', `<meta name="author" content="x"></head>`),
  'the class of an element': replaced('</body>', '<p class="tove-vandrelwitz"></p></body>'),
  'a picture in base64': replaced(
    '</body>',
    `<img src="data:image/png;base64,${pngWith(chunk('tEXt', Buffer.from(`Author\0${canary}`))).toString('base64')}"></body>`,
  ),
};

export const textPlants: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  text: (bytes) => Buffer.concat([bytes, Buffer.from(`\n${canary}\n`)]),
  'hyphenated over lines': (bytes) => Buffer.concat([bytes, Buffer.from('\nTove Vandrel-\nwitz\n')]),
  'percent signs': (bytes) => Buffer.concat([bytes, Buffer.from('\nhttps://x.example/Tove%20Vandrelwitz\n')]),
  'quoted-printable': (bytes) => Buffer.concat([bytes, Buffer.from('\nTove=20Vandrel=77itz\n')]),
  'other letters': (bytes) => Buffer.concat([bytes, Buffer.from('\nТове Вандрелвитз\n')]),
};
