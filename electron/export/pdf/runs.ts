/** Text as the layout takes it: runs with their marks, notes within the runs that carry their marks. */
import type { PubInline, Run } from '../../../shared/publication/publication.ts';

export interface LaidRun {
  t: string;
  b?: true;
  i?: true;
  u?: true;
  sup?: true;
  sub?: true;
  lang?: string;
  region?: string;
  href?: string;
  to?: string;
}
/** A note's first mark carries its text; `again` names the mark that a later one repeats. */
export type LaidInline = LaidRun | { note: readonly LaidRun[]; id: string; number: number } | { note: number; again: string };

/** Notes already set once, so that a second mark repeats the number. */
export interface Context {
  readonly notes: ReadonlyMap<number, readonly Run[]>;
  readonly anchors: ReadonlySet<string>;
  readonly set: Set<number>;
}

/** The parts of a language tag that the layout knows: "zh-Hans" → zh, "en-GB" → en and GB. */
export function languageOf(tag: string): { lang: string; region?: string } {
  const [lang = 'en', ...rest] = tag.split('-');
  const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part));
  return { lang: /^[A-Za-z]{2,3}$/.test(lang) ? lang.toLowerCase() : 'en', ...(region === undefined ? {} : { region: region.toUpperCase() }) };
}

/** Without what would hyphenate by hand. */
export const clean = (text: string): string => text.replaceAll('\u00ad', '').replaceAll('\r\n', '\n');

function laidRun(run: Run, anchors: ReadonlySet<string>): LaidRun {
  const laid: LaidRun = { t: clean(run.text) };
  if (run.bold) laid.b = true;
  if (run.italic) laid.i = true;
  if (run.underline) laid.u = true;
  if (run.superscript) laid.sup = true;
  if (run.subscript) laid.sub = true;
  if (run.lang !== undefined) Object.assign(laid, languageOf(run.lang));
  if (run.href !== undefined) laid.href = run.href;
  else if (run.target !== undefined && anchors.has(run.target)) laid.to = run.target;
  return laid;
}

export function laidInlines(content: readonly PubInline[], context: Context, portion?: string): LaidInline[] {
  const laid = content.flatMap((inline): LaidInline[] => {
    if (!('note' in inline)) return inline.text === '' ? [] : [laidRun(inline, context.anchors)];
    const id = `note-${inline.note}`;
    if (context.set.has(inline.note)) return [{ note: inline.note, again: id }];
    const text = context.notes.get(inline.note);
    if (text === undefined) return [];
    context.set.add(inline.note);
    return [{ note: text.map((run) => laidRun(run, context.anchors)), id, number: inline.note }];
  });
  return portion === undefined ? laid : [{ t: `${portion} ` }, ...laid];
}

export const plain = (content: readonly PubInline[]): string => content.map((inline) => ('text' in inline ? inline.text : '')).join('');
