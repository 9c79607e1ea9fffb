/** Pictures are decoded and drawn anew, so that what a camera or an editor wrote beside them (EXIF, XMP, profiles, names) is gone. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fail, ok, type Result } from '../../shared/contract/result.ts';
import type { PubAsset, Publication } from '../../shared/publication/publication.ts';
import { imageSize } from './image-size.ts';

/** Refused above this, before anything is decoded. */
const pixelCap = 100_000_000;
const byteCap = 50_000_000;
const jpegQuality = 88;

export interface CleanPicture {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Draws a PNG or JPEG anew, turned as its camera meant, at most `maxPixels` large. Equal bytes give equal bytes.
 *  A picture that holds nothing but its pixels and is small enough stays as it is, so that cleaning twice loses nothing.
 *  @fails input/unsupported  neither PNG nor JPEG
 *  @fails input/too-large    over 100 megapixels or 50 MB
 *  @fails input/unreadable   damaged or cut off */
export async function cleanPicture(bytes: Uint8Array, maxPixels = pixelCap, file = 'picture'): Promise<Result<CleanPicture>> {
  const mime = mimeOf(bytes);
  if (mime === null) return fail('input/unsupported', { file });
  const size = imageSize(bytes);
  if (size === null || size.width === 0 || size.height === 0) return fail('input/unreadable', { file });
  if (bytes.length > byteCap || size.width * size.height > pixelCap) return fail('input/too-large', { file, limit: '100 megapixels or 50 MB' });
  try {
    const image = await loadImage(Buffer.from(bytes));
    if (image.width === 0 || image.height === 0) return fail('input/unreadable', { file });
    if (holdsOnlyPixels(bytes) && size.width * size.height <= maxPixels) return ok({ mime, bytes, ...size });
    const scale = Math.min(1, Math.sqrt(maxPixels / (image.width * image.height)));
    const width = Math.max(1, Math.floor(image.width * scale));
    const height = Math.max(1, Math.floor(image.height * scale));
    const canvas = createCanvas(width, height);
    canvas.getContext('2d').drawImage(image, 0, 0, width, height);
    const encoded = mime === 'image/png' ? await canvas.encode('png') : await canvas.encode('jpeg', jpegQuality);
    return ok({ mime, bytes: stripped(new Uint8Array(encoded)), width, height });
  } catch {
    return fail('input/unreadable', { file });
  }
}

/** The Publication with all its pictures cleaned.
 *  @fails as cleanPicture; detail.file is the asset's id */
export async function cleanAssets(publication: Publication): Promise<Result<Publication>> {
  const assets: Record<string, PubAsset> = {};
  for (const [id, asset] of Object.entries(publication.assets)) {
    const clean = await cleanPicture(Buffer.from(asset.base64, 'base64'), pixelCap, id);
    if (!clean.ok) return clean;
    assets[id] = { ...asset, mime: clean.value.mime, base64: Buffer.from(clean.value.bytes).toString('base64') };
  }
  return ok({ ...publication, assets });
}

/** By the first bytes, never by a name. */
function mimeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (...signs: number[]) => signs.every((sign, n) => bytes[n] === sign);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return starts(0xff, 0xd8, 0xff) ? 'image/jpeg' : null;
}

/** Whether the file consists of what draws it and nothing else, to its last byte. */
export function holdsOnlyPixels(bytes: Uint8Array): boolean {
  return stripped(bytes).length === bytes.length;
}

/** Leaves out every segment that does not draw: comments, application data, text, time, whatever follows the end. */
function stripped(bytes: Uint8Array): Uint8Array {
  const parts = mimeOf(bytes) === 'image/png' ? pngParts(bytes) : jpegParts(bytes);
  return Buffer.concat(parts);
}

const pngKeeps = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

function pngParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) break;
    if (pngKeeps.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') break;
    at = end;
  }
  return parts;
}

/** Keeps APP0 (JFIF: density of the picture) where it is as short as a head without thumbnail, and Adobe's APP14 of 14 bytes that says how colours are stored. */
function jpegParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    const end = at + 2 + view.getUint16(at + 2);
    const plainHead = (marker === 0xe0 && end - at === 18) || (marker === 0xee && end - at === 16);
    const draws = marker === 0xdb || marker === 0xc4 || marker === 0xdd || marker === 0xda || (marker >= 0xc0 && marker <= 0xcf);
    if (draws || plainHead) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scan = scanEnd(bytes, at);
    parts.push(bytes.subarray(at, scan));
    at = scan;
    if (bytes[at + 1] === 0xd9) return [...parts, bytes.subarray(at, at + 2)];
  }
  return parts;
}

/** Where entropy-coded data ends: at a marker that is neither stuffing nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
