/** Sentences of the Settings. */
import { smallNumber } from './words.ts';

export const settings = {
  title: 'Settings',
  look: 'Appearance',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  safety: 'Locking',
  idle: 'Lock when nothing is typed or clicked',
  idleChoices: [1, 2, 5, 10, 20, 60, 0] as readonly number[],
  idleWords: (minutes: number) => (minutes === 0 ? 'Never' : `After ${smallNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`),
  idleNever: 'The archive then stays open until you lock it or the computer sleeps.',
  hide: 'Hide confidential drafts from screen sharing',
  hideSay: 'While a confidential draft is open, a shared screen shows a blank window.',
  passphrase: 'Passphrase',
  change: 'Change the passphrase',
  current: 'Passphrase now',
  next: 'New passphrase',
  again: 'Once more',
  changeDo: 'Change',
  changed: 'The passphrase is changed. The recovery key stays the same.',
  sampleHas: 'The sample archive has no passphrase of yours.',
  backups: 'Backups',
  backupsSay: 'A backup is verified before it counts: opened, read whole, compared. One is made before every import and every update.',
  backupNow: 'Make a backup',
  backingUp: 'Making a backup',
  backedUp: 'The backup is made and verified.',
  verify: 'Verify the archive',
  verifying: 'Reading every page of the archive',
  verified: (reports: string, entries: string) => `Every page was read: ${reports} and ${entries} are whole.`,
  columns: ['Made', 'Why', 'Size', 'State', 'Restore'],
  isVerified: 'Verified',
  notVerified: 'Not verified',
  noBackups: 'There is no backup yet.',
  restore: 'Restore',
  restoreTitle: 'Put this backup in the archive’s place?',
  restoreSay: (when: string) =>
    `The archive is closed, and the backup of ${when} takes its place. What stands there now is kept beside it, renamed. What was written since is then only in the kept file.`,
  restoreDo: 'Restore this backup',
  restored: (kept: string) => `The backup is in place. What stood there before is kept as ${kept}.`,
  all: (n: number) => `Show all ${n}`,
  about: 'About',
  version: 'Version',
  archiveHolds: 'This archive holds',
  offline: 'Rapporteur works on this computer alone. It connects to nothing.',
  keys: 'Keys',
} as const;

/** Why a backup was made, from the core's short word. */
export function reasonWords(reason: string): string {
  const words: Record<string, string> = {
    asked: 'Asked for',
    daily: 'Daily',
    hourly: 'Hourly',
    import: 'Before an import',
    'before-import': 'Before an import',
    migration: 'Before an update',
    'before-migration': 'Before an update',
  };
  return words[reason] ?? reason.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase());
}
