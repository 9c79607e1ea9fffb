/** `npm start`: the desktop app where an Electron runtime and a display are there, else one line and the browser host. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { build } from './build.ts';
import { electronRuntime, whyNoDesktop } from './runtime.ts';

const root = dirname(import.meta.dirname);
const args = process.argv.slice(2);

/** Runs a program until it ends; its code becomes ours. */
function runUntilEnd(program: string, programArgs: readonly string[]): Promise<number> {
  const child = spawn(program, [...programArgs], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  // Ctrl C reaches both: the app ends itself, in order.
  process.on('SIGINT', () => {});
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const built = await build();
if (built.length > 0) process.stderr.write(`Built ${built.join(' and ')}.\n`);
const why = args.includes('--browser') ? 'as asked' : whyNoDesktop();
const runtime = electronRuntime();
if (why === null && runtime !== null) {
  process.exitCode = await runUntilEnd(runtime, [root, ...args]);
} else {
  process.stderr.write(`Opening in the browser: ${why ?? 'there is no Electron runtime'}.\n`);
  const serveArgs = args.filter((arg) => arg !== '--browser');
  process.exitCode = await runUntilEnd(process.execPath, [join(root, 'electron', 'hosts', 'cli', 'rapporteur.mjs'), 'serve', ...serveArgs]);
}
