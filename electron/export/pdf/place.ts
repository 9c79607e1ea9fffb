/** Where the layout's own files are: in a checkout beside this module's folders, after a build beside dist/. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json and templates/. Sources and built chunks stand at different depths, so walk up. */
function programFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) || !existsSync(join(folder, 'templates'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error('the layout’s files are not complete');
    folder = up;
  }
  return folder;
}

/** Folder of the layout's Typst files. */
export function layoutFolder(): string {
  return join(programFolder(), 'templates', 'pdf');
}

/** The file that the worker starts with: the source where we run from sources, else its build (named in scripts/entries.ts). */
export function workerFile(): string {
  return import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, 'worker.ts') : join(programFolder(), 'dist', 'export', 'pdf', 'worker.js');
}
