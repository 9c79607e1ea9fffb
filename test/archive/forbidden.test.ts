import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What must never be written where the database is near, and why. */
const forbidden: readonly { readonly what: RegExp; readonly why: string; readonly but?: string }[] = [
  { what: /\.serialize\(/, why: 'gives the database in clear' },
  { what: /\.backup\(/, why: 'fails on encrypted files' },
  { what: /\.rekey\(|\brekey\s*=/i, why: 'outside revoking, where the copy is checked first', but: 'electron/archive/key/revoke.ts' },
  { what: /copyFile|cpSync|\bcp\(/, why: 'a copy of a live archive may be torn: VACUUM INTO' },
  { what: /aes256cbc|aes128cbc|sqlcipher|\brc4\b|ascon128/i, why: 'only chacha20 is authenticated and tested' },
  { what: /loadExtension|\.unsafeMode\(|\.defaultSafeIntegers\(|writable_schema/, why: 'opens the engine to more than SQL' },
  { what: /ATTACH\s+DATABASE|ATTACH\s+'/i, why: 'another file under another key' },
];

const files = globSync('electron/**/*.ts', { cwd: join(import.meta.dirname, '../..') }).sort();
const readText = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
/** Comments may name what the code must not do. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

describe('what the archive’s side never does', () => {
  it('[LINT-1] there are files to look at', () => expect(files.filter((file) => file.startsWith('electron/archive/')).length).toBeGreaterThan(20));
  it.each(forbidden.map((rule) => [String(rule.what), rule] as const))('[LINT-2] no file has %s', (_, rule) => {
    expect(
      files.filter(
        (file) => file !== rule.but && (file.startsWith('electron/archive/') || /better-sqlite3/.test(readText(file))) && rule.what.test(code(readText(file))),
      ),
    ).toEqual([]);
  });
  it('[LINT-3] the database is opened in the archive only', () => {
    const importers = files.filter((file) => /from 'better-sqlite3'/.test(readText(file)));
    expect(importers).toEqual(['electron/archive/db.ts', 'electron/archive/owner.ts']);
  });
  it('[LINT-4] each rule catches what it names', () => {
    const samples = [
      'db.serialize()',
      'db.backup(to)',
      "db.pragma('rekey=x')",
      'copyFileSync(a, b)',
      "cipher='aes256cbc'",
      'db.loadExtension(x)',
      "ATTACH DATABASE 'x'",
    ];
    for (const [at, { what }] of forbidden.entries()) expect(what.test(code(samples[at] ?? '')), samples[at]).toBe(true);
    expect(code('// copyFile\nx /* serialize() */')).toBe('\nx ');
  });
});
