/** Where a passphrase comes from: a file's first line or a hidden prompt. Never arguments, never the environment. */
import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { type CommandInput, text } from './command.ts';
import { whyUnreadable } from './draft-file.ts';

/** @param option the option that names a file. @fails usage/invalid nobody can be asked; input/unreadable the file */
export async function passphrase(input: CommandInput, option: 'passphrase-file' | 'new-passphrase-file', question: string): Promise<Result<string>> {
  const file = text(input, option);
  if (file !== undefined) return fromFile(file);
  const typed = await input.terminal.askHidden(question);
  if (typed === null) return fail('usage/invalid', { reason: `Nobody can be asked for the passphrase here: give --${option} FILE` });
  return typed === '' ? fail('usage/invalid', { reason: 'No passphrase was typed' }) : ok(typed);
}

/** A passphrase that is set: a prompt asks twice. */
export async function newPassphrase(input: CommandInput, option: 'passphrase-file' | 'new-passphrase-file'): Promise<Result<string>> {
  const first = await passphrase(input, option, 'New passphrase: ');
  if (!first.ok || text(input, option) !== undefined) return first;
  const second = await passphrase(input, option, 'Once more: ');
  if (!second.ok) return second;
  return second.value === first.value ? first : fail('usage/invalid', { reason: 'The two passphrases differ' });
}

function fromFile(file: string): Result<string> {
  try {
    const line = readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
    return line === '' ? fail('input/unreadable', { file, reason: 'its first line is empty' }) : ok(line);
  } catch (error) {
    return fail('input/unreadable', { file, reason: whyUnreadable(error) });
  }
}
