/** Sentences of the Desk. */
import { countWords, numberWords } from './words.ts';

export const desk = {
  title: 'Desk',
  searchLabel: 'Search the archive',
  searchPlaceholder: (reports: number, entries: number) =>
    entries === 0
      ? 'The archive is empty: file a report, or import one'
      : `Search ${countWords(reports, 'report', 'reports')} and ${countWords(entries, 'entry', 'entries')}`,
  drafts: 'Drafts in progress',
  columns: ['Last change', 'Draft', 'Marking and rule', 'Progress', 'Check', 'Actions'],
  untitled: 'Without a title',
  noDraftsTitle: 'Nothing in progress',
  noDrafts: (forms: number) =>
    `Begin a report from one of the ${forms === 6 ? 'six' : numberWords(forms)} forms below, or import files and open one as a draft.`,
  sections: (done: number, total: number) => (done === total ? 'All sections' : `${done} of ${total} sections`),
  missing: (titles: readonly string[]) => (titles.length === 1 ? `${titles[0]} missing` : `${titles[0]} and ${titles.length - 1} more`),
  ready: 'Ready to issue',
  blocks: (n: number) => `${n} block`,
  warns: (n: number) => `${n} warn`,
  clean: 'No known clue',
  unchecked: 'Unchecked',
  actionsOf: (title: string) => `Actions for ${title}`,
  more: 'More',
  openIt: 'Open',
  exportIt: 'Export',
  trashIt: 'Move to the trash',
  trashed: (title: string) => `“${title}” is in the trash for 90 days.`,
  trash: (n: number) => `Trash, ${countWords(n, 'draft', 'drafts')}`,
  hideTrash: 'Hide the trash',
  trashedOn: (when: string) => `Since ${when.charAt(0).toLowerCase()}${when.slice(1)}`,
  putBack: 'Put back',
  due: 'Due',
  nothingDue: 'Nothing is due.',
  begin: 'Begin a report',
  importFiles: 'Import files',
  beginIt: (title: string) => `Begin: ${title}`,
  openBundle: 'Open a bundle',
  chooseAgain: 'Choose it again',
  bundleIt: 'Pass on as a bundle',
  bundleSays: (title: string) => `“${title}” becomes one encrypted file. Tell its passphrase to whom you send it, by another way.`,
  saveElsewhere: 'Save elsewhere',
  elsewhereSays:
    'The whole draft, with the words that are not saved, becomes one encrypted file in a place of your choice. “Open a bundle” on the Desk brings it back.',
  versions: 'Versions',
  versionsSay: 'The newest stands in the draft itself. Any of these opens as a draft of its own; nothing is replaced.',
  versionAside: 'Kept beside: written in another window, or after the backup that was restored',
  versionOf: (when: string, words: string) => `${when}, ${words}`,
  openCopy: 'Open as a copy',
  openCopyOf: (when: string) => `Open as a copy: ${when}`,
  unsavedHere: (n: number) => (n === 1 ? 'Words of one draft are not saved.' : `Words of ${numberWords(n)} drafts are not saved.`),
  unsavedSay: 'They wait in this window, and are tried again when the draft is opened.',
  openUnsaved: 'Open the draft',
  bundleDo: 'Write the bundle',
  bundled: (name: string) => `${name} is written.`,
  withRegister: 'With the register of people',
  withRegisterSays: 'Without it, each reference to a person becomes the words that the rule makes of it.',
} as const;

/** What a form is known by; a form of the house's own shows its rule instead. */
export const formSays: Readonly<Record<string, string>> = {
  roundtable: 'Attributed by affiliation',
  dialogues: 'Chatham House Rule',
  summary: 'Attributed to the source',
  conference: 'Numbered paragraphs',
  briefing: 'Confidential, with triggers',
  horizon: 'From the quarter’s briefings',
  'horizon-scan': 'From the quarter’s briefings',
};
