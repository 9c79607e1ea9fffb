/** Starts the core as a utility process: the desktop's half of the process adapter (RunAsNode is off in packages). */
import { utilityProcess } from 'electron';
import { coreEnvironment } from '../../core/client/fork-link.ts';
import type { FromCore, Link } from '../../core/client/messages.ts';
import { entryFile } from '../../core/root.ts';

export function utilityLink(): Link {
  const child = utilityProcess.fork(entryFile('core/process'), [], { serviceName: 'Rapporteur core', env: coreEnvironment(process.env), stdio: 'inherit' });
  return {
    send: (message) => child.postMessage(message),
    attach: (hear, ended) => {
      child.on('message', (message) => hear(message as FromCore));
      child.once('exit', () => ended());
    },
    kill: () => {
      child.kill();
    },
  };
}
