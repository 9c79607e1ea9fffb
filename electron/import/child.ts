/**
 * The disposable process: reads one file and ends. It is given bytes and a name, no key, no archive path, an empty environment.
 * Its answer is checked by the parent like any foreign data.
 */

import { readBeside } from './beside/read-beside.ts';
import { limits, Refused } from './limits.ts';
import { importedFrom } from './publication/from-publication.ts';
import { read } from './read.ts';
import { recognise } from './recognise/recognise.ts';

interface Job {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly template: string;
  /** Whether what stands beside the text is asked for. */
  readonly beside?: boolean;
}

/** A utility process (the desktop) has a port; a fork has a channel. */
interface Port {
  postMessage(answer: unknown): void;
  once(event: 'message', hear: (event: { readonly data: unknown }) => void): void;
}
const port = (process as { parentPort?: Port }).parentPort;

if (port !== undefined) {
  // pdf.js takes a process with Electron's `type` for a page and asks for a page's interfaces; this one is Node in all but name.
  Object.defineProperty(process, 'type', { value: undefined });
  // The parent ends this process once it has the answer.
  port.once('message', ({ data }) => void run(data as Job).then((answer) => port.postMessage(answer)));
} else {
  process.once('message', (job: Job) => {
    void run(job).then((answer) => process.send?.(answer, () => process.exit(0)));
  });
  // The parent is gone: nothing is left to answer to.
  process.once('disconnect', () => process.exit(0));
}

async function run({ bytes, name, template, beside }: Job): Promise<unknown> {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > limits.memoryMb * 2 ** 20) process.exit(7);
  }, 100);
  try {
    const { source, table, publication } = await read(new Uint8Array(bytes), name);
    const imported = publication === undefined ? recognise(source, { file: name, template, table: table ?? null }) : importedFrom(publication, name);
    const around = beside === true ? await readBeside(new Uint8Array(bytes), source.kind, publication) : [];
    const rows = beside === true ? source.lines.filter(({ hint }) => hint?.kind === 'row').map(({ text }) => text) : [];
    return { ok: true, imported, rows, lines: source.lines.map((line) => line.text), beside: around };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, code: error.code, reason: error.message };
    return { ok: false, code: 'input/unreadable', reason: 'it could not be understood' };
  } finally {
    clearInterval(watch);
  }
}
