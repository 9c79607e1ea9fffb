import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Archive } from '../../electron/archive/archive.ts';
import { code, draft, filing, newArchive, paragraph, scratch, tryOpen, typing, value } from './world.ts';

const rounds = process.env['RAPPORTEUR_LONG'] === undefined ? 60 : 1000;
const texts = Array.from(
  { length: 120 },
  (_, n) => `Paragraph ${n} speaks of ${['water', 'borders', 'budgets', 'ports'][n % 4]} and of what follows, at some length, number ${n * n}.`,
);
const input = {
  query: 'borders',
  kinds: [],
  supports: [],
  addressees: [],
  themes: [],
  statuses: [],
  sort: 'newest' as const,
  limit: 100,
  offset: 0,
  facets: true,
};

/** Everything that can be read, or the code of the first refusal. */
function everything(archive: Archive, id: string, report: string): unknown {
  const opened = archive.drafts.open(id);
  if (!opened.ok) return opened.error.code;
  const found = archive.search.query(input);
  if (!found.ok) return found.error.code;
  const got = archive.reports.get(report);
  if (!got.ok) return got.error.code;
  const { ms: _, ...search } = found.value;
  return { draft: opened.value.draft, search, report: got.value };
}

async function filled(): Promise<{ folder: string; archive: Archive; id: string; report: string; recoveryKey: string }> {
  const { archive, folder, recoveryKey } = await newArchive();
  const { report } = value(archive.reports.file(filing(texts.map((text) => paragraph(text)))));
  const { id } = value(archive.drafts.create(draft(texts.slice(0, 20))));
  value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'Now: ') }));
  return { archive, folder, id, report, recoveryKey };
}

it(`[DMG-1] ${rounds} random flips, cuts and zeroed ranges: what is read is right or refused, never wrong, never a crash`, async () => {
  const seed = Date.now() % 2 ** 31;
  console.log(`damage test, seed ${seed}`);
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const { archive, folder, id, report, recoveryKey } = await filled();
  const right = everything(archive, id, report);
  value(archive.close());
  const whole = readFileSync(join(folder, 'archive.db'));
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const at = random(whole.length);
    const bytes = Buffer.from(whole);
    if (round % 6 === 5) bytes.fill(0, at, Math.min(bytes.length, at + 1 + random(9000)));
    else
      for (let flips = 0; flips <= round % 3; flips++)
        bytes[(at + flips * 7919) % bytes.length] = (bytes[(at + flips * 7919) % bytes.length] ?? 0) ^ (1 << random(8));
    writeFileSync(join(folder, 'archive.db'), round % 6 === 4 ? bytes.subarray(0, at) : bytes);
    // Without the note of an unclean end, nothing is checked at opening: the reads themselves must notice.
    if (round % 4 !== 0) rmSync(join(folder, 'owner.json'), { force: true });
    const opened = await tryOpen(folder, { secret: { recoveryKey } });
    const read = opened.ok ? everything(opened.value, id, report) : opened.error.code;
    if (typeof read === 'string') expect(read, `round ${round}, seed ${seed}`).toBe('archive/damaged');
    else expect(read, `round ${round}, seed ${seed}`).toEqual(right);
    if (opened.ok && opened.value.isOpen) {
      const verified = opened.value.verify();
      if (!verified.ok) expect(verified.error.code).toBe('archive/damaged');
      if (verified.ok) expect(bytes.equals(whole), `round ${round}, seed ${seed}: damage that verify does not see`).toBe(true);
      opened.value.close();
    }
    refused += typeof read === 'string' ? 1 : 0;
  }
  expect(refused).toBeGreaterThan(rounds / 4);
}, 600_000);

it('[DMG-2] the archive closes itself at the first bad page, tells once, and looks at every page when it is opened again', async () => {
  const { archive, folder, id, report, recoveryKey } = await filled();
  value(archive.close());
  const bytes = readFileSync(join(folder, 'archive.db'));
  for (let page = 2; page < bytes.length / 4096; page++) bytes[page * 4096 + 99] = (bytes[page * 4096 + 99] ?? 0) ^ 1;
  writeFileSync(join(folder, 'archive.db'), bytes);
  let told = 0;
  const opened = await tryOpen(folder, { secret: { recoveryKey }, onDamaged: () => (told += 1) });
  if (opened.ok) {
    expect(everything(opened.value, id, report)).toBe('archive/damaged');
    expect([opened.value.isOpen, told, code(opened.value.stats())]).toEqual([false, 1, 'archive/locked']);
  } else expect(opened.error.code).toBe('archive/damaged');
  expect(code(await tryOpen(folder, { secret: { recoveryKey } }))).toBe('archive/damaged');
  expect(readFileSync(join(folder, 'archive.db')).equals(bytes)).toBe(true);
});

it('[DMG-3] a damaged log of a killed owner: what is read is a state that was acknowledged, or it is refused', async () => {
  const { archive, folder, id, recoveryKey } = await filled();
  value(archive.flush());
  for (let at = 1; at < 30; at++) value(archive.drafts.append(id, at, { operations: typing(0, 5, 'x') }));
  const copy = join(scratch(), 'copy');
  // What a power cut would leave: the files as they are, without closing.
  cpSync(folder, copy, { recursive: true });
  const log = join(copy, 'archive.db-wal');
  const whole = readFileSync(log);
  expect(whole.length).toBeGreaterThan(4096 * 10);
  for (const at of [40, 500, 5000, whole.length >> 1, whole.length - 100]) {
    cpSync(join(folder, 'archive.db'), join(copy, 'archive.db'));
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    writeFileSync(log, bytes);
    if (at === 500) truncateSync(log, whole.length - 1000);
    const opened = await tryOpen(copy, { secret: { recoveryKey } });
    if (!opened.ok) {
      expect(opened.error.code).toBe('archive/damaged');
      continue;
    }
    const { draft: state, sequence } = value(opened.value.drafts.open(id));
    expect(state.body[0]?.children[0]).toMatchObject({ children: [{ text: `Now: ${'x'.repeat(sequence - 1)}${texts[0]}` }] });
    value(opened.value.close());
  }
});

it('[DMG-4] verify reads the disk, not what is held in memory: damage under an open archive is found', async () => {
  const { archive, folder } = await filled();
  value(archive.flush());
  value(archive.verify());
  const path = join(folder, 'archive.db');
  const bytes = readFileSync(path);
  for (let page = 2; page < bytes.length / 4096; page++) bytes[page * 4096 + 99] = (bytes[page * 4096 + 99] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  expect([code(archive.verify()), archive.isOpen]).toEqual(['archive/damaged', false]);
});
