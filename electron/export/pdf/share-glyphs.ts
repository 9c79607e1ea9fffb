/**
 * The engine draws each letter of a page as a path of its own, with its place in the path: 2 MB a page. Told apart from their
 * places, equal letters share one shape: a page shrinks to a sixth. Coordinates keep a hundredth of a point.
 */

/** A path told from its place: where it begins, and what is left as a key. */
interface Placed {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}
interface Shape {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export function shareGlyphs(svg: string): string {
  const shapes = new Map<string, Shape>();
  const firsts = new Map<string, string>();
  const defined = svg.replaceAll(/<path id="(g\d+)" d="([^"]+)"\/>\s*/g, (whole, id: string, d: string) => {
    const placed = place(d);
    if (placed === null) return whole;
    const known = firsts.get(placed.key);
    shapes.set(id, { id: known ?? id, x: placed.x, y: placed.y });
    if (known !== undefined) return '';
    firsts.set(placed.key, id);
    return `<path id="${id}" d="${fromOrigin(d, placed)}"/>`;
  });
  return defined.replaceAll(/<use xlink:href="#(g\d+)"(?: transform="([^"]*)")?/g, (whole, id: string, transform = '') => {
    const shape = shapes.get(id);
    return shape === undefined ? whole : `<use xlink:href="#${shape.id}" transform="${moved(transform, shape.x, shape.y)}"`;
  });
}

/** A transform followed by a move; two moves are one. */
function moved(transform: string, x: number, y: number): string {
  const [, dx, dy] = /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(transform) ?? [];
  if (dx !== undefined && dy !== undefined) return `translate(${hundredths(Number(dx) + x)} ${hundredths(Number(dy) + y)})`;
  return `${transform} translate(${hundredths(x)} ${hundredths(y)})`.trim();
}

const hundredths = (n: number): number => Math.round(n * 100) / 100;

function fromOrigin(d: string, { x, y }: Placed): string {
  return d.replaceAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g, (_, a: string, b: string) => `${hundredths(Number(a) - x)},${hundredths(Number(b) - y)}`);
}

const [minus, dot, zero, nine] = [45, 46, 48, 57];
/** M, L, Q, C, Z: all absolute, all but Z followed by pairs. */
const commands = new Set([77, 76, 81, 67, 90]);
const separators = new Set([32, 44, 10]);

/** One pass over the characters: a page has 150,000 numbers, and this runs after every word typed. Two hashes of 32 bits over commands and
 *  rounded coordinates are the key. Null where the path holds anything else, which is then left alone. */
function place(d: string): Placed | null {
  let [one, two, count, originX, originY] = [0x811c9dc5, 0x1e3779b9, 0, 0, 0];
  reader.at = 0;
  while (reader.at < d.length) {
    const code = d.charCodeAt(reader.at);
    let token = code;
    if (separators.has(code) || commands.has(code)) {
      reader.at += 1;
      if (code <= 44) continue;
    } else {
      const value = readNumber(d);
      if (Number.isNaN(value)) return null;
      if (count === 0) originX = value;
      else if (count === 1) originY = value;
      token = Math.round((value - (count % 2 === 0 ? originX : originY)) * 100) + 1000;
      count += 1;
    }
    one = Math.imul(one ^ token, 0x01000193);
    two = Math.imul(two ^ (token + 0x55), 0x05ebca6b) ^ (two >>> 13);
  }
  return count < 2 ? null : { key: `${one}/${two}/${count}`, x: originX, y: originY };
}

/** Where the next number is read; one object, so that reading makes no garbage. */
const reader = { at: 0 };

/** A plain decimal; NaN for anything else. */
function readNumber(d: string): number {
  const from = reader.at;
  const negative = d.charCodeAt(from) === minus;
  let [at, digits, scale, fraction] = [negative ? from + 1 : from, 0, 1, false];
  for (; at < d.length; at++) {
    const code = d.charCodeAt(at);
    if (code === dot && !fraction) fraction = true;
    else if (code < zero || code > nine) break;
    else {
      digits = digits * 10 + code - zero;
      if (fraction) scale *= 10;
    }
  }
  const length = at - from - (negative ? 1 : 0) - (fraction ? 1 : 0);
  reader.at = at;
  return length === 0 ? Number.NaN : (negative ? -digits : digits) / scale;
}
