import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Archive, restoreArchive } from '../../electron/archive/archive.ts';
import { type Db, openDatabase, openReadOnly } from '../../electron/archive/db.ts';
import { unlockHeader } from '../../electron/archive/key/header.ts';
import { Draft } from '../../shared/document/draft.ts';
import { code, draft, newArchive, passphrase, tryOpen, typing, value } from './world.ts';

const names = ['Zuberlinde', 'Quastenhof', 'Ormazd', 'Tillenbrook', 'Zubi', 'four doors'];

/** Wording in place of references, as the core does it with `publish`. */
function freeze(state: Draft): Draft {
  const words = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(words);
    if (typeof node !== 'object' || node === null) return node;
    if ('type' in node && node.type === 'speaker') return { text: 'one diplomat' };
    const { person: _, ...rest } = node as Record<string, unknown>;
    return 'children' in rest ? { ...rest, children: words(rest['children']) } : rest;
  };
  return Draft.parse({ ...state, body: words(state.body) });
}

/** All pages in clear, free ones too. */
function pages(db: Db): string {
  return db.serialize().toString('latin1');
}

/** Writes the names into every place that may hold one: journal, revisions, an aside, an override, the list's note. */
async function filled(): Promise<{ archive: Archive; folder: string; id: string }> {
  const { archive, folder } = await newArchive();
  const { id } = value(archive.drafts.create(draft()));
  value(archive.drafts.append(id, 0, { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: names.join(' ') }] }));
  value(archive.drafts.checkpoint(id));
  value(archive.drafts.append(id, 1, { operations: [{ type: 'remove_text', path: [0, 0, 0], offset: 0, text: names.join(' ') }] }));
  value(archive.drafts.append(id, 2, { operations: [], set: { overrides: [{ id: 'f1', reason: 'Quastenhof agreed to it' }] } }));
  expect(code(archive.drafts.append(id, 1, { operations: typing(0, 0, 'Ormazd') }))).toBe('archive/stale-revision');
  value(archive.drafts.remember(id, 3, { title: names.join(' ') }));
  return { archive, folder, id };
}

it('[DST-1] after destroying, no name is in any page, the log, an inflated revision or a new backup; older backups are listed', async () => {
  const { archive, folder, id } = await filled();
  const old = value(archive.backups.make('before'));
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const before = value(openDatabase(join(folder, 'archive.db'), dataKey, 'existing'));
  expect(names.filter((name) => !pages(before).includes(name))).toEqual([]);
  before.close();

  const again = value(await tryOpen(folder));
  expect(value(again.drafts.destroyRegister(id, freeze))).toEqual({ people: 2, backups: [old.id] });
  expect(statSync(join(folder, 'archive.db-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  const made = value(again.backups.make('after'));
  const frozen = value(again.drafts.open(id));
  expect([frozen.draft.people, frozen.draft.overrides]).toEqual([[], []]);
  expect(JSON.stringify(frozen.draft.body)).toContain('one diplomat');
  expect(frozen.draft.assets).toEqual(draft().assets);
  value(again.close());

  for (const path of [join(folder, 'archive.db'), join(folder, 'backups', `${made.id}.db`)]) {
    const db = value(openReadOnly(path, dataKey));
    const raw = pages(db);
    expect(raw).toContain('register_state');
    expect(names.filter((name) => raw.includes(name))).toEqual([]);
    const bodies = db.prepare('SELECT body FROM revision').pluck().all() as Buffer[];
    expect(bodies).toHaveLength(1);
    for (const body of bodies) expect(names.filter((name) => inflateRawSync(body).toString().includes(name))).toEqual([]);
    expect(
      db.prepare('SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM register_state) + (SELECT count(*) FROM register_key)').pluck().get(),
    ).toBe(0);
    db.close();
  }
});

it('[DST-5] a damaged database that was set aside is listed while it may hold the register', async () => {
  const { archive, folder, id } = await filled();
  const { id: other } = value(archive.drafts.create(draft()));
  value(archive.close());
  const backups = readdirSync(join(folder, 'backups')).map((name) => name.replace('.db', ''));
  const { kept } = value(await restoreArchive({ folder, secret: { passphrase }, owner: 'test' }));
  const again = value(await tryOpen(folder));
  expect(value(again.drafts.destroyRegister(id, freeze)).backups).toEqual([...backups, kept]);
  writeFileSync(join(folder, kept), 'not a database any more');
  expect(value(again.drafts.destroyRegister(other, freeze)).backups).toContain(kept);
});

it('[DST-2] a draft in which a reference is left is refused, and nothing is dropped', async () => {
  const { archive, id } = await filled();
  expect(code(archive.drafts.destroyRegister(id, (state) => state))).toBe('draft/invalid');
  expect(value(archive.drafts.open(id)).draft.people).toHaveLength(2);
  expect(value(archive.drafts.revisions(id)).length).toBeGreaterThan(2);
});

it('[DST-3] writing goes on afterwards; a change made before it is not taken for a new one', async () => {
  const { archive, id } = await filled();
  const { sequence } = value(archive.drafts.open(id));
  value(archive.drafts.destroyRegister(id, freeze));
  expect(code(archive.drafts.append(id, sequence, { operations: typing(0, 0, 'x') }))).toBe('archive/stale-revision');
  const now = value(archive.drafts.open(id));
  expect(now.sequence).toBe(sequence + 1);
  expect(value(archive.drafts.append(id, now.sequence, { operations: typing(0, 0, 'x') })).sequence).toBe(sequence + 2);
});

it('[DST-4] deleted report text is in no page and no index page', async () => {
  const { archive, folder, environment } = await newArchive();
  const { filing, paragraph } = await import('./world.ts');
  value(archive.reports.file(filing([paragraph('Xylographic Quibbledorf remained.'), paragraph('Common words stay.')])));
  const gone = value(archive.reports.file(filing([paragraph('The Brimsthorpe affair was named.'), paragraph('Common words again.')])));
  value(archive.reports.trash(gone.report));
  for (const month of [3, 8, 9]) {
    environment.setMs(Date.UTC(2026, month, 1));
    value(archive.flush());
  }
  expect(code(archive.reports.get(gone.report))).toBe('archive/not-found');
  value(archive.verify());
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const db = value(openReadOnly(join(folder, 'archive.db'), dataKey));
  const raw = pages(db).toLowerCase();
  expect(['quibbledorf', 'xylograph'].filter((word) => !raw.includes(word))).toEqual([]);
  expect(['brimsthorpe', 'brimsthorp', 'affair'].filter((word) => raw.includes(word))).toEqual([]);
  db.close();
});

it('[DST-6] a new backup takes the place of those that hold a destroyed register: verified first, then they are gone', async () => {
  const { archive, folder, id } = await filled();
  const before = [value(archive.backups.make('one')).id, value(archive.backups.make('two')).id];
  expect(code(archive.backups.replace(id))).toBe('draft/invalid');
  expect(value(archive.backups.list()).map((one) => one.id)).toEqual(expect.arrayContaining(before));
  value(archive.drafts.destroyRegister(id, freeze));
  const free = value(archive.backups.make('holds none')).id;
  const { made, deleted, kept } = value(archive.backups.replace(id));
  expect([deleted.toSorted(), kept]).toEqual([before.toSorted(), []]);
  expect(value(archive.backups.list()).map((one) => one.id)).toEqual([made.id, free]);
  expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual([`${free}.db`, `${made.id}.db`].toSorted());
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const copy = value(openReadOnly(join(folder, 'backups', `${made.id}.db`), dataKey));
  expect(names.filter((name) => pages(copy).includes(name))).toEqual([]);
  copy.close();
});

it('[DST-7] a damaged database that was set aside is never deleted: it is named as kept', async () => {
  const { archive, folder, id } = await filled();
  value(archive.close());
  const { kept } = value(await restoreArchive({ folder, secret: { passphrase }, owner: 'test' }));
  const again = value(await tryOpen(folder));
  value(again.drafts.destroyRegister(id, freeze));
  const replaced = value(again.backups.replace(id));
  expect(replaced.kept).toEqual([kept]);
  expect(replaced.deleted.length).toBeGreaterThan(0);
  expect(readdirSync(folder)).toContain(kept);
});

it('[DST-8] where one cannot be deleted, the new copy is there, the others stay listed, and the user is told', async () => {
  const { archive, folder, id } = await filled();
  const [first, second] = [value(archive.backups.make('one')).id, value(archive.backups.make('two')).id];
  value(archive.drafts.destroyRegister(id, freeze));
  // It bears the name of a backup and no unlinking removes it.
  const stuck = '000900-20260101T000000Z-stuck';
  mkdirSync(join(folder, 'backups', `${stuck}.db`, 'inside'), { recursive: true });
  const failed = archive.backups.replace(id);
  expect(code(failed)).toBe('archive/not-writable');
  const left = value(archive.backups.list()).map((one) => one.id);
  expect(left).toEqual(expect.arrayContaining([first, second, stuck]));
  expect(left).toHaveLength(4);
  expect(readdirSync(join(folder, 'backups')).filter((name) => !name.endsWith('.db'))).toEqual([]);
});
