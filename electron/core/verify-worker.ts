/** The thread in which written files are searched: reading pages back takes a second, and saving must not wait for it. */
import { parentPort } from 'node:worker_threads';
import { type Allowed, type ProtectedTerm, verifyFile } from '../export/verify/index.ts';

export interface VerifyJob {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly terms: readonly ProtectedTerm[];
  readonly allowed: Allowed;
}

// pdf.js takes a thread of Electron's utility process for a page and asks for a page's interfaces.
if ('type' in process) Object.defineProperty(process, 'type', { value: undefined });

parentPort?.on('message', (job: VerifyJob) => {
  void verifyFile(job.file, job.terms, job.allowed).then((verified) => parentPort?.postMessage(verified));
});
