/** Sentences of the Draft screen. */
export const page = {
  label: 'The page',
  unknown: 'A part that this version of Rapporteur cannot show. It is kept whole.',
  titleHere: 'Title',
  typeHere: 'Type here, or / for what may stand here',
  entryAt: (label: string | undefined) => (label ? `Entry at paragraph ${label.replace(/\.$/, '')}` : 'Entry'),
  contested: 'contested',
  contestedBy: (yes: number, no: number) => `contested: ${yes} for, ${no} against`,
  tally: (yes: number) => `${yes} for`,
  to: (whom: string) => `to ${whom}`,
  blockingHere: 'blocking finding here',
  warningHere: 'warning here',
  gone: '[speaker gone]',
  reference: 'reference',
  notes: 'Notes',
  withheld: 'Withheld from every variant: for the delegation alone.',
  fixed: (title: string) => `Fixed text: ${title}`,
  noFixedText: 'No wording of this fixed text is valid for the date of the meeting.',
  noPicture: 'The picture is missing.',
  altAndCredit: 'Description and credit',
  altMissing: 'Describe the picture',
  rowBelow: 'Row below',
  columnAfter: 'Column after',
  removeRow: 'Remove row',
  removeColumn: 'Remove column',
  front: 'Title page, as issued',
  editDetails: 'Details',
  noTitle: 'Untitled report',
} as const;

export const bench = {
  desk: 'Desk',
  export: 'Export',
  changeMarking: (label: string) => `Marking: ${label}. Change`,
  changeRule: (label: string) => `Rule of the meeting: ${label}. Change`,
  saved: (time: string) => `Saved ${time}`,
  savedNever: 'Saved',
  saving: 'Saving',
  notSaved: (time: string | null) => (time === null ? 'Not saved' : `Not saved since ${time}`),
  keepsTrying: 'Your text stays in this window and is tried again every second.',
  saveElsewhere: 'Save as a copy',
  apart: 'Two versions.',
  apartSay: 'This draft was saved elsewhere meanwhile. Both are kept.',
  reload: 'Reload the other',
  saveCopy: 'Save mine as a copy',
  copied: 'Saved as a copy of its own',
  loading: 'Opening the draft',
  notOpened: 'This draft was not opened',
  outline: 'Outline',
  outlineFolded: 'Outline, folded',
  unfold: 'Unfold the outline',
  fold: 'Fold the outline',
  sections: 'Add a section',
  remove: (title: string) => `Remove “${title}”`,
  removed: (title: string) => `Removed “${title}”.`,
  sealed: 'Sealed register',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  entries: 'Marked as entries',
  optional: 'optional',
  required: 'required',
  words: (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`,
  paragraphs: (count: number) => `${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`,
  notes: (count: number) => `${count} ${count === 1 ? 'note' : 'notes'}`,
  frontMatter: 'Title and details',
  side: 'Side panel',
  tools: 'Paragraph and marks',
} as const;

export const tools = {
  kind: 'Kind of paragraph',
  bold: 'Bold',
  italic: 'Italic',
  speaker: 'Speaker',
  note: 'Note',
  reference: 'Para reference',
  pullQuote: 'Pull quote',
  entry: 'Entry',
  portion: 'Portion mark',
  nothingHere: 'Put the caret into the text first.',
  noSpeakerHere: 'A speaker cannot stand here.',
  noNoteHere: 'A note cannot stand here.',
  noQuoteHere: 'A pull quote takes words of a paragraph.',
  inserted: (what: string) => `${what} inserted.`,
} as const;

export const picker = {
  what: 'What may stand here',
  whatHint: 'Kind of paragraph',
  speaker: 'Speaker',
  speakerHint: 'Code or role',
  names: 'F8 shows names',
  namesOff: 'F8 hides names',
  nobody: 'Nobody in the register yet. Add people in the People panel.',
  reference: 'Para reference',
  referenceHint: 'Number or words',
  entry: 'Record as',
  entryHint: 'Kind, support, tally',
  portion: 'Portion mark',
  portionHint: 'Level',
  section: 'Add a section',
  sectionHint: 'Section',
  nothing: 'Nothing fits.',
  noMark: 'No portion mark',
  noEntry: 'No entry',
  byDefault: 'as the form says',
  oneFor: 'One more for',
  oneAgainst: 'One more against',
  takeBack: 'Take back one for',
  contested: 'Contested',
  details: 'Addressees and themes …',
  withheld: 'Withheld from every variant',
  support: (word: string) => `Support: ${word}`,
  noSupport: 'Support: not stated',
} as const;

export const dialogs = {
  picture: 'The picture in words',
  alt: 'Description',
  altHelp: 'For readers who do not see it: what it shows, in a sentence.',
  credit: 'Credit',
  entry: 'Addressees and themes',
  addressees: 'Addressees',
  addresseesHelp: 'With commas between them: Governments, Basin commissions',
  themes: 'Themes',
  keep: 'Keep',
  cancel: 'Cancel',
} as const;

export const panelTitles = { details: 'Details', people: 'People', archive: 'Archive', check: 'Check', preview: 'Preview' } as const;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const check = {
  asking: 'Checking …',
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
  replace: 'Replace',
  goThere: 'Go there',
  keep: 'Keep with reason',
  cancel: 'Cancel',
  reason: 'Reason',
  reasonHelp: 'One sentence. It stays in the archive and is never issued.',
  notKept: 'The reason was not kept. Try again.',
  kept: (place: string) => `Kept in ${place}.`,
  replaced: (place: string) => `Replaced in ${place}.`,
  notFound: 'These words are no longer there; the check runs again.',
} as const;

export const preview = {
  audience: 'Audience',
  forAudience: (title: string) => `For ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pageAlt: (page: number) => `Page ${page} of the PDF`,
  working: 'Laying out',
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
  under: (rule: string, k: number) => `How each will be written: ${rule}. A wording must fit ${k} people.`,
  none: 'The register is empty',
  noneSay: 'Add who spoke. Names stay here, sealed: what is issued says only what the rule of the meeting lets it say.',
  sealed: 'The register never leaves the archive. No issued file can hold it.',
  unnamed: 'Name not given',
  twice: 'Twice',
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
    [title, date, number === null ? '' : `para ${number}`].filter((part) => part !== '').join(', '),
} as const;
