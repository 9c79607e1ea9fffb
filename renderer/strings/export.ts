/** Sentences of the Export screen. */
import { numberWords, smallNumber } from './words.ts';

export type Format = 'docx' | 'pdf' | 'pdf-archive' | 'html' | 'md' | 'txt' | 'json';

/** An audience's title in a sentence: "Public" is "the public", "Core group" "the core group", "Participants only" "participants". */
export function readers(title: string): string {
  const words = title.replace(/ only$/i, '').replace(/^./, (first) => first.toLowerCase());
  return /^\S*s\b/.test(words) ? words : `the ${words}`;
}

export const exporting = {
  back: 'Draft',
  choices: 'What to export',
  forWhom: 'For whom',
  numbered: 'numbered copies',
  withheld: (n: number) => (n === 0 ? 'nothing withheld' : `${numberWords(n)} ${n === 1 ? 'paragraph' : 'paragraphs'} withheld`),
  recipient: 'Recipient',
  recipientHelp: 'Written on this copy.',
  marking: 'Marking on every page',
  unmarked: 'Pages carry no marking.',
  change: 'Change',
  review: (on: string) => `Review on ${on}.`,
  files: 'Files',
  formats: [
    { value: 'pdf', label: 'PDF, issue copy', aside: 'PDF/UA-1' },
    { value: 'pdf-archive', label: 'PDF, archive copy', aside: 'PDF/A-2a' },
    { value: 'docx', label: 'Word document', aside: 'DOCX' },
    { value: 'html', label: 'Web page', aside: 'HTML' },
    { value: 'md', label: 'Markdown', aside: 'MD' },
    { value: 'txt', label: 'Plain text', aside: 'TXT' },
    { value: 'json', label: 'Structured data', aside: 'JSON' },
  ] as const satisfies readonly { value: Format; label: string; aside: string }[],
  export: 'Export',
  preview: 'Preview',
  sees: (audience: string) => `What ${readers(audience)} will see`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  page: (page: number) => `Page ${page}`,
  layingOut: 'Laying out the pages',
  layoutFailed: 'The pages cannot be shown',
  outcome: 'Proof and files',
  people: 'People in the register',
  named: 'Named in these files',
  none: 'none',
  byConsent: (n: number) => `${numberWords(n)} by consent`,
  keptNames: (n: number) => `${numberWords(n)} kept with a reason`,
  worded: 'Statements worded by the rule',
  kept: 'Kept with a reason',
  human: 'For a human reader',
  checking: 'Checking',
  notChecked: 'This draft could not be checked',
  checkAgain: 'Check again',
  untitled: 'Without a title',
  blocked: (n: number) => `${numberWords(n)} ${n === 1 ? 'finding blocks' : 'findings block'} issue`,
  blockedTitle: 'Not ready to issue',
  blockedSay: (n: number) =>
    `${smallNumber(n).replace(/^./, (c) => c.toUpperCase())} ${n === 1 ? 'place' : 'places'} in the text may break the rule. Correct ${n === 1 ? 'it' : 'them'}, or keep ${n === 1 ? 'it' : 'each'} with a reason.`,
  toCheck: 'Go to the findings',
  moreFindings: (n: number) => `and ${numberWords(n)} more`,
  warns: (n: number) => (n === 1 ? '1 warning stands; it does not stop an issue.' : `${numberWords(n)} warnings stand; they do not stop an issue.`),
  noFormat: 'Choose a file first',
  noRecipient: 'Name the recipient first',
  working: 'Writing the files',
  steps: { render: 'Writing the files', verify: 'Searching the files for protected words', write: 'Putting the files in place' } as Readonly<
    Record<string, string>
  >,
  cancel: 'Cancel',
  refusedTitle: 'No file was written',
  leakShort: 'A protected word was found',
  verified: 'Verified',
  proofReopened: 'Written beside its place and reopened',
  proofSearched: (streams: number, forms: number) => `${numberWords(streams)} streams searched for ${numberWords(forms)} forms of protected words`,
  proofNothing: 'The register is empty: there is no protected word to search for',
  proofNotSearched: 'The files were not searched for protected words',
  proofMetadata: 'Metadata within the allowed list',
  proofMarked: (pages: number) => `${numberWords(pages)} ${pages === 1 ? 'page carries' : 'pages carry'} the marking`,
  proofNote: (keptNames: number) =>
    `${keptNames === 0 ? 'No protected word was found.' : 'Beside the names that you kept, no protected word was found.'} That is a search of the files, not a promise about what a reader may infer.`,
  writtenFiles: 'Files',
  pages: (n: number) => `${numberWords(n)} ${n === 1 ? 'page' : 'pages'}`,
  formatSays: {
    pdf: 'issue copy',
    'pdf-archive': 'archive copy',
    docx: 'native numbering and notes',
    html: 'one file',
    md: 'plain text with marks',
    txt: 'plain text',
    json: 'structured data',
  } as Readonly<Record<string, string>>,
  show: 'Show in folder',
  download: 'Download',
  file: 'Add to the archive',
  seeArchive: 'See it in the archive',
  filed: (entries: number) => `Filed, with ${numberWords(entries)} ${entries === 1 ? 'entry' : 'entries'}.`,
  before: 'The proof stands here once the files are written.',
} as const;
