/** Runs, links, cross-references and note marks. */
import { BookmarkEnd, BookmarkStart, ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { PubInline, Run } from '../../../shared/publication/publication.ts';
import type { Context } from './context.ts';
import { field, printable } from './xml.ts';

const rightToLeft = /^(ar|fa|he|ur|ps|ckb|dv|yi)\b/i;
const eastAsian = /^(zh|ja|ko)\b/i;

/** All inlines of a block; `lang` is the block's own language where it differs from the document's. */
export function inlines(content: readonly PubInline[], context: Context, lang?: string): ParagraphChild[] {
  return content.flatMap((inline) => ('note' in inline ? [new FootnoteReferenceRun(inline.note)] : run(inline, context, lang)));
}

function run(inline: Run, context: Context, lang: string | undefined): ParagraphChild[] {
  const language = inline.lang ?? lang;
  const marks = marksOf(inline, context, language);
  if (inline.href !== undefined) {
    return [new ExternalHyperlink({ link: inline.href, children: texts(inline.text, { ...marks, style: 'Hyperlink' }) })];
  }
  if (inline.target !== undefined && context.targets.has(inline.target)) return reference(inline.text, inline.target, marks, context);
  return texts(inline.text, marks);
}

/** "para 6 above": the number is a field that Word can count anew, the words around it stand as they are. */
function reference(text: string, anchor: string, marks: IRunOptions, context: Context): ParagraphChild[] {
  const target = context.targets.get(anchor);
  const found = target === undefined || target.yields === '' ? -1 : text.lastIndexOf(target.yields);
  if (target === undefined || found < 0) return [new InternalHyperlink({ anchor, children: texts(text, marks) })];
  const after = text.slice(found + target.yields.length);
  return [...texts(text.slice(0, found), marks), ...field(target.instruction, texts(target.yields, marks)), ...texts(after, marks)];
}

/** Text as runs; a line break in it becomes a break. */
export function texts(text: string, marks: IRunOptions = {}): TextRun[] {
  const lines = printable(text).split('\n');
  return lines.flatMap((line, n) => (line === '' && lines.length === 1 ? [] : [new TextRun({ ...marks, text: line, ...(n > 0 ? { break: 1 } : {}) })]));
}

function marksOf(inline: Run, context: Context, language: string | undefined): IRunOptions {
  return {
    ...(inline.bold ? { bold: true } : {}),
    ...(inline.italic ? { italics: true } : {}),
    ...(inline.underline ? { underline: {} } : {}),
    ...(inline.superscript ? { superScript: true } : {}),
    ...(inline.subscript ? { subScript: true } : {}),
    ...direction(language ?? context.publication.language, context),
    ...(language === undefined ? {} : { language: languageOf(language) }),
  };
}

function direction(language: string, context: Context): IRunOptions {
  return rightToLeft.test(language) || (context.rtl && language === context.publication.language) ? { rightToLeft: true } : {};
}

/** A BCP 47 tag in the slot that Word reads for its script. */
export function languageOf(tag: string): { value: string; bidirectional?: string; eastAsia?: string } {
  if (rightToLeft.test(tag)) return { value: tag, bidirectional: tag };
  return eastAsian.test(tag) ? { value: tag, eastAsia: tag } : { value: tag };
}

/** Runs of house wording (labels, cover lines) in the document's language. */
export function plainRuns(text: string, context: Context, marks: IRunOptions = {}): TextRun[] {
  return texts(text, { ...marks, ...direction(context.publication.language, context) });
}

/** Puts a bookmark around the children where something refers to the anchor. */
export function bookmarked(anchor: string, children: readonly ParagraphChild[], context: Context): ParagraphChild[] {
  const number = context.bookmarks.get(anchor);
  return number === undefined ? [...children] : [new BookmarkStart(anchor, number) as never, ...children, new BookmarkEnd(number) as never];
}
