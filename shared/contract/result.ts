/** A value or a failure with a code. Failures are data: they cross every process boundary unchanged. */
import type { ErrorCode } from './errors.ts';

/** Facts that a sentence about the failure needs: a place, a number, a name. Never content of a draft. */
export type Detail = Readonly<Record<string, string | number | boolean>>;

export interface Failure {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly detail: Detail };
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T> = Success<T> | Failure;

export function ok<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, detail: Detail = {}): Failure {
  return { ok: false, error: { code, detail } };
}
