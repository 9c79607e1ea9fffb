/**
 * Who may talk to the browser host: only the exact request that our own page makes in a browser on this machine.
 * Host and Origin must be ours to the letter (no DNS rebinding), Sec-Fetch-Site must say so too (no other page), the
 * cookie must be the one we set (no other user's browser), and calls carry a header that no form or image can send.
 */
import { timingSafeEqual } from 'node:crypto';

export interface Asked {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Door {
  /** "127.0.0.1:4711" */
  readonly host: string;
  readonly cookieName: string;
  readonly cookie: string;
}

export type Admission = 'page' | 'enter' | 'call' | { readonly refused: number };

/** Name and value of the header that every call carries. A page elsewhere cannot send it without asking us first. */
export const pageHeader = { name: 'x-rapporteur-page', value: '1' } as const;

const callPaths = /^\/(?:api\/[A-Za-z.]{1,60}|events|upload|download)$/;

/** 404 for a path that does not exist, 405 for the wrong method, 403 for everything that is not the exact tuple. */
export function admit(asked: Asked, door: Door): Admission {
  if (one(asked, 'host') !== door.host) return { refused: 403 };
  if (asked.path === '/enter') return sentByOurPage(asked, door) ?? 'enter';
  if (callPaths.test(asked.path)) return sentByOurPage(asked, door) ?? (hasCookie(asked, door) ? 'call' : { refused: 403 });
  if (asked.method !== 'GET') return { refused: 405 };
  return looksAtPage(asked, door) ? 'page' : { refused: 403 };
}

/** The document is opened by a person (none) or by itself; its parts come from it. An Origin, where sent, is ours. */
function looksAtPage(asked: Asked, door: Door): boolean {
  const site = one(asked, 'sec-fetch-site');
  const origin = one(asked, 'origin');
  if (origin !== undefined && origin !== `http://${door.host}`) return false;
  if (site === 'none') return asked.path === '/' && one(asked, 'sec-fetch-dest') === 'document' && one(asked, 'sec-fetch-mode') === 'navigate';
  return site === 'same-origin';
}

function sentByOurPage(asked: Asked, door: Door): { refused: number } | undefined {
  if (asked.method !== 'POST') return { refused: 405 };
  const right =
    one(asked, 'origin') === `http://${door.host}` &&
    one(asked, 'sec-fetch-site') === 'same-origin' &&
    one(asked, 'sec-fetch-mode') !== 'navigate' &&
    one(asked, 'sec-fetch-dest') === 'empty' &&
    one(asked, pageHeader.name) === pageHeader.value;
  return right ? undefined : { refused: 403 };
}

function hasCookie(asked: Asked, door: Door): boolean {
  const jar = one(asked, 'cookie') ?? '';
  const values = jar.split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return pair.slice(0, at).trim() === door.cookieName ? [pair.slice(at + 1).trim()] : [];
  });
  // Two of one name: somebody else planted one.
  return values.length === 1 && sameSecret(values[0] ?? '', door.cookie);
}

/** Compares secrets in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A header that stands exactly once. */
function one(asked: Asked, name: string): string | undefined {
  const value = asked.headers[name];
  return typeof value === 'string' ? value : undefined;
}
