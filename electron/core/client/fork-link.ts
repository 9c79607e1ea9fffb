/** Starts the core as a Node process: browser host and command line. The desktop has its own (utilityProcess). */
import { fork } from 'node:child_process';
import { entryFile } from '../root.ts';
import type { FromCore, Link, ToCore } from './messages.ts';

/** The environment of a core process: nothing of the user's shell but what finds fonts of messages and folders. */
export function coreEnvironment(from: NodeJS.ProcessEnv): Record<string, string> {
  const kept = ['PATH', 'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  return Object.fromEntries(kept.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
}

export function forkLink(): Link {
  const child = fork(entryFile('core/process'), [], { serialization: 'advanced', execArgv: [], env: coreEnvironment(process.env) });
  return {
    send: (message: ToCore) => {
      if (child.connected) child.send(message);
    },
    attach: (hear, ended) => {
      child.on('message', (message) => hear(message as FromCore));
      child.once('exit', ended);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
