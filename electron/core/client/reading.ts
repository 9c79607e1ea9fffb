/** What a host needs to start the disposable child that reads a file. */
export { limits as readingLimits } from '../../import/limits.ts';
export type { AskChild } from '../../import/process.ts';
