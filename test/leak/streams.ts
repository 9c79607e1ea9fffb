/** Every byte stream of a file as text, written apart from the program's own verification so that one checks the other. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** ZIP parts with and without tags, PDF Flate streams, page text and document information where poppler is installed, raw bytes. */
export function everyStream(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  const found = [raw, raw.replaceAll('\0', ''), Buffer.from(bytes).toString('utf8')];
  if (raw.startsWith('PK')) for (const [name, part] of Object.entries(unzipSync(bytes))) found.push(name, ...partTexts(part));
  if (raw.startsWith('%PDF')) found.push(...inflated(raw, bytes), ...poppler(bytes));
  return found.join('\n');
}

function partTexts(part: Uint8Array): string[] {
  const text = Buffer.from(part).toString('utf8');
  return [text, text.replace(/<[^>]*>/g, '')];
}

function inflated(raw: string, bytes: Uint8Array): string[] {
  return [...raw.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    try {
      return [inflateSync(bytes.subarray(start, raw.indexOf('endstream', start))).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** Nothing where poppler is not installed: the streams above are read all the same. */
function poppler(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'streams-'));
  try {
    writeFileSync(join(folder, 'x.pdf'), bytes);
    const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [run('pdftotext', join(folder, 'x.pdf'), '-'), run('pdfinfo', join(folder, 'x.pdf'))];
  } catch {
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
