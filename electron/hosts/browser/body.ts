/** Reads a request's body, counted on the bytes that arrive. */
import type { IncomingMessage } from 'node:http';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';

/** @param limit in bytes. @fails input/too-large the rest is not read */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > limit) return fail('input/too-large', { limit: `${Math.round(limit / 1_000_000)} MB` });
    parts.push(part);
  }
  return ok(Buffer.concat(parts));
}
