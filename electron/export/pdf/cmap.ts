/** Which characters a font file has a sign for: reads the `cmap` table (formats 4 and 12) of a TrueType or OpenType file. */

/** Code points as sorted, closed ranges. */
export interface Coverage {
  has(codePoint: number): boolean;
}

type Range = readonly [first: number, last: number];

/** @throws never: a table that cannot be read covers nothing, so that its characters are told as missing. */
export function coverageOf(font: Buffer): Coverage {
  const at = tableOffset(font, 'cmap');
  const ranges = at === null ? [] : subtables(font, at).flatMap((offset) => rangesAt(font, offset));
  ranges.sort((a, b) => a[0] - b[0]);
  return { has: (codePoint) => holds(ranges, codePoint) };
}

function tableOffset(font: Buffer, tag: string): number | null {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i++) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  return null;
}

/** Unicode subtables only: platform 0, or platform 3 with encoding 1 or 10. */
function subtables(font: Buffer, cmap: number): number[] {
  const count = font.readUInt16BE(cmap + 2);
  return Array.from({ length: count }, (_, i) => cmap + 4 + 8 * i)
    .filter((record) => {
      const [platform, encoding] = [font.readUInt16BE(record), font.readUInt16BE(record + 2)];
      return platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    })
    .map((record) => cmap + font.readUInt32BE(record + 4));
}

function rangesAt(font: Buffer, offset: number): Range[] {
  const format = font.readUInt16BE(offset);
  if (format === 12) return groups(font, offset);
  return format === 4 ? segments(font, offset) : [];
}

function groups(font: Buffer, offset: number): Range[] {
  const count = font.readUInt32BE(offset + 12);
  return Array.from({ length: count }, (_, i): Range => {
    const group = offset + 16 + 12 * i;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** A segment may map single characters to glyph 0, which is none: those are left out. */
function segments(font: Buffer, offset: number): Range[] {
  const twice = font.readUInt16BE(offset + 6);
  const ranges: Range[] = [];
  for (let i = 0; i < twice; i += 2) {
    const last = font.readUInt16BE(offset + 14 + i);
    const first = font.readUInt16BE(offset + 16 + twice + i);
    const delta = font.readUInt16BE(offset + 16 + 2 * twice + i);
    const rangeAt = offset + 16 + 3 * twice + i;
    const step = font.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const raw = step === 0 ? code : font.readUInt16BE(rangeAt + step + 2 * (code - first));
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) ranges.push([code, code]);
    }
  }
  return ranges;
}

function holds(ranges: readonly Range[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}
