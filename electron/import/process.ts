/** Reads a file in a disposable process that is killed at 20 s or 1 GB (SAFETY: "Hostile input"). */
import { type ChildProcess, fork } from 'node:child_process';
import { z } from 'zod';
import { Imported } from '../../shared/contract/calls/import.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import { type Beside, BesideList } from './beside/beside.ts';
import { limits } from './limits.ts';

const Answer = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), imported: Imported, lines: z.array(z.string()), beside: BesideList, rows: z.array(z.string()) }),
  z.strictObject({ ok: z.literal(false), code: z.enum(['input/unreadable', 'input/too-large', 'input/unsupported']), reason: z.string().max(300) }),
]);

export interface ReadFile {
  readonly imported: Imported;
  /** The source as the screen shows it beside what was recognised. */
  readonly lines: readonly string[];
  /** Links, properties and the like; empty unless asked for. */
  readonly beside: readonly Beside[];
  /** Those of the lines that are rows of a table; empty unless what stands beside the text is asked for. */
  readonly rows: readonly string[];
}

export interface ReadOptions {
  /** Id of a template, or "auto". */
  readonly template?: string;
  /** Reads what stands beside the text too: for the check, never for an import. */
  readonly beside?: boolean;
  readonly signal?: AbortSignal;
  /** The child's entry: the bundle's, or the source itself. */
  readonly entry?: URL;
  /** Who starts the child where a fork cannot (a packaged app); absent: a fork. */
  readonly ask?: AskChild | undefined;
}

export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly template: string;
  readonly beside?: boolean;
}

/** Hands the job to a fresh child and gives its answer, unchecked, or what became of it. Never rejects. */
export type AskChild = (job: ReadJob, signal?: AbortSignal) => Promise<unknown>;

/** Reads one file without touching the archive. The child gets no environment, no arguments and no working folder of ours.
 *  @fails input/unreadable · input/unsupported · input/too-large · input/timeout  with `file` and `reason`
 *  @fails host/cancelled  the signal was given */
export async function readFile(file: { readonly bytes: Uint8Array; readonly name: string }, options: ReadOptions = {}): Promise<Result<ReadFile>> {
  const name = file.name.replace(/^.*[\\/]/, '').slice(0, 255);
  if (file.bytes.length > limits.fileBytes) return fail('input/too-large', { file: name, limit: `${limits.fileBytes / 2 ** 20} MB` });
  if (options.signal?.aborted === true) return fail('host/cancelled');
  const ask = options.ask ?? forked(options.entry ?? new URL('./child.ts', import.meta.url));
  const raw = await ask({ bytes: file.bytes, name, template: options.template ?? 'auto', beside: options.beside ?? false }, options.signal);
  if (raw === 'timeout') return fail('input/timeout', { file: name });
  if (raw === 'cancelled') return fail('host/cancelled');
  if (raw === 'ended') return fail('input/too-large', { file: name, limit: `${limits.memoryMb} MB of memory` });
  const answer = Answer.safeParse(raw);
  if (!answer.success) return fail('input/unreadable', { file: name, reason: 'it was not understood' });
  if (!answer.data.ok) return fail(answer.data.code, { file: name, reason: answer.data.reason, limit: answer.data.reason });
  return ok({ imported: answer.data.imported, lines: answer.data.lines, beside: answer.data.beside, rows: answer.data.rows });
}

function forked(entry: URL): AskChild {
  return (job, signal) => {
    const child = fork(entry, [], {
      env: { NODE_OPTIONS: '' },
      execArgv: [`--max-old-space-size=${limits.memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return answerOf(child, job, signal);
  };
}

function answerOf(child: ChildProcess, job: unknown, signal: AbortSignal | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    const end = (value: unknown) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(value);
    };
    const cancel = () => end('cancelled');
    const timer = setTimeout(() => end('timeout'), limits.millis);
    signal?.addEventListener('abort', cancel, { once: true });
    child.once('message', end);
    child.once('error', () => end('ended'));
    child.once('exit', () => end('ended'));
    child.send(job as never, () => {});
  });
}
