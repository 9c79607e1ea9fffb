/** How large a message from the page is, before anything looks into it. */

/** Units of text and numbers that one message may hold: a pasted page is the largest. */
export const mostUnits = 45_000_000;
const mostDepth = 200;

/** True where the value is larger or deeper than a call can be, or of a kind that no call takes (a cycle is too deep). */
export function isOversized(value: unknown, most: number = mostUnits): boolean {
  let units = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    units += typeof next.value === 'string' ? next.value.length : 1;
    if (units > most || next.depth > mostDepth) return true;
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (!isPlain(next.value)) return true;
    for (const [key, inner] of Object.entries(next.value)) {
      units += key.length;
      waiting.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return false;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
