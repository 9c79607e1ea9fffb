/** Starts the disposable process that reads one file: no environment, no arguments, ended after its answer, 20 s or 1 GB. */
import { utilityProcess } from 'electron';
import { type AskChild, readingLimits } from '../../core/client/reading.ts';
import { entryFile } from '../../core/root.ts';

export const askImportChild: AskChild = (job, signal) =>
  new Promise((resolve) => {
    const child = utilityProcess.fork(entryFile('import/child'), [], {
      serviceName: 'Rapporteur import',
      env: {},
      execArgv: [`--max-old-space-size=${readingLimits.memoryMb}`],
      stdio: 'ignore',
    });
    const end = (value: unknown): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      child.removeAllListeners();
      child.kill();
      resolve(value);
    };
    const cancel = (): void => end('cancelled');
    const timer = setTimeout(() => end('timeout'), readingLimits.millis);
    signal?.addEventListener('abort', cancel, { once: true });
    child.once('message', end);
    child.once('exit', () => end('ended'));
    child.postMessage(job);
  });
