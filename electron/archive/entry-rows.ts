/** Writing and removing the paragraphs of a report: rows, narrow facets, labels, full text and vocabulary together. */
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { FilingParagraph } from '../../shared/entry/filing.ts';
import type { Job } from './archive.ts';
import type { Context } from './context.ts';
import { all, type Db, get, run } from './db.ts';
import { noteWords, type WordChanges, writeWords } from './words.ts';

/** Ids and follow-up status that paragraphs of an earlier edition had, by block and by text. */
export interface Identities {
  readonly byBlock: ReadonlyMap<string, Identity[]>;
  readonly byText: ReadonlyMap<string, Identity[]>;
  readonly taken: Set<string>;
}
interface Identity {
  readonly id: string;
  readonly status: string | null;
}

/** @param report row of the earlier edition; null where there is none */
export function identitiesOf(context: Context, report: number | null): Identities {
  const byBlock = new Map<string, Identity[]>();
  const byText = new Map<string, Identity[]>();
  if (report !== null) {
    const rows = all<{ id: string; block: string | null; text: string; status: string | null }>(
      context.db,
      'SELECT entry.id, block, text, status FROM entry JOIN facet USING (row) WHERE entry.report = ? ORDER BY ordinal',
      report,
    );
    for (const { id, block, text, status } of rows) {
      if (block !== null) byBlock.set(block, [...(byBlock.get(block) ?? []), { id, status }]);
      byText.set(text, [...(byText.get(text) ?? []), { id, status }]);
    }
  }
  return { byBlock, byText, taken: new Set() };
}

function identityOf(identities: Identities, paragraph: FilingParagraph): Identity | null {
  const candidates = [...(paragraph.block === null ? [] : (identities.byBlock.get(paragraph.block) ?? [])), ...(identities.byText.get(paragraph.text) ?? [])];
  const found = candidates.find(({ id }) => !identities.taken.has(id)) ?? null;
  if (found !== null) identities.taken.add(found.id);
  return found;
}

/** Adds all paragraphs in order. @fails host/cancelled  the job was stopped; the caller's transaction undoes what stands */
export function writeEntries(
  context: Context,
  report: { readonly row: number; readonly day: number },
  paragraphs: readonly FilingParagraph[],
  identities: Identities,
  job: Job,
): Result<void> {
  const words: WordChanges = new Map();
  const labels = new Map<string, number>();
  const rows: number[] = [];
  for (const [ordinal, paragraph] of paragraphs.entries()) {
    if (ordinal % 500 === 0) {
      if (job.isCancelled?.() === true) return fail('host/cancelled');
      job.onProgress?.(ordinal, paragraphs.length, 'filing');
    }
    const identity = identityOf(identities, paragraph);
    const row = insertEntry(context.db, report.row, ordinal, paragraph, identity?.id ?? context.environment.newId('entry'));
    rows.push(row);
    const status = identity?.status ?? (isFollowed(paragraph) ? 'open' : null);
    insertFacet(context.db, row, report, paragraph, status);
    run(context.db, 'INSERT INTO entry_text (rowid, text) VALUES (?, ?)', row, paragraph.text);
    writeLabels(context.db, row, paragraph, labels);
    noteWords(words, paragraph.text, 1);
  }
  for (const [ordinal, { opposite }] of paragraphs.entries()) {
    if (opposite !== null) run(context.db, 'UPDATE entry SET opposite = ? WHERE row = ?', rows[opposite] ?? null, rows[ordinal] ?? null);
  }
  writeWords(context.db, words);
  job.onProgress?.(paragraphs.length, paragraphs.length, 'filing');
  return ok(undefined);
}

/** What is asked of somebody has a follow-up; statements and questions have none. */
function isFollowed(paragraph: FilingParagraph): boolean {
  return paragraph.kind === 'proposal' || paragraph.kind === 'recommendation';
}

function insertEntry(db: Db, report: number, ordinal: number, paragraph: FilingParagraph, id: string): number {
  return run(
    db,
    `INSERT INTO entry (id, report, ordinal, text, section, number, contested, polarity, modality, addressees, themes, quoted, attribution, source,
       block, tally_for, tally_against) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    report,
    ordinal,
    paragraph.text,
    JSON.stringify(paragraph.section),
    paragraph.number,
    paragraph.contested ? 1 : 0,
    paragraph.polarity,
    paragraph.modality,
    JSON.stringify(paragraph.addressees),
    JSON.stringify(paragraph.themes),
    JSON.stringify(paragraph.quoted),
    paragraph.attribution,
    JSON.stringify(paragraph.source),
    paragraph.block,
    paragraph.tally?.for ?? null,
    paragraph.tally?.against ?? null,
  ).row;
}

function insertFacet(db: Db, row: number, report: { readonly row: number; readonly day: number }, paragraph: FilingParagraph, status: string | null): void {
  run(
    db,
    'INSERT INTO facet (row, report, kind, support, status, day) VALUES (?, ?, ?, ?, ?, ?)',
    row,
    report.row,
    paragraph.kind,
    paragraph.support,
    status,
    report.day,
  );
}

function writeLabels(db: Db, row: number, paragraph: FilingParagraph, known: Map<string, number>): void {
  const names = [...paragraph.addressees.map((name) => ['addressee', name] as const), ...paragraph.themes.map((name) => ['theme', name] as const)];
  for (const [type, name] of names) {
    const key = `${type} ${name}`;
    const label = known.get(key) ?? labelRow(db, type, name);
    known.set(key, label);
    run(db, 'INSERT OR IGNORE INTO entry_label (entry, label) VALUES (?, ?)', row, label);
  }
}

function labelRow(db: Db, type: string, name: string): number {
  const found = get<{ row: number }>(db, 'SELECT row FROM label WHERE type = ? AND name = ?', type, name);
  return found?.row ?? run(db, 'INSERT INTO label (type, name) VALUES (?, ?)', type, name).row;
}

/** Removes every paragraph of a report; the index and the vocabulary forget them too. Follow-up rows stay with their ids. */
export function removeEntries(context: Context, report: number): void {
  const words: WordChanges = new Map();
  for (const { row, text } of all<{ row: number; text: string }>(context.db, 'SELECT row, text FROM entry WHERE report = ?', report)) {
    run(context.db, `INSERT INTO entry_text (entry_text, rowid, text) VALUES ('delete', ?, ?)`, row, text);
    run(context.db, 'DELETE FROM entry_label WHERE entry = ?', row);
    run(context.db, 'DELETE FROM facet WHERE row = ?', row);
    noteWords(words, text, -1);
  }
  run(context.db, 'DELETE FROM entry WHERE report = ?', report);
  run(context.db, 'DELETE FROM label WHERE row NOT IN (SELECT label FROM entry_label)');
  writeWords(context.db, words);
}
