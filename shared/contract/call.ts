/** How one call of the contract is written down. */
import type { z } from 'zod';

/** read: changes nothing · write: changes the archive · host: answered by the host itself (dialogs, window), never by the core */
export type CallKind = 'read' | 'write' | 'host';

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType, K extends CallKind = CallKind> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}

export function call<K extends CallKind, I extends z.ZodType, O extends z.ZodType>(kind: K, input: I, output: O): Call<I, O, K> {
  return { kind, input, output };
}
