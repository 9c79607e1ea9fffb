/** Calls on the archive as a whole: session, keys, backups, settings of this archive. */
import { z } from 'zod';
import { call } from '../call.ts';

const nothing = z.strictObject({});
/** A folder: a one-use token of a host's dialog, "recent:N", or "sample". The command line's own tokens stand for its paths. */
const Folder = z.string().min(1).max(200);
const Passphrase = z.string().min(1).max(1000);

/** What is typed before older backups are deleted for good. */
export const replaceWord = 'replace';

export const BackupInfo = z.strictObject({
  id: z.string(),
  /** Wall clock, ms since 1970 UTC. */
  madeMs: z.int(),
  bytes: z.int(),
  verified: z.boolean(),
  reason: z.string(),
});
export type BackupInfo = z.infer<typeof BackupInfo>;

const Session = z.strictObject({
  /** none: no archive chosen · locked: chosen, not open · open */
  state: z.enum(['none', 'locked', 'open']),
  name: z.string(),
  sample: z.boolean(),
  reports: z.int(),
  entries: z.int(),
});

export const archiveCalls = {
  'session.status': call('read', nothing, Session),
  'archive.create': call(
    'write',
    z.strictObject({ folder: Folder, name: z.string().max(120).default(''), passphrase: Passphrase }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /** Opens with a passphrase or the recovery key. */
  'archive.open': call('write', z.strictObject({ folder: Folder, passphrase: Passphrase.optional(), recoveryKey: z.string().max(200).optional() }), Session),
  'archive.openSample': call('write', nothing, Session),
  'archive.lock': call('write', nothing, z.strictObject({})),
  'archive.stats': call(
    'read',
    nothing,
    z.strictObject({ reports: z.int(), entries: z.int(), texts: z.int(), drafts: z.int(), byKind: z.record(z.string(), z.int()) }),
  ),
  /** Reads every page; ok false never happens: a damaged archive is a failure. */
  'archive.verify': call('read', nothing, z.strictObject({ ok: z.literal(true), pages: z.int(), reports: z.int(), entries: z.int() })),
  'archive.backup': call('write', nothing, BackupInfo),
  'archive.backups': call('read', nothing, z.array(BackupInfo)),
  /** After a register was destroyed: makes a verified backup, then deletes those that still hold the register, for good. `confirm` is what the user
   *  typed. `kept`: databases set aside as damaged, which nothing deletes. */
  'archive.replaceBackups': call(
    'write',
    z.strictObject({ draft: z.string().min(1).max(100), confirm: z.literal(replaceWord) }),
    z.strictObject({ made: BackupInfo, deleted: z.array(z.string()), kept: z.array(z.string()) }),
  ),
  /** Takes the newest verified backup, or the one named; keeps the damaged file renamed. Needs what opens the archive: either secret. */
  'archive.restore': call(
    'write',
    z.strictObject({ folder: Folder, passphrase: Passphrase.optional(), recoveryKey: z.string().max(200).optional(), from: z.string().optional() }),
    z.strictObject({ restored: BackupInfo, kept: z.string() }),
  ),
  'archive.changePassphrase': call('write', z.strictObject({ current: Passphrase, next: Passphrase }), z.strictObject({})),
  /** Strength of a passphrase before it is taken: 0 (guessed at once) to 4; `ok` says whether the gate lets it through. */
  'archive.passphraseStrength': call(
    'read',
    z.strictObject({ passphrase: z.string().max(1000) }),
    z.strictObject({ score: z.int(), ok: z.boolean(), advice: z.string() }),
  ),
  /** Writes all entries as CSV or JSON. */
  'archive.export': call(
    'read',
    z.strictObject({ formats: z.array(z.enum(['csv', 'json'])).min(1), to: Folder }),
    z.strictObject({ files: z.array(z.string()) }),
  ),
  'job.cancel': call('write', z.strictObject({ job: z.string() }), z.strictObject({ cancelled: z.boolean() })),
};
