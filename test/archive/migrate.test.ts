import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Migration, migrate, migrations, newestVersion, versionOf } from '../../electron/archive/migrate.ts';
import { fail, ok } from '../../shared/contract/result.ts';
import { code, scratch, tryOpen, value } from './world.ts';

const here = join(import.meta.dirname, '../../electron/archive/migrations');

/** Shipped migrations are never edited: archives out there were made by exactly these bytes. Add a line for a new one. */
const shipped: Readonly<Record<string, string>> = {
  '0001.ts': '2b806d56237e1968b9583c22aabe069677baf8a9926c1f901b4201f9672e9b0c',
};

it('[MIG-1] no shipped migration was edited, and each stands in the list under its number', () => {
  const files = readdirSync(here).filter((name) => name.endsWith('.ts'));
  expect(
    Object.fromEntries(
      files.map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(here, name)))
          .digest('hex'),
      ]),
    ),
  ).toEqual(shipped);
  expect(migrations.map(({ version }) => `${String(version).padStart(4, '0')}.ts`)).toEqual(files.sort());
});

describe('running', () => {
  const toy: readonly Migration[] = [
    { version: 1, up: (db) => db.exec('CREATE TABLE draft (id TEXT PRIMARY KEY) STRICT') },
    { version: 2, up: (db) => db.exec('ALTER TABLE draft ADD COLUMN title TEXT') },
    {
      version: 3,
      up: (db) => {
        db.exec('CREATE TABLE half (a)');
        db.exec('CREATE TABLE draft (a)');
      },
    },
  ];

  it('[MIG-2] each step runs once, keeps the rows, and asks for a backup only where rows may be', () => {
    const db = new Database(':memory:');
    let backups = 0;
    const before = () => {
      backups += 1;
      return ok(null);
    };
    value(migrate(db, toy, 1, before));
    db.prepare('INSERT INTO draft VALUES (?)').run('d1');
    value(migrate(db, toy, 2, before));
    value(migrate(db, toy, 2, before));
    expect([versionOf(db), backups, db.prepare('SELECT * FROM draft').all()]).toEqual([2, 1, [{ id: 'd1', title: null }]]);
  });

  it('[MIG-3] a step that fails leaves everything as it was before it', () => {
    const db = new Database(':memory:');
    value(migrate(db, toy, 2));
    expect(() => migrate(db, toy, 3)).toThrow('already exists');
    expect([versionOf(db), db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).all()]).toEqual([2, []]);
  });

  it('[MIG-4] without a verified backup nothing is migrated; a newer schema is refused', () => {
    const db = new Database(':memory:');
    value(migrate(db, toy, 1));
    expect(code(migrate(db, toy, 2, () => fail('archive/disk-full')))).toBe('archive/disk-full');
    expect(versionOf(db)).toBe(1);
    db.pragma('user_version=9');
    expect(code(migrate(db, toy, 2))).toBe('archive/newer-version');
  });
});

const golden = join(import.meta.dirname, '../fixtures/archive');

it.each(readdirSync(golden))('[GLD-1] the archive of schema %s opens, verifies, and holds what it held', async (version) => {
  const folder = join(scratch(), 'archive');
  cpSync(join(golden, version, 'archive'), folder, { recursive: true });
  const expected = JSON.parse(readFileSync(join(golden, version, 'expected.json'), 'utf8')) as Record<string, unknown>;
  const archive = value(await tryOpen(folder));
  value(archive.verify());
  const [row] = value(archive.drafts.list(false));
  const { draft } = value(archive.drafts.open(row?.id ?? ''));
  const search = value(
    archive.search.query({
      query: 'NHRI',
      kinds: [],
      supports: [],
      addressees: [],
      themes: [],
      statuses: [],
      sort: 'best',
      limit: 20,
      offset: 0,
      facets: true,
    }),
  );
  const [hit] = search.results;
  expect({
    name: archive.name,
    draft,
    asides: value(archive.drafts.revisions(row?.id ?? '')).filter(({ aside }) => aside).length,
    stats: value(archive.stats()),
    texts: search.results.map(({ text }) => text),
    history: value(archive.entries.get(hit?.id ?? '')).history,
    saved: value(archive.search.saved()).map(({ name }) => name),
    backups: value(archive.backups.list()).length >= 1,
  }).toEqual(expected);
  expect(newestVersion).toBeGreaterThanOrEqual(Number(version.slice(1)));
});
