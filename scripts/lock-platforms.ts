/**
 * Completes package-lock.json with the platform packages that a registry mirror did not offer when the lock was written.
 * Without them `npm ci` refuses the lock on every machine; with them each platform takes its own, by exact version.
 * Run after `npm install`: node scripts/lock-platforms.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  win: 'win32',
  wasi: 'wasi',
} as const;
const processors = {
  arm64: 'arm64',
  arm: 'arm',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  wasm32: 'wasm32',
  loong64: 'loong64',
} as const;

const file = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
let added = 0;
for (const [path, locked] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
    const version = /^\d+\.\d+\.\d+\S*$/.exec(range)?.[0];
    const words = name.split(/[-/]/);
    const os = words.map((word) => systems[word as keyof typeof systems]).find((word) => word !== undefined);
    const cpu = words.map((word) => processors[word as keyof typeof processors]).find((word) => word !== undefined);
    if (version === undefined || os === undefined || cpu === undefined || resolved(path, name)?.version === version) continue;
    const at = resolved('', name) === undefined ? `node_modules/${name}` : `${path}/node_modules/${name}`;
    const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
    lock.packages[at] = {
      version,
      cpu: [cpu],
      ...(locked.dev === true ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      os: [os],
    };
    added += 1;
  }
}

/** The entry that a package at `path` finds, walking up as Node does. */
function resolved(path: string, name: string): Locked | undefined {
  for (let at = path; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = lock.packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`];
    if (found !== undefined || at === '') return found;
  }
}

const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
console.log(`${added} platform packages added to the lock`);
