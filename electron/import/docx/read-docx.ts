/** Word documents: paragraphs with styles, native numbering, notes, tables; tracked changes and comments are told, never silently taken. */

import { Refused } from '../limits.ts';
import type { Source, SourceLine, SourceMark, SourceNotice } from '../source.ts';
import { ListCounter, readNumbering } from './numbering.ts';
import { readStyles, type WordStyle } from './styles.ts';
import { unzipBounded } from './unzip.ts';
import { readXml, type XmlHandler } from './xml.ts';

const wanted = /^word\/(document|styles|numbering|footnotes|endnotes|comments|(?:header|footer)\d*)\.xml$/;

/** @throws Refused */
export function readDocx(bytes: Uint8Array): Source {
  const parts = unzipBounded(bytes, (name) => wanted.test(name));
  const document = parts.get('word/document.xml');
  if (document === undefined) throw new Refused('input/unreadable', 'it holds no Word text');
  const reader = new BodyReader(readStyles(parts.get('word/styles.xml')), new ListCounter(readNumbering(parts.get('word/numbering.xml'))));
  readXml(document, reader);
  for (const part of ['footnotes', 'endnotes'] as const) {
    const notes = parts.get(`word/${part}.xml`);
    if (notes !== undefined) reader.readNotes(notes);
  }
  const comments = parts.get('word/comments.xml');
  if (comments !== undefined) reader.readComments(comments);
  reader.readRunning([...parts].flatMap(([name, part]) => (/^word\/(?:header|footer)/.test(name) ? [part] : [])));
  return { kind: 'docx', lines: reader.lines, notices: reader.notices };
}

interface Paragraph {
  text: string;
  marks: SourceMark[];
  style: WordStyle | null;
  numId: string | null;
  level: number | null;
}

class BodyReader implements XmlHandler {
  readonly lines: SourceLine[] = [];
  readonly notices: SourceNotice[] = [];
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #lists: ListCounter;
  #paragraphs: Paragraph[] = [];
  #cells: string[] | null = null;
  #cell: string[] = [];
  #bold = false;
  #italic = false;
  #raised = false;
  #inText = false;
  #deleted = 0;
  #change = '';
  #noteOrder = new Map<string, number>();

  constructor(styles: ReadonlyMap<string, WordStyle>, lists: ListCounter) {
    this.#styles = styles;
    this.#lists = lists;
  }

  open(name: string, at: Readonly<Record<string, string>>): void {
    const value = at['w:val'] ?? '';
    const on = value !== '0' && value !== 'false' && value !== 'none';
    const now = this.#paragraphs.at(-1);
    switch (name) {
      case 'w:p':
        this.#paragraphs.push({ text: '', marks: [], style: null, numId: null, level: null });
        break;
      case 'w:pStyle':
        if (now !== undefined) now.style = this.#styles.get(value) ?? null;
        break;
      case 'w:numId':
        if (now !== undefined) now.numId = value;
        break;
      case 'w:ilvl':
        if (now !== undefined) now.level = Number(value);
        break;
      case 'w:r':
        this.#bold = this.#italic = this.#raised = false;
        break;
      case 'w:b':
        this.#bold = on;
        break;
      case 'w:i':
        this.#italic = on;
        break;
      case 'w:vertAlign':
        this.#raised = value === 'superscript';
        break;
      case 'w:t':
      case 'w:delText':
        this.#inText = true;
        break;
      case 'w:tab':
        this.#add(this.#paragraphs.length > 0 && now?.text !== '' ? ' ' : '');
        break;
      case 'w:br':
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('‑');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#noteMark(`${name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'}:${at['w:id'] ?? ''}`);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#deleted += 1;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#tell('tracked-insertion', 'The text holds an insertion that was not accepted; it was read as text.');
        break;
      case 'w:tr':
        this.#cells = [];
        break;
      case 'w:tc':
        this.#cell = [];
        break;
    }
  }

  close(name: string): void {
    if (name === 'w:t' || name === 'w:delText') this.#inText = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tc' && this.#cells !== null) this.#cells.push(this.#cell.join(' ').trim());
    else if (name === 'w:tr') this.#endRow();
    else if (name === 'w:del' || name === 'w:moveFrom') {
      this.#deleted -= 1;
      if (this.#change.trim() !== '') this.#tell('tracked-deletion', 'The text holds a deletion that was not accepted; it was left out.', this.#change.trim());
      this.#change = '';
    }
  }

  text(text: string): void {
    if (!this.#inText) return;
    if (this.#deleted > 0) this.#change += text;
    else this.#add(text);
  }

  #add(text: string): void {
    const now = this.#paragraphs.at(-1);
    if (now === undefined || text === '') return;
    const start = now.text.length;
    now.text += text;
    for (const [on, mark] of [
      [this.#bold, 'bold'],
      [this.#italic, 'italic'],
      [this.#raised, 'superscript'],
    ] as const) {
      if (on) now.marks.push({ start, end: now.text.length, mark });
    }
  }

  #noteMark(id: string): void {
    const order = this.#noteOrder.get(id) ?? this.#noteOrder.size + 1;
    this.#noteOrder.set(id, order);
    const now = this.#paragraphs.at(-1);
    if (now === undefined) return;
    now.marks.push({ start: now.text.length, end: now.text.length + String(order).length, mark: 'superscript' });
    now.text += String(order);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    if (this.#cells !== null) {
      this.#cell.push(paragraph.text);
      return;
    }
    if (paragraph.text.trim() === '') return;
    const hint = this.#hintOf(paragraph);
    const { text, marks } = paragraph;
    this.lines.push({ text, line: this.lines.length + 1, whole: true, ...(hint === undefined ? {} : { hint }), ...(marks.length === 0 ? {} : { marks }) });
  }

  #hintOf({ style, numId, level }: Paragraph): SourceLine['hint'] {
    const list = numId ?? style?.numId ?? null;
    const depth = level ?? style?.level ?? 0;
    const item = list === null ? null : this.#lists.next(list, depth);
    if (style?.heading != null) return { kind: 'heading', level: style.heading };
    if (item?.kind === 'bullet') return { kind: 'bullet', level: depth + 1 };
    if (item?.kind === 'number') return { kind: 'number', label: item.label, level: depth + 1 };
    if (/quote|citation|cita/i.test(style?.name ?? '')) return { kind: 'quote' };
    return undefined;
  }

  #endRow(): void {
    const cells = this.#cells ?? [];
    this.#cells = null;
    if (cells.some((cell) => cell !== '')) this.lines.push({ text: cells.join(' | '), line: this.lines.length + 1, whole: true, hint: { kind: 'row', cells } });
  }

  #tell(code: string, message: string, text = ''): void {
    this.notices.push({ code, message, line: this.lines.length + 1, text });
  }

  /** Notes become lines of their own, in the order of their marks in the text. */
  readNotes(bytes: Uint8Array): void {
    const kind = new TextDecoder().decode(bytes.subarray(0, 400)).includes('endnotes') ? 'endnotes' : 'footnotes';
    for (const { id, text } of collectTexts(bytes, kind === 'endnotes' ? 'w:endnote' : 'w:footnote')) {
      const order = this.#noteOrder.get(`${kind}:${id}`);
      if (order !== undefined && text !== '') this.lines.push({ text, line: this.lines.length + 1, whole: true, hint: { kind: 'note', mark: String(order) } });
    }
  }

  readComments(bytes: Uint8Array): void {
    for (const { text } of collectTexts(bytes, 'w:comment')) this.#tell('comment', 'The document holds a comment; it was not taken into the text.', text);
  }

  /** Headers and footers: each wording once; a page number alone is none. */
  readRunning(parts: readonly Uint8Array[]): void {
    const texts = parts.flatMap((part) => ['w:hdr', 'w:ftr'].flatMap((element) => collectTexts(part, element))).map(({ text }) => text);
    for (const text of new Set(texts)) {
      if (/\p{L}/u.test(text)) this.#tell('running-head', 'The head or foot of the pages was left out.', text);
    }
  }
}

/** Text of each element of this name, with its id. */
function collectTexts(bytes: Uint8Array, element: string): { id: string; text: string }[] {
  const out: { id: string; text: string }[] = [];
  let now: { id: string; text: string } | null = null;
  let inText = false;
  readXml(bytes, {
    open(name, at) {
      if (name === element) now = { id: at['w:id'] ?? '', text: '' };
      else if (name === 'w:t') inText = true;
    },
    close(name) {
      if (name === 'w:t') inText = false;
      else if (name === 'w:p' && now !== null) now.text += ' ';
      else if (name === element && now !== null) {
        out.push({ id: now.id, text: now.text.replace(/\s+/g, ' ').trim() });
        now = null;
      }
    },
    text(text) {
      if (inText && now !== null) now.text += text;
    },
  });
  return out;
}
