/** rapporteur serve [--archive DIR] [--port N] [--sample]: the browser host, until the terminal ends it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentence } from '../../../shared/contract/errors.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { profileFolder } from '../../core/client/profile.ts';
import { startBrowserHost } from '../browser/host.ts';
import { type Run, text } from './command.ts';

export const run: Run = async (input) => {
  const port = Number(text(input, 'port') ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail('usage/invalid', { reason: '--port takes a number from 1 to 65535' });
  const sample = input.values['sample'] === true;
  const temporary = sample ? mkdtempSync(join(tmpdir(), 'rapporteur-sample-')) : null;
  try {
    return await serve(input, port, sample, temporary);
  } finally {
    if (temporary !== null) rmSync(temporary, { recursive: true, force: true });
  }
};

const serve = async (input: Parameters<Run>[0], port: number, sample: boolean, temporary: string | null): ReturnType<Run> => {
  const { terminal } = input;
  const ended = terminal.ended();
  const profile = profileFolder();
  const host = await startBrowserHost({ port, profile, sample, sampleFolder: join(temporary ?? profile, 'sample'), archive: text(input, 'archive') }).catch(
    busy,
  );
  if ('ok' in host) return host;
  terminal.out(host.link());
  if (!host.sample.ok) terminal.note(sentence(host.sample.error.code, host.sample.error.detail));
  else if (sample) terminal.note('The sample archive holds fictional meetings and lasts as long as this run.');
  terminal.note('The link works once, in one browser on this machine. Enter: another link. Ctrl C: end.');
  terminal.onLine(() => terminal.out(host.link()));
  await ended;
  await host.close();
  return ok({ json: { ended: true }, text: '' });
};

function busy(error: unknown): ReturnType<typeof fail> {
  const taken = error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
  if (taken) return fail('usage/invalid', { reason: 'This port is taken or not allowed' });
  throw error;
}
