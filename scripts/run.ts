/** Runs a program of node_modules/.bin (or any other) and waits for it. */
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** Where npm puts the programs of packages. */
export function bin(name: string): string {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}

/** Exit code of a program whose output goes to ours; 127 where it cannot be started. */
export function runTool(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  const child = spawn(program, [...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: withOwnNode(process.env['PATH']), ...env },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Programs of packages ask for `node`: they get the one that runs this, whatever the machine's own is. */
function withOwnNode(path: string | undefined): string {
  return [join(root, 'node_modules', '.bin'), path ?? ''].join(delimiter);
}
