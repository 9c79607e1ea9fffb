/** The archive as a whole: session, keys, backups. */
import type { Parsed } from '../../../shared/contract/api.ts';
import { type Failure, fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Archive } from '../../archive/archive.ts';
import type { Core } from '../core.ts';
import type { Handlers } from './handlers.ts';

type Names =
  | 'session.status'
  | 'archive.create'
  | 'archive.open'
  | 'archive.openSample'
  | 'archive.lock'
  | 'archive.stats'
  | 'archive.verify'
  | 'archive.backup'
  | 'archive.backups'
  | 'archive.replaceBackups'
  | 'archive.restore'
  | 'archive.changePassphrase'
  | 'archive.passphraseStrength'
  | 'archive.export'
  | 'job.cancel';

/** The database and the key derivation load only when an archive is really asked for. */
const archiveModule = () => import('../../archive/archive.ts');

export const archiveHandlers: Handlers<Names> = {
  'session.status': (core) => core.session.status(),
  'archive.create': create,
  'archive.open': open,
  'archive.openSample': async (core) => {
    const { openSample } = await import('../sample-archive.ts');
    const opened = await openSample(core);
    return opened.ok ? entered(core, opened.value) : opened;
  },
  'archive.lock': (core) => {
    core.session.close();
    core.emit({ type: 'locked', why: 'asked' });
    return ok({});
  },
  'archive.stats': (core) => within(core, (archive) => archive.stats()),
  'archive.verify': (core) => within(core, (archive) => archive.verify()),
  'archive.backup': (core) => within(core, (archive) => archive.backups.make('asked')),
  'archive.backups': (core) =>
    within(core, (archive) => {
      const list = archive.backups.list();
      return list.ok ? ok([...list.value]) : list;
    }),
  'archive.replaceBackups': (core, { draft }) => within(core, (archive) => archive.backups.replace(draft)),
  'archive.restore': restore,
  'archive.changePassphrase': async (core, { current, next }) => {
    const archive = core.session.open();
    if (!archive.ok) return archive;
    const changed = await archive.value.changePassphrase(current, next);
    return changed.ok ? ok({}) : changed;
  },
  'archive.passphraseStrength': async (_core, { passphrase }) => {
    const { passphraseStrength } = await archiveModule();
    return ok(passphraseStrength(passphrase));
  },
  'archive.export': async (core, { formats, to }) => {
    const archive = core.session.open();
    if (!archive.ok) return archive;
    const { exportEntries } = await import('../entry-export.ts');
    return exportEntries(core, archive.value, formats, to);
  },
  'job.cancel': (core, { job }) => ok({ cancelled: core.jobs.cancel(job) }),
};

/** Runs on the open archive. @fails archive/locked there is none */
export function within<T>(core: Core, work: (archive: Archive) => Result<T>): Result<T> {
  const archive = core.session.open();
  return archive.ok ? work(archive.value) : archive;
}

async function create(core: Core, { folder, name, passphrase }: Parsed<'archive.create'>): Promise<Result<{ recoveryKey: string }>> {
  const granted = core.grants.redeem(folder, 'folder');
  if (!granted.ok) return granted;
  const { createArchive } = await archiveModule();
  const made = await createArchive({ folder: granted.value.path, name, passphrase, owner: core.owner, onDamaged: () => damaged(core) });
  if (!made.ok) return made;
  core.session.enter(made.value.archive);
  return ok({ recoveryKey: made.value.recoveryKey });
}

async function open(core: Core, input: Parsed<'archive.open'>): Promise<ReturnType<Core['session']['status']>> {
  const secret = secretOf(input);
  if (secret === null) return fail('input/invalid', { at: 'passphrase' });
  const granted = core.grants.redeem(input.folder, 'folder');
  if (!granted.ok) return granted;
  const { openArchive } = await archiveModule();
  const opened = await openArchive({ folder: granted.value.path, secret, owner: core.owner, onDamaged: () => damaged(core) });
  if (opened.ok) return entered(core, opened.value);
  return opened.error.code === 'archive/damaged' ? await withBackup(opened, granted.value.path) : opened;
}

/** A damaged archive's failure says from when the copy is that would take its place: 0 where there is none. */
async function withBackup({ error: { code, detail } }: Failure, folder: string): Promise<Failure> {
  const { listBackups } = await import('../../archive/backup-list.ts');
  return fail(code, { ...detail, backupMs: listBackups(folder)[0]?.madeMs ?? 0 });
}

function secretOf(input: { passphrase?: string | undefined; recoveryKey?: string | undefined }): { passphrase: string } | { recoveryKey: string } | null {
  if (input.passphrase !== undefined) return { passphrase: input.passphrase };
  return input.recoveryKey === undefined ? null : { recoveryKey: input.recoveryKey };
}

async function restore(core: Core, input: Parsed<'archive.restore'>): Promise<Result<{ restored: ArchiveBackup; kept: string }>> {
  const { folder, from } = input;
  const secret = secretOf(input);
  if (secret === null) return fail('input/invalid', { at: 'passphrase' });
  const granted = core.grants.redeem(folder, 'folder');
  if (!granted.ok) return granted;
  core.session.close();
  const { restoreArchive } = await archiveModule();
  return restoreArchive({ folder: granted.value.path, secret, owner: core.owner, from });
}

type ArchiveBackup = import('../../../shared/contract/calls/archive.ts').BackupInfo;

function entered(core: Core, archive: Archive): ReturnType<Core['session']['status']> {
  core.session.enter(archive);
  return core.session.status();
}

/** The archive has closed itself: the page must leave what it shows. */
function damaged(core: Core): void {
  core.log('lost');
  core.emit({ type: 'locked', why: 'damaged' });
}
