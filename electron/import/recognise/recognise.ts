/** From a source to what was recognised: which form fits, its sections and entries. Pure; the layers stand in README. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import { repair, type Warning, warning } from '../repair/repair.ts';
import type { Source } from '../source.ts';
import type { Table } from '../table/read-table.ts';
import type { Block } from '../text/block.ts';
import { blocksOf } from '../text/blocks.ts';
import type { findDate } from './dates.ts';
import { type BuiltEntries, buildEntries } from './entries.ts';
import { backStart, type Fields, frontEnd, readBack, readFront } from './fields.ts';
import { recogniseForm } from './form.ts';
import { findHeads } from './heads.ts';
import { type OutlineSection, outline } from './outline.ts';
import { recogniseTable } from './table.ts';
import { bare, languageOf } from './words.ts';

export interface RecogniseOptions {
  readonly file: string;
  /** Id of a template, or "auto". */
  readonly template: string;
  readonly table: Table | null;
}

export function recognise(source: Source, options: RecogniseOptions): Imported {
  if (options.table !== null) return recogniseTable(options.table, options.file);
  const repaired = repair(blocksOf(source));
  const { blocks } = repaired;
  const heads = findHeads(blocks);
  const form = recogniseForm(blocks, heads, options.template);
  const language = languageOf(blocks.map(({ text }) => text).join(' '));
  const from = frontEnd(blocks, heads);
  const intro = blocks
    .slice(from, from + 8)
    .map(({ text }) => text)
    .join(' ');
  const front = readFront(blocks.slice(0, from), intro, source.title);
  const to = Math.max(from, backStart(blocks, front.title));
  const sections = outline(blocks, heads, { from, to }, form.template, front.year);
  const built = buildEntries(sections, form.template, language);
  const fields: Fields = { ...front.fields };
  const backWarnings = readBack(blocks.slice(to), front.title, fields);
  gatherFields(fields, sections, intro);
  const notices: Warning[] = source.notices.map(({ code, message, line, text }) => ({ code, message, at: { line }, text }));
  return {
    file: options.file,
    template: form.template,
    score: form.score,
    title: front.title === '' ? options.file.replace(/\.[^.]+$/, '') : front.title,
    dates: datesOf(sections, front.date, form.template),
    language,
    fields,
    sections: built.sections,
    entries: built.entries,
    notes: repaired.notes.map((note) => ({ ...note, entry: built.references.find(({ mark }) => mark === note.mark)?.entry ?? null })),
    pullQuotes: repaired.pullQuotes.map((quote) => ({ ...quote, entry: entryWith(quote.text, built) })),
    figures: [...repaired.figures],
    people: [],
    warnings: [...notices, ...repaired.warnings, ...front.warnings, ...backWarnings, ...checkNumbers(blocks), ...checkNotes(blocks, repaired.notes)],
  };
}

/** Hosts and the parent event, as the introduction and the sections say them. */
function gatherFields(fields: Fields, sections: readonly OutlineSection[], intro: string): void {
  const hosts = sections.flatMap(({ host }) => (host === null ? [] : [host]));
  if (hosts.length > 0) fields['hosts'] = [...new Set(hosts)];
  const organised =
    /(?:organi[sz]ed|convened|co-convened) by (?:the )?([^.;()]{3,140}?)(?:,? with the support of|,? ahead of|,? in preparation|[.;(]|, (?:during|in|on|under)\b)/i.exec(
      intro,
    );
  if (organised !== null && fields['organisers'] === undefined)
    fields['organisers'] = (organised[1] ?? '')
      .split(/,\s+(?:and\s+)?|\s+and\s+/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
  const parent = /\bahead of (?:the )?([^.;,(]{4,120}?)(?:\s*\(|[,.;]|$)/i.exec(intro);
  if (parent !== null) fields['parentEvent'] ??= (parent[1] ?? '').trim();
}

/** The event's days: the cover's; for dialogues the first and the last of them. */
function datesOf(sections: readonly OutlineSection[], cover: ReturnType<typeof findDate>, form: string | null): Imported['dates'] {
  const hosted = sections.filter(({ host }) => host !== null);
  const days = (hosted.length > 0 ? hosted : sections).flatMap(({ date }) => (date === null ? [] : [date])).sort();
  if ((form === 'dialogues' || cover === null) && days.length > 0) return { start: days[0] ?? null, end: days.at(-1) ?? null };
  return { start: cover?.start ?? null, end: cover?.end ?? null };
}

/** The entry that a pull quote was taken from: a paragraph of the body before a key point. */
function entryWith(quote: string, { entries }: BuiltEntries): number | null {
  const words = bare(quote);
  const found = entries.flatMap((entry, at) => (bare(entry.text).includes(words) ? [at] : []));
  return found.find((at) => entries[at]?.kind !== 'key-point') ?? found[0] ?? null;
}

/** Numbered paragraphs that are missing or stand twice. */
function checkNumbers(blocks: readonly Block[]): Warning[] {
  const numbers = blocks.filter(({ kind, label }) => kind === 'number' && /^\d+$/.test(label ?? ''));
  const out: Warning[] = [];
  for (const [at, block] of numbers.entries()) {
    const before = Number(numbers[at - 1]?.label ?? 0);
    const now = Number(block.label);
    if (at > 0 && now > before + 1) out.push(warning('number-gap', `Paragraph ${before} is followed by ${now}.`, { ...block, text: block.text.slice(0, 60) }));
  }
  return out.length > 10 ? [] : out;
}

/** Marks in the text that no note answers. */
function checkNotes(blocks: readonly Block[], notes: readonly { readonly mark: string }[]): Warning[] {
  const known = new Set(notes.map(({ mark }) => mark));
  return blocks.flatMap((block) =>
    block.notes
      .filter(({ mark }) => !known.has(mark))
      .map(({ mark }) => warning('note-missing', `The mark ${mark} leads to no note.`, { ...block, text: block.text.slice(0, 60) })),
  );
}
