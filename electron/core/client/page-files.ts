/** The built page as a fixed manifest: only what was listed at the start can ever be served. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { programRoot } from '../root.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.json': 'application/json; charset=utf-8',
};

export interface PageFile {
  readonly type: string;
  read(): Buffer;
}

/** Paths as the page asks for them ("/assets/index-x.js") → file. "/" is the page itself. Empty where nothing is built. */
export function pageFiles(folder: string = join(programRoot(), 'dist', 'renderer')): ReadonlyMap<string, PageFile> {
  const manifest = new Map<string, PageFile>();
  for (const name of globSync('**/*', { cwd: folder })) {
    const file = join(folder, name);
    const type = types[extname(name)];
    if (type === undefined || !statSync(file).isFile()) continue;
    manifest.set(`/${name.replaceAll('\\', '/')}`, { type, read: () => readFileSync(file) });
  }
  const index = manifest.get('/index.html');
  if (index !== undefined) manifest.set('/', index);
  return manifest;
}
