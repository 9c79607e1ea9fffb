/** The command line: finds the command, reads its options, says its answer, ends with its code. */
import { parseArgs } from 'node:util';
import { exitCode, sentence } from '../../../shared/contract/errors.ts';
import { type Failure, fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface Found {
  readonly command: Command;
  readonly rest: readonly string[];
}

/** Runs one command line. Returns the exit code: 0 ok · 2 usage · 3 refused · 4 bad input · 5 archive · 1 internal. */
export async function run(args: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const asJson = args.includes('--json');
  const result = await answer(args, terminal);
  if (!result.ok) return refuse(result, asJson, terminal);
  terminal.out(asJson ? JSON.stringify(result.value.json) : result.value.text);
  return result.value.exit ?? 0;
}

async function answer(args: readonly string[], terminal: Terminal): Promise<Result<Answer>> {
  const wantsHelp = args.includes('--help') || args.includes('-h');
  const words = args.filter((arg) => !arg.startsWith('-'));
  if (args.includes('--version') && words.length === 0) return version();
  if (words.length === 0 || words[0] === 'help')
    return wantsHelp || words[0] === 'help' ? help(overview()) : fail('usage/invalid', { reason: 'No command was given' });
  const found = find(args);
  if (found === null) return wantsHelp && isGroup(words[0]) ? help(overview(words[0])) : unknown(words);
  if (wantsHelp) return help(helpOf(found.command));
  const input = read(found, terminal);
  if (!input.ok) return input;
  try {
    const { run: work } = await found.command.load();
    return await work(input.value);
  } catch (error) {
    return crashed(error, terminal);
  }
}

/** The command whose words the line begins with; options may stand before them. */
function find(args: readonly string[]): Found | null {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const [first, second] = [args[at], args[at + 1]];
  const two = commands.find(({ name }) => name === `${first} ${second}`);
  if (two !== undefined) return { command: two, rest: args.toSpliced(at, 2) };
  const one = commands.find(({ name }) => name === first);
  return one === undefined ? null : { command: one, rest: args.toSpliced(at, 1) };
}

function isGroup(word: string | undefined): boolean {
  return commands.some(({ name }) => name.startsWith(`${word} `));
}

function unknown(words: readonly string[]): Failure {
  return fail('usage/unknown-command', { command: isGroup(words[0]) ? words.slice(0, 2).join(' ') : (words[0] ?? '') });
}

function read({ command, rest }: Found, terminal: Terminal): Result<CommandInput> {
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { ...options, json: { type: 'boolean' } }, allowPositionals: true });
    const { min, max } = command.positionals;
    if (positionals.length < min) return fail('usage/invalid', { reason: `“${command.name}” takes ${command.takes}` });
    if (positionals.length > max) return fail('usage/invalid', { reason: `“${command.name}” takes no “${positionals[max]}”` });
    return ok({ positionals, values: values as CommandInput['values'], terminal });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.\s|\n/)[0] : undefined;
    return fail('usage/invalid', { reason: reason ?? 'An option is not as expected' });
  }
}

/** An error as scripts and people see it. Never a stack. */
function refuse(failure: Failure, asJson: boolean, terminal: Terminal): number {
  const { code, detail } = failure.error;
  const message = sentence(code, detail);
  if (asJson) terminal.out(JSON.stringify({ error: { code, message, at: String(detail['at'] ?? detail['file'] ?? '') } }));
  else terminal.note(message);
  return exitCode(code);
}

async function crashed(error: unknown, terminal: Terminal): Promise<Failure> {
  const { faultFacts, makeLog } = await import('../../core/log.ts');
  makeLog((line) => terminal.note(line.trimEnd()))('fault', faultFacts(error));
  return fail('internal');
}

async function version(): Promise<Result<Answer>> {
  const { programVersion } = await import('../../core/root.ts');
  const value = programVersion();
  return ok({ json: { version: value }, text: value });
}

function help(value: string): Result<Answer> {
  return ok({ json: { help: value }, text: value });
}
