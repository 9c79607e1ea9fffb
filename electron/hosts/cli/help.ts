/** The help texts, made from the table of commands. */
import type { Command } from './command.ts';
import { commands } from './commands.ts';

const everywhere = `  --json                     one JSON value on stdout
  --help                     this text`;

/** All commands, or those of one group ("archive"). */
export function overview(group?: string): string {
  const shown = commands.filter(({ name }) => group === undefined || name.startsWith(`${group} `));
  const lines = shown.map(({ name, summary }) => `  ${name.padEnd(26)} ${summary}`);
  const title = group === undefined ? 'Meeting reports that keep the rule of the meeting.\n\n' : '';
  return `${title}Usage: rapporteur COMMAND …\n\n${lines.join('\n')}

Options of every command:
${everywhere}

Exit codes: 0 ok · 2 usage · 3 refused by guard or verification · 4 bad input · 5 archive · 1 internal.
A passphrase comes from a prompt or --passphrase-file FILE, never from arguments or the environment.
`;
}

/** One command: usage, what it does, its options. */
export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, { value, help }]) => `  ${`--${name}${value === undefined ? '' : ` ${value}`}`.padEnd(26)} ${help}`,
  );
  return `Usage: rapporteur ${command.name} ${command.takes}\n\n${command.summary}\n\nOptions:\n${[...options, everywhere].join('\n')}\n`;
}
