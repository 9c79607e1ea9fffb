/** `npm run build`: everything under dist/. Quick: what is up to date is skipped. `--force` builds all of it. */
import { existsSync, globSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { entries, external, pageEntries } from './entries.ts';
import { whenStale } from './fresh.ts';

const root = dirname(import.meta.dirname);
const settings = ['package-lock.json', 'scripts/build.ts', 'scripts/entries.ts'];

/** Chunks carry a hash in their name, so older ones harm nobody: a program that runs meanwhile may still want them for a while. */
function dropOldChunks(): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const chunk of globSync('dist/chunks/*.js', { cwd: root })) {
    const file = join(root, chunk);
    if (statSync(file).mtimeMs < anHourAgo) rmSync(file);
  }
}

/** The programs that run in Node: one bundle with shared chunks, so that a command loads only what it needs. */
async function buildPrograms(): Promise<void> {
  const present = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
  const bundle = await rolldown({
    input: present,
    cwd: root,
    platform: 'node',
    external: [...external],
    logLevel: 'warn',
  });
  await bundle.write({ dir: join(root, 'dist'), format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', sourcemap: false });
  dropOldChunks();
  for (const { entry, file, format } of pageEntries) {
    if (!existsSync(join(root, entry))) continue;
    const single = await rolldown({
      input: join(root, entry),
      cwd: root,
      platform: format === 'cjs' ? 'node' : 'browser',
      external: ['electron'],
      logLevel: 'warn',
    });
    await single.write({ file: join(root, file), format, codeSplitting: false });
  }
}

/** The page. */
async function buildPage(): Promise<void> {
  const vite = await import('vite');
  await vite.build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' });
}

/** Builds what is stale. Returns what was built, for the one line that says so. */
export async function build(force = false): Promise<string[]> {
  if (force) rmSync(join(root, 'dist'), { recursive: true, force: true });
  const built: string[] = [];
  const programs = ['shared/**/*.ts', 'electron/**/*.{ts,mjs}', ...settings];
  if (await whenStale(root, 'programs', programs, ['dist/hosts/cli/cli.js'], buildPrograms)) built.push('programs');
  const page = ['shared/**/*.ts', 'renderer/**/*', ...settings];
  if (existsSync(join(root, 'renderer/index.html')) && (await whenStale(root, 'page', page, ['dist/renderer/index.html'], buildPage))) built.push('page');
  return built;
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  const built = await build(process.argv.includes('--force'));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(built.length === 0 ? 'Everything is up to date.\n' : `Built ${built.join(' and ')} in ${seconds} s.\n`);
}
