import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createArchive, kdfFloor } from '../../electron/archive/archive.ts';
import { openDatabase } from '../../electron/archive/db.ts';
import { unlockHeader } from '../../electron/archive/key/header.ts';
import { bytesIn, code, draft, filing, newArchive, paragraph, passphrase, scratch, tryOpen, value } from './world.ts';

it('[OPEN-1] the folder is its owner’s only, and no file in it is in clear', async () => {
  const { archive, folder } = await newArchive();
  value(archive.drafts.create(draft(['The secret ingredient is saffron.'])));
  value(archive.reports.file(filing([paragraph('Peacekeeping was discussed.')])));
  value(archive.backups.make('asked'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  value(archive.close());
  for (const [name, bytes] of Object.entries(bytesIn(folder))) {
    expect(statSync(name).mode & 0o077, name).toBe(name.endsWith('owner.lock') ? statSync(name).mode & 0o077 : 0);
    const text = Buffer.from(bytes, 'base64').toString('latin1');
    for (const word of ['SQLite format 3', 'saffron', 'Peacekeeping', 'Zuberlinde', 'Council', 'water'])
      expect(text.includes(word), `${word} in ${name}`).toBe(false);
  }
  expect(readdirSync(folder).sort()).toEqual(['archive.db', 'backups', 'header.a.json', 'header.b.json', 'owner.lock']);
});

it('[OPEN-2] every setting of the open sequence reads back; another cipher does not open the file', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const db = value(openDatabase(join(folder, 'archive.db'), dataKey, 'existing'));
  const reads = (name: string) => db.pragma(name, { simple: true });
  expect([reads('cipher'), reads('temp_store'), reads('locking_mode'), reads('journal_mode'), reads('synchronous'), reads('secure_delete')]).toEqual([
    'chacha20',
    2,
    'exclusive',
    'wal',
    2,
    1,
  ]);
  expect([reads('foreign_keys'), reads('trusted_schema'), reads('cell_size_check'), reads('fullfsync'), reads('checkpoint_fullfsync')]).toEqual([
    1, 0, 1, 1, 1,
  ]);
  expect(db.prepare(`SELECT v FROM entry_text_config WHERE k = 'secure-delete'`).pluck().get()).toBe(1);
  db.close();
  expect(code(openDatabase(join(folder, 'archive.db'), Buffer.alloc(32), 'existing'))).toBe('archive/damaged');
});

it('[OPEN-3] a second owner is told who has it, in this process and in another, and changes nothing', async () => {
  const { archive, folder } = await newArchive();
  const second = await tryOpen(folder);
  expect(second).toMatchObject({ ok: false, error: { code: 'archive/in-use', detail: { owner: `test, process ${process.pid}` } } });
  // Reading archive.db here would give up this process's own lock on it (POSIX): names, sizes and times must do.
  const look = () => readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size, statSync(join(folder, name)).mtimeMs]);
  const before = look();
  const child = await answerOf(folder);
  expect(child).toBe(`archive/in-use test, process ${process.pid}`);
  expect(look()).toEqual(before);
  value(archive.close());
  expect(await answerOf(folder)).toBe('opened');
});

/** Opens the archive in a process of its own. */
function answerOf(folder: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'open-child.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('exit', () => resolve(out.trim()));
  });
}

it('[OPEN-4] an owner that died leaves no lock behind', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ owner: 'ghost', pid: 2 ** 22 - 1, sinceMs: 0 }));
  value(value(await tryOpen(folder)).close());
  expect(existsSync(join(folder, 'owner.json'))).toBe(false);
});

it('[OPEN-5] foreign, occupied and missing folders: nothing is created in them', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'letter.txt'), 'mine');
  const create = (at: string) => createArchive({ folder: at, name: '', passphrase, owner: 'test', kdf: kdfFloor });
  expect(code(await create(folder))).toBe('archive/foreign');
  expect(code(await create(join(folder, 'letter.txt')))).toBe('archive/foreign');
  expect(code(await tryOpen(folder))).toBe('archive/foreign');
  expect(readdirSync(folder)).toEqual(['letter.txt']);
  const made = await newArchive();
  value(made.archive.close());
  expect(code(await create(made.folder))).toBe('archive/exists');
  expect(code(await tryOpen(join(folder, 'none')))).toBe('archive/none');
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

it('[OPEN-6] a creation cut short before its header may begin again', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  for (const name of ['header.a.json', 'header.b.json']) rmSync(join(folder, name));
  const again = value(await createArchive({ folder, name: 'again', passphrase, owner: 'test', kdf: kdfFloor }));
  expect(again.archive.name).toBe('again');
  value(again.archive.close());
});

it('[OPEN-7] a schema of a newer version is told, and the file is left as it is', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const db = value(openDatabase(join(folder, 'archive.db'), dataKey, 'existing'));
  db.pragma('user_version=99');
  db.close();
  const before = readFileSync(join(folder, 'archive.db'));
  expect(code(await tryOpen(folder))).toBe('archive/newer-version');
  expect(readFileSync(join(folder, 'archive.db')).equals(before)).toBe(true);
});

it('[OPEN-8] a lost database is damage, never an empty archive', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  rmSync(join(folder, 'archive.db'));
  expect(code(await tryOpen(folder))).toBe('archive/damaged');
  expect(existsSync(join(folder, 'archive.db'))).toBe(false);
});

it('[OPEN-9] a closed archive answers archive/locked; closing twice is once', async () => {
  const { archive } = await newArchive();
  value(archive.close());
  value(archive.close());
  expect(archive.isOpen).toBe(false);
  expect([code(archive.stats()), code(archive.drafts.list(false)), code(archive.verify())]).toEqual(['archive/locked', 'archive/locked', 'archive/locked']);
});

it('[OPEN-11] a folder that is moved away is told at once; brought back, nothing is lost and nothing is there twice', async () => {
  const { archive, folder } = await newArchive();
  const { id } = value(archive.drafts.create(draft(['start'])));
  const change = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 5, text: ' once' }] };
  renameSync(folder, `${folder}-away`);
  for (let tries = 0; tries < 3; tries++) expect(code(archive.drafts.append(id, 0, change))).toBe('archive/not-writable');
  renameSync(`${folder}-away`, folder);
  value(archive.drafts.append(id, 0, change));
  value(archive.close());
  const again = value(await tryOpen(folder));
  expect(JSON.stringify(value(again.drafts.open(id)).draft.body).match(/once/g)).toHaveLength(1);
});

it('[OPEN-10] an unencrypted database put in place is refused', async () => {
  const { archive, folder } = await newArchive();
  value(archive.close());
  rmSync(join(folder, 'archive.db'));
  new Database(join(folder, 'archive.db')).exec('CREATE TABLE t (a); PRAGMA user_version=1').close();
  expect(code(await tryOpen(folder))).toBe('archive/damaged');
});
