/** One part of a Word file: its links, fields, text boxes, alternative texts and authors, each with a place in the text. */
import { readXml, type XmlHandler } from '../docx/xml.ts';
import { type BesideKind, type Found, linkOf, opening } from './beside.ts';

/** Fields that Word fills from the document itself. */
const internal =
  /^\s*(?:(?:NUM)?PAGES?|SECTION\w*|PAGEREF|REF|NOTEREF|TOC|SEQ|STYLEREF|\w*DATE|TIME|EDITTIME|TITLE|NUM\w+|SYMBOL|EQ|LISTNUM|AUTONUM\w*|FORM\w+|ADDIN|CITATION|BIBLIOGRAPHY|=)(?![\p{L}\p{N}])|^\s*HYPERLINK\s+\\l\b/iu;

interface Paragraph {
  text: string;
  /** Told once the paragraph is whole, since its words say where they stand. */
  readonly pending: { readonly kind: BesideKind; readonly what: string; readonly text: string; readonly isBox: boolean }[];
}

const where = (name: string): string =>
  [
    ['header', 'in the head of the pages'],
    ['footer', 'in the foot of the pages'],
    ['footnotes', 'in the footnotes'],
    ['endnotes', 'in the endnotes'],
    ['comments', 'in a comment'],
    ['settings', 'in the file’s settings'],
    ['glossary', 'in a building block'],
    ['diagrams', 'in a drawing'],
    ['charts', 'in a chart'],
  ].find(([part]) => name.includes(`/${part}`))?.[1] ?? '';

export class PartReader implements XmlHandler {
  /** Ids of relations that a link or a picture uses. */
  readonly used = new Set<string>();
  readonly #where: string;
  readonly #isOwnText: boolean;
  readonly #targets: ReadonlyMap<string, { readonly target: string }>;
  readonly #found: Found;
  #paragraphs: Paragraph[] = [];
  #count = 0;
  #last = '';
  #boxes = 0;
  #mode: 'text' | 'deleted' | 'field' | null = null;
  #deleted = '';
  #fields: string[] = [];
  #links: { readonly targets: readonly string[]; words: string }[] = [];

  constructor(part: string, targets: ReadonlyMap<string, { readonly target: string }>, found: Found) {
    this.#where = where(part);
    this.#isOwnText = /^word\/(?:diagrams|charts|glossary)\//.test(part);
    this.#targets = targets;
    this.#found = found;
  }

  open(name: string, at: Readonly<Record<string, string>>): void {
    this.#attributes(name, at);
    if (name === 'w:p' || name === 'a:p') this.#paragraphs.push({ text: '', pending: [] });
    else if (name === 'w:t' || name === 'a:t' || (name === 'c:v' && this.#isOwnText)) this.#mode = 'text';
    else if (name === 'w:delText') this.#mode = 'deleted';
    else if (name === 'w:instrText' || name === 'w:delInstrText') this.#mode = 'field';
    else if (name === 'w:txbxContent') this.#boxes += 1;
    else if (name === 'w:fldSimple') this.#field(at['w:instr'] ?? '');
    else if (name === 'w:fldChar' && at['w:fldCharType'] === 'begin') this.#fields.push('');
    else if (name === 'w:fldChar') this.#field(this.#fields.pop() ?? '');
    else if (name === 'w:hyperlink') this.#links.push({ targets: [this.#target(at['r:id']), at['w:tooltip'] ?? ''], words: '' });
  }

  /** What an element says in its attributes, whatever it is. */
  #attributes(name: string, at: Readonly<Record<string, string>>): void {
    const short = name.replace(/^.*:/, '');
    const by = at['w:author'] ?? at['w15:author'];
    if (by !== undefined) this.#found.add('author', short === 'comment' ? 'author of a comment' : short === 'person' ? 'list of those who commented' : 'author of a tracked change', by); // biome-ignore format: one line
    if (short === 'docPr' || short === 'cNvPr') {
      for (const key of ['descr', 'title', 'name']) this.#pend('alt', `${key === 'name' ? 'name' : 'alternative text'} of a picture or shape`, at[key]);
    }
    if (name.startsWith('v:')) {
      for (const key of ['alt', 'title', 'o:title']) this.#pend('alt', 'alternative text of a picture or shape', at[key]);
      this.#pend('link', 'link of a shape', at['href']);
      // WordArt keeps its words in an attribute.
      this.#pend('text', 'decorative text', at['string']);
    }
    if (/^(?:hlinkClick|hlinkHover)$/.test(short)) this.#pend('link', 'link of a picture or shape', `${this.#target(at['r:id'])} ${at['tooltip'] ?? ''}`);
    if (short === 'tblCaption' || short === 'tblDescription') this.#pend('alt', 'alternative text of a table', at['w:val']);
    if (short === 'alias' || short === 'tag') this.#pend('alt', 'name of a content control', at['w:val']);
    if (name === 'w:listItem') this.#pend('text', 'choice of a content control', at['w:displayText']);
    if (name === 'w:docVar') this.#pend('property', 'variable of the file', at['w:val']);
  }

  close(name: string): void {
    if (/^(?:w:t|a:t|c:v|w:delText|w:instrText|w:delInstrText)$/.test(name)) this.#mode = null;
    if (name === 'c:v' && this.#isOwnText) this.#endLoose();
    else if (name === 'w:p' || name === 'a:p') this.#endParagraph(name === 'a:p');
    else if (name === 'w:txbxContent') this.#boxes -= 1;
    else if (name === 'w:hyperlink') this.#endLink();
    else if (name === 'w:del' || name === 'w:moveFrom') {
      // The body's own deletions are told by its reader.
      if (this.#where !== '') this.#pend('text', 'tracked deletion', this.#deleted);
      this.#deleted = '';
    }
  }

  text(text: string): void {
    if (this.#mode === 'deleted') this.#deleted += text;
    else if (this.#mode === 'field') this.#fields.push((this.#fields.pop() ?? '') + text);
    if (this.#mode !== 'text') return;
    const link = this.#links.at(-1);
    if (link !== undefined) link.words += text;
    const now = this.#paragraphs.at(-1);
    if (now === undefined) this.#last += text;
    else now.text += text;
  }

  #target(id: string | undefined): string {
    this.used.add(id ?? '');
    return this.#targets.get(id ?? '')?.target ?? '';
  }

  #endLink(): void {
    const { targets, words } = this.#links.pop() ?? { targets: [], words: '' };
    for (const target of targets) this.#pend('link', linkOf(words), target);
  }

  #field(code: string): void {
    if (!internal.test(code)) this.#pend('link', 'field (press Alt+F9 to see it)', code);
  }

  #pend(kind: BesideKind, what: string, text: string | undefined, isBox = false): void {
    if (text === undefined || text.trim() === '') return;
    const outer = this.#paragraphs[0];
    if (outer === undefined) this.#found.add(kind, `${what} ${this.#where}`.trim(), text);
    else outer.pending.push({ kind, what, text, isBox });
  }

  /** A figure or label of a chart, which stands in no paragraph. */
  #endLoose(): void {
    if (this.#paragraphs.length > 0) return;
    this.#found.add('text', `words ${this.#where}`, this.#last);
    this.#last = '';
  }

  #endParagraph(drawn: boolean): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    if (this.#paragraphs.length > 0) {
      if (this.#boxes > 0 || drawn) this.#pend('text', 'text box', paragraph.text, true);
      return;
    }
    if (this.#isOwnText || drawn) this.#found.add('text', `words ${this.#where}`.trim(), paragraph.text);
    if (paragraph.text.trim() !== '') this.#count += 1;
    const near = opening(paragraph.text.trim() === '' ? this.#last : paragraph.text);
    const place = this.#where !== '' ? this.#where : `in paragraph ${Math.max(1, this.#count)}`;
    for (const { kind, what, text, isBox } of paragraph.pending) {
      this.#found.add(kind, isBox && near !== '' && this.#where === '' ? `${what} near “${near}”` : `${what} ${place}`, text);
    }
    if (paragraph.text.trim() !== '') this.#last = paragraph.text;
  }
}

/** Notes to which no mark in the text leads: nobody sees them, the file keeps them. */
export function readUnmarkedNotes(parts: ReadonlyMap<string, Uint8Array>, found: Found): void {
  for (const kind of ['footnote', 'endnote'] as const) {
    const marked = new Set<string>();
    const document = parts.get('word/document.xml');
    const notes = parts.get(`word/${kind}s.xml`);
    if (document === undefined || notes === undefined) continue;
    readXml(document, { open: (name, at) => void (name === `w:${kind}Reference` && marked.add(at['w:id'] ?? '')), close() {}, text() {} });
    let now: string | null = null;
    readXml(notes, {
      open(name, at) {
        if (name === `w:${kind}`) now = marked.has(at['w:id'] ?? '') ? null : '';
      },
      close(name) {
        if (name === `w:${kind}` && now !== null) found.add('text', `${kind} without a mark in the text`, now);
      },
      text(text) {
        if (now !== null) now += text;
      },
    });
  }
}
