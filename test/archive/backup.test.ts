import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreArchive } from '../../electron/archive/archive.ts';
import { toThin } from '../../electron/archive/backup-list.ts';
import type { BackupInfo } from '../../shared/contract/calls/archive.ts';
import { bytesIn, code, draft, filing, newArchive, paragraph, passphrase, scratch, tryOpen, typing, value } from './world.ts';

const secret = { passphrase };
const restore = (folder: string, more: object = {}) => restoreArchive({ folder, secret, owner: 'test', ...more });

/** Flips a byte in every page but the first. */
function damage(file: string): Buffer {
  const bytes = readFileSync(file);
  for (let at = 4096 + 7; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
  return bytes;
}

async function filled(): Promise<Awaited<ReturnType<typeof newArchive>> & { id: string }> {
  const made = await newArchive();
  value(made.archive.reports.file(filing([paragraph('Peacekeeping needs budgets.', { kind: 'conclusion' })])));
  const { id } = value(made.archive.drafts.create(draft()));
  return { ...made, id };
}

describe('backup and restore', () => {
  it('[BCK-1] a damaged archive is set aside byte for byte, and the newest backup takes its place', async () => {
    const { archive, folder, id } = await filled();
    value(archive.backups.make('first'));
    value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'Later ') }));
    const newest = value(archive.backups.make('Second, asked for!'));
    expect(newest).toMatchObject({ verified: true, reason: 'second-asked-for', id: expect.stringMatching(/^000002-/) });
    expect(value(archive.backups.list()).map(({ id: name }) => name.slice(0, 6))).toEqual(['000002', '000001']);
    const state = value(archive.drafts.open(id)).draft;
    value(archive.close());
    const bytes = damage(join(folder, 'archive.db'));
    expect(code(await tryOpen(folder))).not.toBe('ok');
    const restored = value(await restore(folder));
    expect(restored).toEqual({ restored: newest, kept: 'archive.damaged-1.db' });
    expect(readFileSync(join(folder, 'archive.damaged-1.db')).equals(bytes)).toBe(true);
    const again = value(await tryOpen(folder));
    expect(value(again.drafts.open(id)).draft).toEqual(state);
    value(again.verify());
    value(again.close());
    expect(value(await restore(folder, { from: value(await restore(folder)).restored.id })).kept).toBe('archive.damaged-3.db');
  });

  it('[BCK-6] what was written after the backup comes back beside it, as far as its pages still authenticate', async () => {
    const { archive, folder, id } = await filled();
    value(archive.backups.make('early'));
    value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'Later ') }));
    const late = value(archive.drafts.create(draft(['Born after the backup.']))).id;
    const [newer, born] = [value(archive.drafts.open(id)).draft, value(archive.drafts.open(late)).draft];
    value(archive.close());
    const kept = value(await restore(folder)).kept;
    const before = readFileSync(join(folder, kept));
    const again = value(await tryOpen(folder));
    expect(value(again.drafts.open(id)).draft).toEqual(draft());
    const aside = value(again.drafts.revisions(id)).find((row) => row.aside);
    expect(value(again.drafts.revision(id, aside?.no ?? 0))).toEqual(newer);
    expect(value(again.drafts.open(late))).toMatchObject({ draft: born, sequence: 0 });
    value(again.verify());
    value(again.close());
    expect(readFileSync(join(folder, kept)).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([kept]);
  });

  it('[BCK-7] the log of a killed owner is read too', async () => {
    const { archive, folder, id } = await filled();
    value(archive.backups.make('early'));
    value(archive.flush());
    value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'In the log ') }));
    const copy = join(scratch(), 'killed');
    cpSync(folder, copy, { recursive: true });
    value(await restore(copy));
    const again = value(await tryOpen(copy, { secret }));
    const aside = value(again.drafts.revisions(id)).find((row) => row.aside);
    expect(JSON.stringify(value(again.drafts.revision(id, aside?.no ?? 0)))).toContain('In the log');
  });

  it('[BCK-2] a damaged backup is passed over for the one before it; without a whole one nothing is changed', async () => {
    const { archive, folder } = await filled();
    const one = value(archive.backups.make('one'));
    const two = value(archive.backups.make('two'));
    value(archive.close());
    damage(join(folder, 'backups', `${two.id}.db`));
    rmSync(join(folder, 'archive.db'));
    expect(value(await restore(folder))).toEqual({ restored: one, kept: '' });
    damage(join(folder, 'backups', `${one.id}.db`));
    const before = bytesIn(folder);
    expect(code(await restore(folder))).toBe('archive/no-backup');
    expect(code(await restore(folder, { from: 'none' }))).toBe('archive/no-backup');
    expect(code(await restore(folder, { secret: { passphrase: 'wrong' } }))).toBe('archive/wrong-passphrase');
    const after = bytesIn(folder);
    delete after[join(folder, 'owner.json')];
    expect(after).toEqual(before);
  });

  it('[BCK-3] an archive that is open is not restored', async () => {
    const { archive, folder } = await filled();
    value(archive.backups.make('one'));
    expect(await restore(folder)).toMatchObject({ error: { code: 'archive/in-use' } });
    value(archive.stats());
  });

  it('[BCK-4] a job that is stopped leaves no half-made file', async () => {
    const { archive, folder } = await newArchive();
    value(archive.reports.file(filing(Array.from({ length: 3000 }, (_, n) => paragraph(`Number ${n} of many`)))));
    expect(code(archive.backups.make('stopped', { isCancelled: () => true }))).toBe('host/cancelled');
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('[BCK-5] files that are no backups are neither listed nor touched', async () => {
    const { archive, folder } = await filled();
    writeFileSync(join(folder, 'backups', 'mine.db'), 'x');
    writeFileSync(join(folder, 'backups', '000009-20260101T000000Z-x.part'), 'x');
    expect(value(archive.backups.list())).toEqual([]);
    expect(value(archive.backups.make('a')).id.slice(0, 6)).toBe('000010');
    expect(existsSync(join(folder, 'backups', 'mine.db'))).toBe(true);
  });
});

describe('thinning', () => {
  const hour = 3_600_000;
  const end = Date.UTC(2026, 5, 15, 12, 30);
  const made = (no: number, madeMs: number): BackupInfo => ({ id: String(no).padStart(6, '0'), madeMs, bytes: 1, verified: true, reason: '' });
  const thinned = (times: readonly number[]) => {
    const all = times.map((madeMs, at) => made(times.length - at, madeMs));
    const gone = new Set(toThin(all).map(({ id }) => id));
    return all.filter(({ id }) => !gone.has(id));
  };

  it('[ROT-1] ten backups or fewer all stay', () => {
    expect(thinned(Array.from({ length: 10 }, () => end))).toHaveLength(10);
    expect(thinned(Array.from({ length: 25 }, () => end)).map(({ id }) => Number(id))).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16]);
  });

  it('[ROT-2] of two years of hourly backups stay 24 hours, 30 days, 12 months, each by its newest', () => {
    const kept = thinned(Array.from({ length: 24 * 730 }, (_, at) => end - at * hour));
    const hours = kept.filter(({ madeMs }) => madeMs > end - 24 * hour);
    expect(hours).toHaveLength(24);
    const days = new Set(kept.filter(({ madeMs }) => madeMs > end - 29 * 24 * hour).map(({ madeMs }) => Math.floor(madeMs / (24 * hour))));
    expect(days.size).toBe(30);
    expect(new Set(kept.map(({ madeMs }) => new Date(madeMs).toISOString().slice(0, 7))).size).toBe(12);
    expect(kept.length).toBeLessThan(24 + 30 + 12);
  });

  it('[ROT-3] a clock that runs backwards never costs the newest ten', () => {
    const kept = thinned(Array.from({ length: 40 }, (_, at) => end + at * 400 * 24 * hour));
    expect(kept.slice(0, 10).map(({ id }) => Number(id))).toEqual([40, 39, 38, 37, 36, 35, 34, 33, 32, 31]);
  });
});
