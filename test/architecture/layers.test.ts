/** The layers of the tree, held by a test: who may import whom (DESIGN: "Layers"). */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Longest matching folder decides. A bare word is a package; a word with a slash at its end is a folder of ours. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared/', 'zod'],
  templates: [],
  renderer: [
    'zod',
    'shared/',
    'renderer/',
    'react',
    'react-dom',
    'slate',
    'slate-react',
    'slate-history',
    'slate-dom',
    'react-aria-components',
    '@react-types',
    'react-aria',
    '@tanstack',
    'lucide-react',
    '@expo-google-fonts',
  ],
  'electron/core': ['shared/', 'electron/core/', 'electron/archive/', 'electron/export/', 'electron/import/', 'node:', 'zod', 'slate'],
  'electron/archive': ['shared/', 'templates/lexicon/', 'electron/archive/', 'node:', 'better-sqlite3', '@node-rs/argon2', 'slate', 'zod'],
  'electron/export': ['shared/', 'electron/export/', 'node:', 'docx', 'fflate', 'saxes', '@myriaddreamin', '@napi-rs', 'pdfjs-dist', 'zod'],
  'electron/import': ['shared/', 'templates/lexicon/', 'electron/import/', 'node:', 'fflate', 'saxes', 'parse5', 'pdfjs-dist', 'zod'],
  'electron/hosts/cli': ['shared/', 'electron/core/', 'electron/hosts/cli/', 'node:', 'zod'],
  'electron/hosts/browser': ['shared/', 'electron/core/', 'electron/hosts/browser/', 'node:', 'zod'],
  'electron/hosts/desktop': ['shared/', 'electron/core/', 'electron/hosts/desktop/', 'electron', 'node:', 'zod'],
};
/** Loaded on demand by one named file, so that a layer's start stays fast: each is an exception with its reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // `rapporteur serve` starts the browser host in this process.
  'electron/hosts/cli/serve.ts': ['electron/hosts/browser/'],
};

const sources = globSync('{shared,electron,renderer}/**/*.{ts,tsx,mts}', { cwd: root }).filter((file) => !/\.d\.ts$|\.config\.ts$/.test(file));

describe('architecture', () => {
  it('finds the sources', () => expect(sources.length).toBeGreaterThan(40));

  it.each(sources)('%s keeps to its layer', (file) => {
    const layer = Object.keys(mayImport)
      .filter((folder) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.length - a.length)[0];
    const allowed = [...(mayImport[layer ?? ''] ?? []), ...(exceptions[file] ?? [])];
    const foreign = importsOf(file).filter((target) => !allowed.some((rule) => fits(target, rule)));
    expect(foreign).toEqual([]);
  });
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const patterns = [/\bfrom\s+['"]([^'"\n]+)['"]/g, /^import\s+['"]([^'"\n]+)['"]/gm, /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g];
  const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return found.filter((name) => /^[@.\w]/.test(name)).map((name) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name));
}

function fits(target: string, rule: string): boolean {
  if (rule.endsWith('/') || rule === 'node:') return target.startsWith(rule);
  return target === rule || target.startsWith(`${rule}/`);
}
