/** Sentences of the side panels. */
import type { RuleId } from '../../../shared/people/rule.ts';
import { readers } from '../../strings/export.ts';
import { dateWords } from '../../strings/words.ts';

export const panelTitles = { details: 'Details', people: 'People', archive: 'Archive', check: 'Check', preview: 'Preview' } as const;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const check = {
  asking: 'Checking …',
  notChecked: 'This text is not checked',
  again: 'Check again',
  findings: 'Findings',
  verdict: (block: number, warn: number) => {
    if (block === 0 && warn === 0) return 'No known clue found';
    if (block === 0) return count(warn, 'finding warns', 'findings warn');
    const blocks = count(block, 'finding blocks issue', 'findings block issue');
    return warn === 0 ? blocks : `${blocks}, ${warn} ${warn === 1 ? 'warns' : 'warn'}`;
  },
  checkedFor: (audience: string) => `Checked for the audience “${audience}” as you type.`,
  none: 'No known clue found',
  noneSay: (human: number) =>
    human === 0
      ? 'A rule can be kept by words and broken by context: read it once more as somebody who was there.'
      : `${count(human, 'statement needs', 'statements need')} a human reader. A rule can be kept by words and broken by context.`,
  footNone: 'No check knows everything: it never says that a text is safe.',
  foot: (human: number) =>
    human === 0
      ? 'No check knows everything: a human reader decides.'
      : `No other known clue found. ${count(human, 'statement needs', 'statements need')} a human reader.`,
  nextPrevious: 'next, previous',
  replaceKey: 'replace',
  undoKey: 'undo',
  blocks: 'Blocks',
  warns: 'Warns',
  nth: (n: number, of: number) => `${n} of ${of}`,
  now: 'Now',
  instead: 'Instead',
  nothing: '(nothing)',
  reference: (code: string) => `(${code})`,
  replace: 'Replace',
  replaceAll: (places: number) => `In ${places} places`,
  replacedAll: (places: number) => `Replaced in ${count(places, 'place', 'places')}.`,
  noWording: 'No other wording is certain here. G goes to the words.',
  goThere: 'Go there',
  keep: 'Keep with reason',
  cancel: 'Cancel',
  reason: 'Reason',
  reasonHelp: 'One sentence. It stays in the archive and is never issued.',
  keptCount: (kept: number) => `${count(kept, 'finding is', 'findings are')} kept with a reason`,
  takeBack: 'Take back',
  takenBack: 'The reason was taken back: the finding counts again.',
  kept: (place: string) => `Kept in ${place}.`,
  replaced: (place: string) => `Replaced in ${place}.`,
  notFound: 'These words are no longer there; the check runs again.',
} as const;

export const reading = {
  list: 'Statements for a human reader',
  title: (n: number) => (n === 0 ? 'Nothing left to read' : `${count(n, 'statement', 'statements')} to read`),
  done: (done: number, of: number) => (done === of ? 'All read since the draft was opened.' : `${done} of ${of} read since the draft was opened.`),
  open: 'Read them one by one',
  back: 'Findings',
  backKey: 'findings',
  read: 'Read',
  mark: 'Mark as read',
  markNext: 'read, next',
  unread: 'Not read yet',
  goThere: 'Go there',
  nextPrevious: 'next, previous',
  foot: 'Ask of each: would somebody who was there know who spoke? What changes is to be read again.',
} as const;

export const preview = {
  audience: 'Audience',
  forAudience: (title: string) => `For ${readers(title)}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pageAlt: (page: number) => `Page ${page} of the PDF`,
  working: 'Laying out',
  pages: 'Pages',
  foot: (blocking: number) =>
    blocking === 0
      ? 'These are the pages of the PDF, up to date with your text.'
      : `Not for issue yet: ${count(blocking, 'finding blocks', 'findings block')}. These are the pages of the PDF, up to date with your text.`,
} as const;

export const details = {
  required: (title: string) => `${title} (required)`,
  oneALine: 'One a line.',
  until: 'Until',
  endsBefore: 'The last day is before the first.',
  choosePicture: 'Choose a picture …',
  undescribed: 'Not described yet',
  takeOut: 'Take out',
  issue: 'Issue',
  language: 'Language of the report',
  languages: [
    { value: 'en-GB', label: 'English' },
    { value: 'fr', label: 'French' },
    { value: 'es', label: 'Spanish' },
  ],
  languageSet: (name: string, headings: number) =>
    headings === 0 ? `The report is in ${name} now.` : `The report is in ${name} now; ${count(headings, 'heading', 'headings')} of the form changed.`,
  audience: 'Audience',
  originator: 'Originator of the marking',
  markingReason: 'Reason for the marking',
  section: (title: string) => (title === '' ? 'This section' : `Section “${title}”`),
  sectionRule: 'Rule in this section',
  asDraft: (title: string) => `As the draft: ${title}`,
} as const;

export const people = {
  count: (n: number) => (n === 0 ? 'No people' : count(n, 'person', 'people')),
  add: 'Add a person',
  under: (rule: RuleId, k: number) =>
    ({
      named: 'How each will be written: by name where they agreed to it, else as far as they did.',
      affiliation: 'How each will be written: by State or body, nobody by name.',
      'chatham-house': `How each will be written: by a word that fits at least ${k} of them.`,
      unattributed: 'Nobody is written of: the text says what was said.',
    })[rule],
  fewest: 'How many a wording must fit',
  fits: (n: number) => `A wording fits at least ${n} people`,
  fewestSet: (n: number) => `A wording must fit at least ${n} people now.`,
  none: 'The register is empty',
  noneSay: 'Add who spoke. Names stay here, sealed: what is issued says only what the rule of the meeting lets it say.',
  sealed: 'The register never leaves the archive. No issued file can hold it.',
  unnamed: 'Name not given',
  look: 'Look',
  codeTwice: (code: string) => `The code ${code} is used more than once.`,
  nameTwice: (name: string) => `${name} stands in the register more than once.`,
  noName: 'Without a name the guard cannot look for this person.',
  shortName: 'The guard cannot look for a name of one letter: give it in full.',
  noCategory: 'Without a category this person is written “one participant”.',
  agreed: (consent: 'none' | 'affiliation' | 'named', statements: number) =>
    [
      consent === 'none' ? null : consent === 'named' ? 'name may be shown' : 'affiliation may be shown',
      statements === 0 ? null : `own consent for ${count(statements, 'statement', 'statements')}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  statements: (n: number) => (n === 0 ? 'Not in the text yet' : `In the text, ${n === 1 ? 'once' : `${n} times`}`),
  done: 'done',
  next: 'done, and the next person',
  showFirst: 'Show the first',
  more: 'For the guard',
  languages: 'Languages spoken',
  notes: 'What they said, word for word',
  notesHelp: 'Private notes, one statement a line. The guard finds eight words in a row that stand in the text.',
  remarks: 'Public remarks',
  remarksHelp: 'Paste what they said in public: the guard finds sentences close to it.',
  inUse: (code: string, times: number) => `${code} is referred to ${times} ${times === 1 ? 'time' : 'times'} in the text: choose another speaker there first.`,
  removed: (code: string) => `Removed ${code} from the register.`,
  code: 'Code',
  name: 'Name',
  role: 'Role',
  affiliation: 'Affiliation',
  category: 'Category',
  region: 'Region',
  gender: 'Gender',
  consent: 'Consents to',
  aliases: 'Also called',
  aliasesHelp: 'Other spellings, initials, nicknames, with commas: the guard looks for them.',
  remove: 'Remove from the register',
  categories: {
    diplomat: 'Diplomat',
    minister: 'Minister',
    parliamentarian: 'Parliamentarian',
    'un-official': 'UN official',
    'regional-official': 'Official of a regional body',
    nhri: 'National human rights institution',
    ngo: 'Non-governmental organisation',
    expert: 'Expert',
    'private-sector': 'Private sector',
    other: 'Other',
  },
  genders: { none: 'Not recorded', female: 'Female', male: 'Male', other: 'Other' },
  consents: { none: 'Nothing', affiliation: 'Affiliation shown', named: 'Name shown' },
} as const;

export const archive = {
  search: 'Search the archive',
  hint: 'Words of earlier reports: conclusions, proposals, questions.',
  searching: 'Searching …',
  found: (entries: number, reports: number) => `${count(entries, 'entry', 'entries')} in ${count(reports, 'report', 'reports')}`,
  results: 'Entries found',
  nextPrevious: 'next, previous',
  insertKey: 'insert',
  insert: 'Insert with citation',
  inserted: 'Inserted with its source in a note.',
  nowhere: 'Put the caret where the quotation shall stand.',
  source: (title: string, date: string, number: string | null) =>
    [title, dateWords(date), number === null ? '' : `para ${number}`].filter((part) => part !== '').join(', '),
} as const;
