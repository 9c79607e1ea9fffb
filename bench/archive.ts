/**
 * Inserts and searches of the archive beside the same full-text index alone.
 *   node bench/archive.ts [ENTRIES=100000] [QUERIES=40]
 * Words are drawn as in speech (few common, many rare); about 60 a paragraph. Prints one line a kind of query.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Archive, createArchive, kdfFloor } from '../electron/archive/archive.ts';
import type { SearchInput } from '../shared/contract/calls/search.ts';
import type { Result } from '../shared/contract/result.ts';
import { entryKinds, supportIds } from '../shared/entry/entry.ts';
import type { FilingParagraph } from '../shared/entry/filing.ts';

const entries = Number(process.argv[2] ?? 100_000);
const queries = Number(process.argv[3] ?? 40);
const perReport = 5_000;
const vocabulary = 30_000;

let state = 12345;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** Rank r comes with a probability of about 1/r. */
function rank(): number {
  return Math.min(vocabulary - 1, Math.floor(Math.exp(random() * Math.log(vocabulary))) - 1);
}

const syllables = ['ba', 'ro', 'ten', 'mi', 'lus', 'ka', 'ver', 'do', 'sin', 'pel', 'ta', 'gor', 'ne', 'fi', 'lam', 'us'];
function word(of: number): string {
  let left = of + 17;
  let out = '';
  while (left > 0) {
    out += syllables[left % syllables.length];
    left = Math.floor(left / syllables.length);
  }
  return out;
}

function text(): string {
  return Array.from({ length: 50 + Math.floor(random() * 20) }, () => word(rank())).join(' ');
}

function paragraph(body: string): FilingParagraph {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return {
    kind: pick([...entryKinds, 'text' as const]),
    text: body,
    section: ['Part'],
    number: null,
    support: random() < 0.3 ? pick(supportIds) : null,
    contested: false,
    polarity: null,
    modality: null,
    addressees: [`Addressee ${Math.floor(random() * 200)}`],
    quoted: [],
    attribution: null,
    themes: [`Theme ${Math.floor(random() * 60)}`, `Theme ${Math.floor(random() * 60)}`],
    source: {},
    block: null,
    tally: null,
    opposite: null,
  };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function fill(archive: Archive, bare: InstanceType<typeof Database>): void {
  const insert = bare.prepare('INSERT INTO t (text) VALUES (?)');
  let ours = 0;
  let theirs = 0;
  for (let at = 0; at < entries; at += perReport) {
    const texts = Array.from({ length: Math.min(perReport, entries - at) }, text);
    const paragraphs = texts.map(paragraph);
    let began = performance.now();
    value(
      archive.reports.file({
        title: `Report ${at}`,
        date: `20${String(10 + (at % 15)).padStart(2, '0')}-05-01`,
        dateEnd: '',
        template: null,
        language: 'en',
        fields: {},
        paragraphs,
        source: { kind: 'file', name: 'x', bytes: Buffer.from(`report ${at}`) },
      }),
    );
    ours += performance.now() - began;
    began = performance.now();
    bare.transaction(() => {
      for (const body of texts) insert.run(body);
    })();
    theirs += performance.now() - began;
  }
  console.log(
    `${entries} entries filed in ${(ours / 1000).toFixed(1)} s (41,000: ${((ours / entries) * 41).toFixed(1)} s); full-text index alone ${(theirs / 1000).toFixed(1)} s`,
  );
}

function times(run: (n: number) => void): string {
  const took = Array.from({ length: queries }, (_, n) => {
    const began = performance.now();
    run(n);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const at = (share: number) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-archive-'));
try {
  const made = value(
    await createArchive({ folder: join(folder, 'archive'), name: 'bench', passphrase: 'correct horse battery staple 42', owner: 'bench', kdf: kdfFloor }),
  );
  const bare = new Database(join(folder, 'bare.db'));
  bare.exec("PRAGMA journal_mode=WAL; CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')");
  fill(made.archive, bare);
  const base = { kinds: [], supports: [], addressees: [], themes: [], statuses: [], sort: 'best', limit: 20, offset: 0, facets: true } as const;
  const kinds: Record<string, (n: number) => string> = {
    rare: (n) => word(8000 + n * 31),
    middling: (n) => word(300 + n * 7),
    common: (n) => word(1 + (n % 5)),
    'two words': (n) => `${word(20 + n)} ${word(100 + n)}`,
    phrase: (n) => `"${word(n % 9)} ${word(n % 7)}"`,
    beginning: (n) => `${word(400 + n).slice(0, 4)}*`,
    nothing: () => '',
  };
  for (const [name, query] of Object.entries(kinds)) {
    const ask = (n: number, more: Partial<SearchInput> = {}) =>
      value(made.archive.search.query({ ...base, kinds: [], supports: [], addressees: [], themes: [], statuses: [], query: query(n), ...more }));
    const hits = ask(1).total;
    const plain = bare.prepare("SELECT rowid, snippet(t, 0, '[', ']', '…', 28) FROM t WHERE t MATCH ? ORDER BY rowid DESC LIMIT 20");
    const limit = name === 'nothing' ? '—' : times((n) => plain.all(query(n).replace(/^(\w+)\*$/, '"$1" *')));
    console.log(
      `${name.padEnd(10)} ${String(hits).padStart(8)} hits · best ${times((n) => ask(n))} · newest ${times((n) => ask(n, { sort: 'newest' }))} · bare newest ${limit}`,
    );
  }
  console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  made.archive.close();
  bare.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
