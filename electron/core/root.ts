/** Where the program's own files are: the folder with package.json, in a checkout, after a build and in a package. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The program's root folder. Walks up from this module: sources stand deeper than the built chunks. */
export function programRoot(): string {
  if (found !== undefined) return found;
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'templates'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error('the program’s own files are not complete');
    folder = up;
  }
  found = folder;
  return folder;
}

/** The program's version, from package.json. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Whether this code runs from the sources (tests, scripts) and not from a build. */
export function runsFromSource(): boolean {
  return import.meta.filename.endsWith('.ts');
}

/**
 * The file that a child process or worker starts with: the source itself where we run from sources, else its build.
 * @param entry path below electron/ without its ending, as named in scripts/entries.ts: "core/process"
 */
export function entryFile(entry: string): string {
  return runsFromSource() ? join(programRoot(), 'electron', `${entry}.ts`) : join(programRoot(), 'dist', `${entry}.js`);
}
