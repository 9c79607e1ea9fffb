/** Ids of findings: stable while the words stay, so that an override outlives edits elsewhere. */
import type { Region } from './regions.ts';

/** 64 bits as 16 hexadecimal digits, from two runs of FNV-1a over UTF-16 units. Not a secret, not a signature. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ ((unit << 7) | (unit >>> 9)), 0x85ebca6b);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

/** The id of a finding; `ids` counts those of the same words at the same place. */
export function idOf(check: number, place: string, quote: string, ids: Map<string, number>): string {
  const base = hash(`${check}|${place}|${quote.toLowerCase()}`);
  const times = ids.get(base) ?? 0;
  ids.set(base, times + 1);
  return times === 0 ? `g${check}-${base}` : `g${check}-${base}-${times}`;
}

const places = new WeakMap<Region, string>();

/** What stands in an id for a text that is no block of a draft. */
export function placeOf(region: Region): string {
  const known = places.get(region);
  if (known !== undefined) return known;
  const place = `${region.kind}:${hash(region.text)}`;
  places.set(region, place);
  return place;
}
