#!/usr/bin/env node
/**
 * The command `rapporteur`. Plain JavaScript, since it must run on any Node: on one older than 22 it starts itself again
 * with the Node that came with the program, before anything is imported that such a Node cannot load.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(realpathSync(fileURLToPath(import.meta.url)));
const root = join(here, '..', '..', '..');

/** The Node that the platform package brings; undefined where there is none. */
function ownNode() {
  const system = { win32: 'win', darwin: 'darwin', linux: 'linux' }[platform()];
  const file = platform() === 'win32' ? 'node.exe' : 'node';
  return [`node-${system}-${arch()}`, `node-bin-${system}-${arch()}`].map((name) => join(root, 'node_modules', name, 'bin', file)).find(existsSync);
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 22) {
  const node = ownNode();
  if (node === undefined) stop(`Rapporteur needs Node 22 or newer, and this is ${process.version}. Run “npm ci” in ${root}: it brings one along.`);
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal signals both; whoever signals only this process means the command.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {});
  process.exitCode = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130))));
} else {
  const built = join(root, 'dist', 'hosts', 'cli', 'cli.js');
  if (!existsSync(built)) stop('Rapporteur is not built yet. Run “npm run build” first.');
  const { run } = await import(pathToFileURL(built).href);
  process.exitCode = await run(process.argv.slice(2));
}
