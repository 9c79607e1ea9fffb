/** rapporteur archive create|stats|verify|backup|restore|change-passphrase|export */
import { basename, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../../shared/contract/result.ts';
import { type Answer, type Run, text } from '../command.ts';
import { type InProcess, inProcess, withArchive } from '../in-process.ts';
import { newPassphrase, passphrase } from '../passphrase.ts';

const create: Run = async (input) => {
  const folder = text(input, 'archive');
  if (folder === undefined) return fail('usage/invalid', { reason: '“archive create” needs --archive DIR' });
  const secret = await newPassphrase(input, 'passphrase-file');
  if (!secret.ok) return secret;
  const { client, core, folder: grant } = inProcess(input, 'archive create');
  const made = await client['archive.create']({ folder: grant(folder), name: basename(resolve(folder)), passphrase: secret.value });
  core.session.close();
  if (!made.ok) return made;
  const { recoveryKey } = made.value;
  const words = `The archive is ready.\n\nRecovery key: ${recoveryKey}\nIt opens the archive if the passphrase is lost, and is shown only now. Write it down and keep it apart.`;
  return ok({ json: { folder, recoveryKey }, text: words });
};

const stats: Run = (input) =>
  withArchive(input, 'archive stats', async ({ client }) => {
    const counted = await client['archive.stats']({});
    if (!counted.ok) return counted;
    const { reports, entries, byKind } = counted.value;
    const kinds = Object.entries(byKind).map(([kind, count]) => `  ${kind.padEnd(16)} ${count}`);
    return ok({ json: counted.value, text: [`${reports} reports, ${entries} entries`, ...kinds].join('\n') });
  });

const verify: Run = (input) =>
  withArchive(input, 'archive verify', async ({ client }) => {
    const verified = await client['archive.verify']({});
    if (!verified.ok) return verified;
    const { pages, reports, entries } = verified.value;
    return ok({ json: verified.value, text: `All ${pages} pages are whole: ${reports} reports, ${entries} entries.` });
  });

const backup: Run = (input) =>
  withArchive(input, 'archive backup', async ({ client }) => {
    const made = await client['archive.backup']({});
    return made.ok ? ok({ json: made.value, text: `Backup ${made.value.id} is made and verified (${made.value.bytes} bytes).` }) : made;
  });

const restore: Run = async (input) => {
  const folder = text(input, 'archive');
  if (folder === undefined) return fail('usage/invalid', { reason: '“archive restore” needs --archive DIR' });
  const secret = await passphrase(input, 'passphrase-file', 'Passphrase: ');
  if (!secret.ok) return secret;
  const from = text(input, 'from');
  const { client, folder: grant } = inProcess(input, 'archive restore');
  const restored = await client['archive.restore']({
    folder: grant(folder),
    passphrase: secret.value,
    ...(from === undefined ? {} : { from: basename(from) }),
  });
  if (!restored.ok) return restored;
  return ok({ json: restored.value, text: `Backup ${restored.value.restored.id} is restored. The file it replaces is kept as ${restored.value.kept}.` });
};

const changePassphrase: Run = (input) =>
  withArchive(input, 'archive change-passphrase', async ({ client }) => {
    // Opening has shown that it is right; it is asked for once more because it is what unwraps the key.
    const current = await passphrase(input, 'passphrase-file', 'Current passphrase, once more: ');
    if (!current.ok) return current;
    const next = await newPassphrase(input, 'new-passphrase-file');
    if (!next.ok) return next;
    const changed = await client['archive.changePassphrase']({ current: current.value, next: next.value });
    return changed.ok ? ok({ json: { changed: true }, text: 'The passphrase is changed. Backups made before open with the old one.' }) : changed;
  });

const exportEntries: Run = async (input) => {
  const out = text(input, 'out');
  if (out === undefined) return fail('usage/invalid', { reason: '“archive export” needs --out DIR' });
  const formats = (text(input, 'to') ?? 'csv,json').split(',');
  const unknown = formats.find((format) => format !== 'csv' && format !== 'json');
  if (unknown !== undefined) return fail('usage/invalid', { reason: `“archive export” writes csv and json, not “${unknown}”` });
  return withArchive(input, 'archive export', (open) => written(open, formats as ('csv' | 'json')[], out));
};

async function written({ client, folder }: InProcess, formats: ('csv' | 'json')[], out: string): Promise<Result<Answer>> {
  const exported = await client['archive.export']({ formats, to: folder(out) });
  return exported.ok ? ok({ json: exported.value, text: exported.value.files.map((file) => `Wrote ${file}.`).join('\n') }) : exported;
}

export const runs = { create, stats, verify, backup, restore, 'change-passphrase': changePassphrase, export: exportEntries };
