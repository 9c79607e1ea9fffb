/** What one command of the command line is. The commands are a table of these (commands.ts). */
import type { Result } from '../../../shared/contract/result.ts';
import type { Terminal } from './terminal.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  /** Name of the value in the help: FILE. */
  readonly value?: string;
  readonly help: string;
}

export interface CommandInput {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly terminal: Terminal;
}

/** What a command has to say: one JSON value for scripts, text for people. `exit` where it is not 0 although nothing failed. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  readonly exit?: number;
}

export type Run = (input: CommandInput) => Promise<Result<Answer>>;

export interface Command {
  /** One or two words: "archive create". */
  readonly name: string;
  readonly summary: string;
  /** What follows the name in the usage line: "FILE…". */
  readonly takes: string;
  readonly positionals: { readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, Option>>;
  /** Loads the command's own code, so that a quick command loads little. */
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** The value of an option that takes one; undefined where it was not given. */
export function text(input: CommandInput, name: string): string | undefined {
  const value = input.values[name];
  return typeof value === 'string' ? value : undefined;
}

export function flag(input: CommandInput, name: string): boolean {
  return input.values[name] === true;
}
