/** Sentences of the frame: bar, keys, states that cover a whole window. */
export const frame = {
  name: 'Rapporteur',
  desk: 'Desk',
  archive: 'Archive',
  import: 'Import',
  settings: 'Settings',
  keys: 'Keys',
  places: 'Places',
  lock: 'Lock',
  skip: 'Skip to the content',
  sample: 'Sample archive',
  unnamed: 'Archive',
  brokenTitle: 'This screen stopped',
  brokenSay: 'A fault in the program closed it. Every word that the screen called saved is safe.',
  brokenAgain: 'Open it again',
  brokenDesk: 'Go to the Desk',
  locked: 'Locked',
  close: 'Close',
  cancel: 'Cancel',
  undone: 'Undone',
} as const;

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: string, what: string])[];
}

/** Every key, by place. `Ctrl` reads `⌘` on macOS. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl 1', 'Desk'],
      ['Ctrl 2', 'Archive'],
      ['Ctrl 3', 'Import'],
      ['Ctrl K', 'Search the archive'],
      ['Ctrl L', 'Lock'],
      ['F6', 'Next region'],
      ['Esc', 'Back to the page'],
      ['Ctrl /', 'These keys'],
    ],
  },
  {
    title: 'Lists: archive, import, check',
    keys: [
      ['J, K', 'Next, previous'],
      ['Enter', 'Open or replace'],
      ['X', 'Select'],
      ['1 – 8', 'Kind of entry (import)'],
      ['G', 'Go to the words (check)'],
      ['A', 'Replace in every place (check)'],
      ['U', 'Undo'],
      ['R', 'Keep with a reason'],
    ],
  },
  {
    title: 'Draft: writing',
    keys: [
      ['@', 'Speaker'],
      ['/', 'What may stand here'],
      ['Tab, Shift Tab', 'Level in, level out'],
      ['Ctrl Alt 0 – 3', 'Paragraph, headings'],
      ['Ctrl Alt F', 'Footnote'],
      ['Ctrl Alt P', 'Paragraph reference'],
      ['Ctrl Alt E', 'Entry'],
      ['Ctrl Alt O', 'Opposite position'],
      ['Ctrl Alt Q', 'Pull quote'],
      ['Ctrl Alt C', 'Consent for this statement'],
      ['Ctrl Alt M', 'Portion mark'],
      ['F2', 'Rename a heading of the form'],
    ],
  },
  {
    title: 'Draft: around the page',
    keys: [
      ['F7', 'Next finding'],
      ['Ctrl Shift P', 'Preview'],
      ['Ctrl \\', 'Outline'],
      ['Ctrl I', 'Insert with citation'],
      ['Ctrl Shift E', 'Export'],
    ],
  },
];
