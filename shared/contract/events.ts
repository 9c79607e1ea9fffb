/** What the core says unasked. Events carry ids and counts, never content. */
import { z } from 'zod';

export const CoreEvent = z.discriminatedUnion('type', [
  /** A long job moved on. `total` is 0 while it is not known. */
  z.strictObject({ type: z.literal('progress'), job: z.string(), done: z.number(), total: z.number(), step: z.string() }),
  /** The archive was closed: by the user, by idleness, by the system, because it is damaged, or because the core ended unasked. */
  z.strictObject({ type: z.literal('locked'), why: z.enum(['asked', 'idle', 'system', 'damaged', 'ended']) }),
  /** The host's menu asks the page to do something it has a command for. */
  z.strictObject({ type: z.literal('command'), command: z.string() }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
