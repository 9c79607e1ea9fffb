/** Sentences of the Archive. */
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import { capital, entryKindWords } from './entry.ts';
import { countWords, dateWords, numberWords, smallNumber } from './words.ts';

export const archive = {
  title: 'Archive',
  search: 'Search the archive',
  placeholder: 'Words, “exact words”, warn*',
  narrow: 'Narrow the search',
  results: 'Results',
  kind: 'Kind',
  support: 'Support',
  addressee: 'Addressee',
  theme: 'Theme',
  followUp: 'Follow-up',
  date: 'Date',
  from: 'From',
  to: 'To',
  dateHint: 'Year',
  report: 'Report',
  anyReport: 'Look in every report',
  notStated: 'Not stated',
  more: (n: number) => `${n} more`,
  fewer: 'Fewer',
  found: (n: number) => countWords(n, 'entry', 'entries'),
  foundIn: (reports: number, ms: number) => `in ${countWords(reports, 'report', 'reports')}, ${ms < 1 ? 'under 1' : numberWords(Math.round(ms))} ms`,
  sort: 'Order',
  sorts: { best: 'Best match', newest: 'Newest first', oldest: 'Oldest first' },
  save: 'Save search',
  saved: 'Saved searches',
  saveTitle: 'Save this search',
  saveName: 'Name',
  saveDo: 'Save',
  wasSaved: (name: string) => `The search “${name}” is saved.`,
  forget: (name: string) => `Forget “${name}”`,
  forgetShort: 'Forget',
  none: (query: string) => (query === '' ? 'Nothing fits these filters' : `No entry has “${query}”`),
  didYouMean: 'Did you mean',
  filtersOn: (n: number) => `${capital(smallNumber(n))} ${n === 1 ? 'filter is' : 'filters are'} on:`,
  clearThem: (n: number) => (n === 1 ? 'clear it' : 'clear them'),
  emptyTitle: 'The archive is empty',
  empty: 'File a report from a draft, or import the reports you have. Their questions, conclusions and proposals can then be found here.',
  importFiles: 'Import files',
  select: (text: string) => `Select: ${text.slice(0, 60)}`,
  selected: (n: number) => `${numberWords(n)} selected`,
  clear: 'Clear',
  copySelected: 'Copy with citations',
  copied: (n: number) => `${countWords(n, 'entry is', 'entries are')} on the clipboard, with citations.`,
  entry: 'Entry',
  entryNone: 'Choose an entry: its paragraph, its source and its follow-up are shown here.',
  inParagraph: 'In its paragraph',
  standsAgainst: 'Stands against',
  para: (number: string) => `para ${number}`,
  record: 'Record a follow-up',
  recordDo: 'Record',
  status: 'Status',
  on: 'Day',
  source: 'Source',
  sourceHint: 'Who did what, and where it is written',
  noHistory: 'No follow-up is recorded.',
  openReport: 'Open the report',
  copyCitation: 'Copy citation',
  citationCopied: 'The citation is on the clipboard.',
  copyFailed: 'The clipboard refused it. Select the words and copy them by hand.',
  backToResults: 'Back to the results',
  filters: 'Filters',
  contested: 'contested',
  onlyReport: 'Search in this report',
  trashReport: 'Move to the trash',
  reportTrashed: (title: string) => `“${title}” is in the trash for 90 days.`,
} as const;

/** "Proposal, to States and the Council" */
export function headOf(hit: Pick<SearchHit, 'kind' | 'addressees'>): string {
  const kind = entryKindWords[hit.kind];
  return hit.addressees.length === 0 ? kind : `${kind}, ${toWhom(hit.addressees).toLowerCase().slice(0, 2)}${toWhom(hit.addressees).slice(2)}`;
}

/** "To States and the Council" */
export function toWhom(addressees: readonly string[]): string {
  const named = addressees.map((name) => name.replace(/^The /, 'the '));
  const last = named.at(-1) ?? '';
  return named.length === 1 ? `To ${last}` : `To ${named.slice(0, -1).join(', ')} and ${last}`;
}

/** "para 22", "page 9", "line 40": the most exact that is known. */
export function placeOf(hit: Pick<SearchHit, 'number' | 'source' | 'kind'>): string {
  const paragraph = hit.number ?? hit.source.paragraph;
  if (paragraph) return `para ${paragraph}`;
  if (hit.source.page !== undefined) return `page ${hit.source.page}`;
  return hit.source.line === undefined ? '' : `line ${hit.source.line}`;
}

/** "14 Nov 2023, para 22", or with the section where paragraphs have no numbers */
export function whereOf(hit: SearchHit): string {
  return [dateWords(hit.report.date), placeOf(hit) || (hit.section.at(-1) ?? '')].filter(Boolean).join(', ');
}
