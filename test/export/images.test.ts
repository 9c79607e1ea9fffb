import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../electron/export/image-size.ts';
import { cleanAssets, cleanPicture, holdsOnlyPixels } from '../../electron/export/images.ts';
import { publicationOf } from './publications.ts';

const canary = 'Canary Vandrelwitz';

function picture(kind: 'png' | 'jpeg', width = 60, height = 40): Buffer {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#1a4a7a';
  pen.fillRect(0, 0, width / 2, height);
  return kind === 'png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 90);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + marker, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

const jpeg = picture('jpeg');
const png = picture('png');
const intoJpeg = (...parts: Buffer[]) => Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
const intoPng = (...parts: Buffer[]) => Buffer.concat([png.subarray(0, 33), ...parts, png.subarray(33)]);
const orientation = Buffer.from(`Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0${canary}`, 'latin1');

const dirty: Readonly<Record<string, Buffer>> = {
  'EXIF with orientation': intoJpeg(segment(0xe1, orientation)),
  XMP: intoJpeg(segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${canary}</x:xmpmeta>`))),
  ICC: intoJpeg(segment(0xe2, Buffer.from(`ICC_PROFILE\0\u0001\u0001${canary}`))),
  IPTC: intoJpeg(segment(0xed, Buffer.from(`Photoshop 3.0\0${canary}`))),
  'JPEG comment': intoJpeg(segment(0xfe, Buffer.from(canary))),
  'after the end of a JPEG': Buffer.concat([jpeg, Buffer.from(canary)]),
  'PNG text': intoPng(chunk('tEXt', Buffer.from(`Author\0${canary}`))),
  'PNG packed text': intoPng(chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(canary)]))),
  'PNG EXIF': intoPng(chunk('eXIf', orientation)),
  'after the end of a PNG': Buffer.concat([png, Buffer.from(canary)]),
};

describe.each(Object.keys(dirty))('%s', (name) => {
  it('[IMG-1] is gone', async () => {
    const bytes = dirty[name] ?? Buffer.alloc(0);
    expect(holdsOnlyPixels(bytes)).toBe(false);
    const clean = await cleanPicture(bytes);
    expect(clean.ok && Buffer.from(clean.value.bytes).includes(canary)).toBe(false);
    expect(clean.ok && holdsOnlyPixels(clean.value.bytes)).toBe(true);
    const again = await cleanPicture(bytes);
    expect(clean.ok && again.ok && Buffer.from(again.value.bytes).equals(Buffer.from(clean.value.bytes))).toBe(true);
  });
});

it('[IMG-2] a picture taken on its side stands upright afterwards', async () => {
  const clean = await cleanPicture(dirty['EXIF with orientation'] ?? jpeg);
  expect(clean.ok && [clean.value.width, clean.value.height]).toEqual([40, 60]);
});

it('[IMG-3] cleaning twice changes nothing more', async () => {
  const once = await cleanPicture(dirty['PNG text'] ?? png);
  const twice = once.ok ? await cleanPicture(once.value.bytes) : once;
  expect(once.ok && twice.ok && Buffer.from(twice.value.bytes).equals(Buffer.from(once.value.bytes))).toBe(true);
});

it('[IMG-4] a large picture is made smaller in its own proportions', async () => {
  const clean = await cleanPicture(picture('jpeg', 800, 400), 20_000);
  expect(clean.ok && [clean.value.width, clean.value.height]).toEqual([200, 100]);
  expect(clean.ok && imageSize(clean.value.bytes)).toEqual({ width: 200, height: 100 });
});

it.each([
  ['garbage', Buffer.from('no picture at all'), 'input/unsupported'],
  ['a GIF', Buffer.from('GIF89a0000000000'), 'input/unsupported'],
  ['nothing', Buffer.alloc(0), 'input/unsupported'],
  ['a JPEG cut off in its head', jpeg.subarray(0, 60), 'input/unreadable'],
  ['a PNG cut off in its head', png.subarray(0, 20), 'input/unreadable'],
  [
    'a PNG that claims 40,000 × 40,000',
    Buffer.concat([png.subarray(0, 16), Buffer.from([0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40]), png.subarray(24)]),
    'input/too-large',
  ],
])('[IMG-5] %s is refused with a code', async (_name, bytes, code) => {
  const clean = await cleanPicture(bytes);
  expect(clean.ok ? 'ok' : clean.error.code).toBe(code);
});

it('[IMG-6] every picture of a Publication is cleaned; a broken one names itself', async () => {
  const publication = publicationOf('conference');
  const asset = { mime: 'image/jpeg' as const, base64: (dirty['XMP'] ?? jpeg).toString('base64'), alt: 'a', credit: '' };
  const clean = await cleanAssets({ ...publication, assets: { one: asset } });
  expect(clean.ok && Buffer.from(clean.value.assets['one']?.base64 ?? '', 'base64').includes(canary)).toBe(false);
  const broken = await cleanAssets({ ...publication, assets: { two: { ...asset, base64: 'AAAA' } } });
  expect(broken.ok ? null : broken.error).toEqual({ code: 'input/unsupported', detail: { file: 'two' } });
});
