/** Sentences of the end of a register. */
import { smallNumber } from './words.ts';

const people = (n: number): string => `${smallNumber(n)} ${n === 1 ? 'person' : 'people'}`;
const upper = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());

export const adoption = {
  menu: 'Destroy the register …',
  title: (title: string) => (title === '' ? 'Destroy the register' : `Destroy the register of “${title}”`),
  say: (n: number) =>
    `Once the report is adopted, nobody needs the names. The register of ${people(n)} is destroyed with its key, and so are all earlier versions of this draft. The text stays as it reads now.`,
  day: 'Adopted on',
  sure: 'The report is adopted and issued',
  sureSay: 'This cannot be undone. Nobody can bring the names back, and the rule of the meeting can no longer be changed.',
  blocked: (n: number) =>
    `${upper(smallNumber(n))} ${n === 1 ? 'finding blocks' : 'findings block'} this draft. Without the register a name that was typed could no longer be found: correct ${n === 1 ? 'it' : 'them'} first.`,
  toCheck: 'Go to the findings',
  destroy: 'Destroy the register',
  later: 'Only note the day',
  noted: 'The day of adoption is noted. The Desk reminds you of the register.',
  doneTitle: 'The register is destroyed',
  done: (n: number) =>
    `${upper(people(n))} and all earlier versions of the draft are gone from the archive, its search and its journal. Copies made of this draft keep theirs.`,
  noBackups: 'No backup holds it.',
  backups: (n: number) => (n === 1 ? 'One older backup still holds it:' : `${upper(smallNumber(n))} older backups still hold it:`),
  replaceAsk: 'Replace these by a new copy …',
  replaceSay:
    'A new backup of the whole archive is made and verified first; then the backups above are deleted for good. Earlier states of other drafts that only they hold go with them.',
  replaceType: (word: string) => `Type “${word}” to confirm`,
  replace: 'Make the copy and delete these',
  replaced: (deleted: number, kept: number) =>
    `A new backup is made and verified. ${deleted === 1 ? 'The older one is' : `The ${smallNumber(deleted)} older ones are`} deleted.${kept === 0 ? ' No backup holds the register now.' : ' A damaged archive that was set aside may still hold it; it is never deleted for you. Delete it in the archive’s folder once you no longer need it:'}`,
  backupOf: (when: string) => `Backup of ${when}`,
} as const;
