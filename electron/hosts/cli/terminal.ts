/** The streams that a command speaks on; tests give their own. stdout carries the answer, stderr everything else. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export interface Terminal {
  readonly out: (text: string) => void;
  /** Notes and logs, a line each. */
  readonly note: (line: string) => void;
  /** Asks without showing what is typed; null where nobody can answer. */
  readonly askHidden: (question: string) => Promise<string | null>;
  /** Resolves when the terminal asks the program to end. */
  readonly ended: () => Promise<void>;
  /** Told on every line typed. */
  readonly onLine: (hear: () => void) => void;
}

export function processTerminal(): Terminal {
  return {
    out: (text) => void process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    askHidden,
    ended: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve());
        process.once('SIGTERM', () => resolve());
        process.once('SIGHUP', () => resolve());
      }),
    onLine: (hear) => {
      if (!process.stdin.isTTY) return;
      process.stdin.on('data', hear);
      process.stdin.unref();
    },
  };
}

async function askHidden(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
