/** Clock and ids of the machine. */
import { randomBytes } from 'node:crypto';
import type { Environment } from './archive.ts';

/** Ids from which nothing can be told: 100 random bits. */
export const systemEnvironment: Environment = {
  now: () => Date.now(),
  newId: (prefix) => `${prefix}-${randomBytes(13).toString('hex').slice(0, 25)}`,
};
