/** Skips work whose inputs are unchanged: a stamp file beside the output holds a hash of names, sizes and times. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A hash of the files that the patterns name: their paths, sizes and times of change. */
export function fingerprint(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], { cwd: root }).sort();
  for (const file of files) {
    const stat = statSync(join(root, file));
    if (stat.isFile()) hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Runs `work` unless the stamp says that nothing changed since; returns whether it ran. */
export async function whenStale(
  root: string,
  stampName: string,
  patterns: readonly string[],
  outputs: readonly string[],
  work: () => Promise<void>,
): Promise<boolean> {
  const stamp = join(root, 'dist', `.${stampName}.stamp`);
  const now = fingerprint(root, patterns);
  const intact = outputs.every((output) => existsSync(join(root, output)));
  if (intact && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
