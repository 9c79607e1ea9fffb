/** Sentences of the Import screen. */
import { countWords, numberWords } from './words.ts';

export const importing = {
  title: 'Import',
  files: 'Files',
  add: 'Add files',
  chooseFirst: 'Choose files',
  emptyTitle: 'Bring in what is already written',
  empty:
    'Reports, minutes and lists as DOCX, PDF, text, HTML, Markdown or CSV. Their questions, conclusions and proposals are recognised and shown beside the source.',
  promise: 'Nothing enters the archive before you have seen it.',
  stop: 'Stop reading',
  state: { waiting: 'Waiting', reading: 'Reading', review: 'To review', failed: 'Not read', adding: 'Adding', added: 'Added', stopped: 'Stopped' },
  entries: (n: number) => countWords(n, 'entry', 'entries'),
  noPlace: (n: number) => `${countWords(n, 'line', 'lines')} without a place`,
  repairs: (n: number) => countWords(n, 'repair', 'repairs'),
  fileSays: (form: string, entries: number, lost: number) =>
    [form, countWords(entries, 'entry', 'entries'), ...(lost === 0 ? [] : [importing.noPlace(lost)])].join(', '),
  addedSays: (entries: number, fresh: boolean) =>
    fresh ? `${countWords(entries, 'entry', 'entries')} in the archive.` : 'It was there before; nothing was added twice.',
  beside: 'Source and recognised structure',
  source: 'Source',
  recognised: 'Recognised as',
  heading: 'Heading',
  text: 'Text',
  lost: 'No place',
  docTitle: 'Title',
  out: 'Left out',
  repaired: (what: string) => `Repaired: ${what.charAt(0).toLowerCase()}${what.slice(1)}${/[.!?]$/.test(what) ? '' : '.'}`,
  readAs: (form: string | null, dates: string, language: string) =>
    [form === null ? 'Of no known form' : `Read as ${form}`, dates, language].filter(Boolean).join(', '),
  inLanguage: { en: 'in English', fr: 'in French', es: 'in Spanish', ar: 'in Arabic', ru: 'in Russian', zh: 'in Chinese' } as Readonly<Record<string, string>>,
  leaveOut: 'Leave out',
  asDraft: 'Open as a draft',
  addEntries: (n: number) => (n === 0 ? 'Add to the archive' : `Add ${countWords(n, 'entry', 'entries')}`),
  addAll: (n: number) => `Add all ${numberWords(n)} to the archive`,
  seeArchive: 'See them in the archive',
  kindOf: 'Kind',
  changed: (n: number) => countWords(n, 'kind changed', 'kinds changed'),
  undo: 'U',
  next: 'next, previous',
  changeKind: 'change the kind',
  failedTitle: 'This file was not read',
  again: 'Choose it again',
  untitled: 'Without a title',
  page: (n: number) => `p. ${n}`,
  keys: 'Keys of this list',
} as const;
