import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createArchive, kdfFloor, restoreArchive } from '../../electron/archive/archive.ts';
import { code, draft, filing, newArchive, paragraph, passphrase, tryOpen, typing, value } from './world.ts';

const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) {
    execFileSync('umount', ['-l', mount]);
    rmSync(mount, { recursive: true });
  }
});

/** A small disk of its own, where this machine lets us mount one. */
function smallDisk(megabytes: number): string | null {
  const at = mkdtempSync(join(tmpdir(), 'archive-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'pipe' });
    mounts.push(at);
    return at;
  } catch {
    return null;
  }
}

/** Fills what is left of a disk, but for `left` bytes; the file to remove afterwards. */
function fillUp(disk: string, left: number): string {
  const file = join(disk, 'filler');
  const block = Buffer.alloc(4096);
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' });
  } catch {
    // The disk is full now.
  }
  if (left > 0) execFileSync('truncate', ['-s', `-${left}`, file]);
  return file;
}

const disk = smallDisk(8);
if (disk === null) console.log('SKIPPED full-disk tests: this machine does not let us mount a small disk (needs root)');

describe.skipIf(disk === null)('full disk', () => {
  const room = (name: string) => join(disk ?? '', name);

  it('[FULL-1] a change that does not fit is told; what was acknowledged stays; it fits once there is room', async () => {
    const { archive, folder } = await newArchive(room('journal'));
    const { id } = value(archive.drafts.create(draft([''])));
    const filler = fillUp(disk ?? '', 65536);
    let sequence = 0;
    let refused = '';
    for (let at = 0; at < 400 && refused === ''; at++) {
      const appended = archive.drafts.append(id, sequence, { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'y'.repeat(2000) }] });
      if (appended.ok) sequence = appended.value.sequence;
      else refused = appended.error.code;
    }
    expect([refused, archive.isOpen]).toEqual(['archive/disk-full', true]);
    const told = value(archive.drafts.open(id));
    expect([told.sequence, JSON.stringify(told.draft.body).match(/y/g)?.length]).toEqual([
      sequence,
      sequence * 2000 + (JSON.stringify(draft(['']).body).match(/y/g)?.length ?? 0),
    ]);
    expect(['ok', 'archive/disk-full']).toContain(code(archive.backups.make('full')));
    expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
    rmSync(filler);
    sequence = value(archive.drafts.append(id, sequence, { operations: typing(0, 0, 'after') })).sequence;
    value(archive.close());
    const again = value(await tryOpen(folder));
    expect(value(again.drafts.open(id)).sequence).toBe(sequence);
    value(again.verify());
    value(again.close());
    rmSync(folder, { recursive: true });
  });

  it('[FULL-2] closing on a full disk loses nothing that was acknowledged', async () => {
    const { archive, folder } = await newArchive(room('close'));
    const { id } = value(archive.drafts.create(draft(['z'.repeat(200_000)])));
    value(archive.flush());
    for (let at = 0; at < 20; at++) value(archive.drafts.append(id, at, { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: `${at},` }] }));
    const filler = fillUp(disk ?? '', 0);
    archive.close();
    const opened = await tryOpen(folder);
    if (!opened.ok) expect(['archive/disk-full', 'archive/not-writable']).toContain(opened.error.code);
    else opened.value.close();
    rmSync(filler);
    const again = value(await tryOpen(folder));
    expect(value(again.drafts.open(id)).sequence).toBe(20);
    value(again.close());
    rmSync(folder, { recursive: true });
  });

  it('[FULL-3] filing, change of passphrase, creating and restoring leave nothing half-done', async () => {
    const { archive, folder } = await newArchive(room('rest'));
    value(archive.reports.file(filing([paragraph('The first report stays.')])));
    value(archive.backups.make('one'));
    const filler = fillUp(disk ?? '', 8192);
    const many = Array.from({ length: 4000 }, (_, n) => paragraph(`Paragraph ${n} of a report that does not fit on this disk at all, however long one waits.`));
    expect(code(archive.reports.file(filing(many)))).toBe('archive/disk-full');
    expect(value(archive.stats())).toMatchObject({ reports: 1, texts: 1 });
    fillUp(disk ?? '', 0);
    expect(code(await archive.changePassphrase(passphrase, 'velvet tunnel orchard bicycle 9'))).toBe('archive/disk-full');
    expect(code(await createArchive({ folder: room('new'), name: '', passphrase, owner: 'test', kdf: kdfFloor }))).toBe('archive/disk-full');
    archive.close();
    expect(code(await restoreArchive({ folder, secret: { passphrase }, owner: 'test' }))).toBe('archive/disk-full');
    rmSync(filler);
    const again = value(await tryOpen(folder));
    value(again.verify());
    expect(value(again.stats())).toMatchObject({ reports: 1, texts: 1 });
    value(again.close());
    value(await createArchive({ folder: room('new'), name: '', passphrase, owner: 'test', kdf: kdfFloor })).archive.close();
  });
});
