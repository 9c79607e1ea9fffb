/** Sentences of the Unlock screen. */
import type { WhyLocked } from '../session.ts';
import { smallNumber } from './words.ts';

export const unlock = {
  lead: 'Meeting reports that keep the rule of the meeting.',
  archive: 'Archive',
  passphrase: 'Passphrase',
  recoveryKey: 'Recovery key',
  recoveryHelp: 'The groups of letters and figures that were shown once, when the archive was made. Spaces and hyphens may be left out.',
  open: 'Unlock',
  useRecovery: 'Use the recovery key',
  usePassphrase: 'Use the passphrase',
  or: 'Or',
  begin: 'Begin',
  create: 'Create an archive',
  createSub: 'A folder and a passphrase of your own',
  other: 'Open another archive',
  otherSub: 'From a folder on this computer',
  sample: 'Look at the sample',
  sampleSub: 'Fictional meetings, nothing to keep',
  sampleName: 'Sample archive',
  sampleAgain: 'Open the sample',
  foot: 'The archive is encrypted on this computer. Without the passphrase or the recovery key nobody can open it, and nobody can help you to.',
  notOpened: 'Not opened.',
  unsaved: 'The last words you typed could not be saved. They wait in this window: leave it open, open the archive again, then the draft.',
  noneFound: 'There is no archive under Documents, Rapporteur. One that is elsewhere is opened with “rapporteur serve --archive FOLDER”.',
  notCreated: 'Not created.',
  caps: 'Caps Lock is on.',
  lastOpened: (when: string) => `Last opened ${when}.`,
  working: 'Opening',
  inUseTitle: 'This archive is open elsewhere',
  inUse: (owner: string) => `${owner} has it now. One owner at a time keeps it whole.`,
  inUseSomeone: 'Another program',
  again: 'Try again',
  damagedTitle: 'This archive is damaged',
  damaged: (copy: string | null) =>
    copy === null
      ? 'It was closed and nothing in it was overwritten. There is no backup of it: keep a copy of its folder, and change nothing there.'
      : `It was closed and nothing in it was overwritten. The copy of ${copy}, verified when it was made, can take its place. The damaged file is kept beside it, and drafts that are newer in it are brought over where they can be read.`,
  restore: (copy: string) => `Restore the copy of ${copy}`,
  restoring: 'Restoring',
  restored: (copy: string, kept: string) => `The copy of ${copy} is in place.${kept === '' ? '' : ` The damaged file is kept as ${kept}.`}`,
  anotherWay: 'Back',
  name: 'Name',
  nameHelp: 'Shown in the bar. Not a secret.',
  folder: 'Folder',
  choose: 'Choose a folder',
  change: 'Change',
  again2: 'Once more',
  differs: 'The two are not the same.',
  createDo: 'Create',
  createFirst: 'First a passphrase that is hard to guess.',
  createThen: 'Type the passphrase once more.',
  creating: 'Creating',
  strength: 'Strength',
  strengths: ['Guessed at once', 'Weak', 'Not enough yet', 'Good', 'Strong'],
  keyTitle: 'Write this down now',
  keySay: 'This recovery key opens the archive if the passphrase is forgotten. It is shown only this once. Keep it on paper, away from this computer.',
  keyConfirm: 'To confirm, type two of its groups.',
  keyGroup: (n: number) => `Group ${n}`,
  keyWrong: (n: number) => `This is not group ${smallNumber(n)}.`,
  keyDone: 'I have written it down',
} as const;

/** What happened and what is kept, when the archive was closed while in use. */
export function lockedSays(why: WhyLocked, minutes: number): { readonly title: string; readonly say: string } {
  switch (why) {
    case 'asked':
      return { title: 'Locked', say: 'Everything was saved. The archive is closed.' };
    case 'idle':
      return { title: `Locked after ${smallNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`, say: 'Everything was saved. The archive is closed.' };
    case 'system':
      return { title: 'Locked with the computer', say: 'Everything was saved. The archive is closed.' };
    case 'ended':
      return {
        title: 'Closed, because a part of Rapporteur stopped',
        say: 'What was saved is in the archive. Look at the last words you typed when you have opened it again: they may be missing.',
      };
    case 'damaged':
      return {
        title: 'Closed, because it is damaged',
        say: 'A part of the archive could not be read. Nothing was overwritten; what was saved before is in the backup and the journal.',
      };
  }
}
