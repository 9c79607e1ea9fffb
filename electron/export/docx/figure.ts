/** A picture with its caption and credit. */
import { type FileChild, ImageRun, Paragraph, type ParagraphChild } from 'docx';
import type { PubAsset, PubBlock } from '../../../shared/publication/publication.ts';
import { imageSize } from '../image-size.ts';
import type { Context } from './context.ts';
import { bookmarked, inlines, plainRuns } from './inline.ts';
import { pixels } from './measure.ts';
import { paragraphDirection } from './paragraph.ts';
import { field } from './xml.ts';

/** Alternative text stands with the drawing; the caption below is kept on the same page. A figure whose picture is gone keeps its caption. */
export function figure(block: Extract<PubBlock, { type: 'figure' }>, context: Context): FileChild[] {
  const asset = context.publication.assets[block.asset];
  const picture =
    asset === undefined
      ? []
      : [
          new Paragraph({
            style: 'Figure',
            ...paragraphDirection(context),
            children: [image(asset, block.alt, context.geometry.text - context.house.hang, 320)],
          }),
        ];
  const credit = block.credit === '' ? [] : plainRuns(`\n${block.credit}`, context, { style: 'Credit' });
  return [
    ...picture,
    new Paragraph({
      style: 'FigureCaption',
      ...paragraphDirection(context),
      children: [...captionLabel(block.label, block.anchor, context), ...inlines(block.content, context, block.lang), ...credit],
    }),
  ];
}

/** A drawing at most `width` × `height` points large, in its own proportions. */
export function image(asset: PubAsset, alt: string, width: number, height: number): ImageRun {
  const data = Buffer.from(asset.base64, 'base64');
  const size = imageSize(data) ?? { width: 4, height: 3 };
  const scale = Math.min(width / size.width, height / size.height);
  return new ImageRun({
    type: asset.mime === 'image/png' ? 'png' : 'jpg',
    data,
    transformation: { width: pixels(size.width * scale), height: pixels(size.height * scale) },
    altText: { name: '', description: alt },
  });
}

/** "Table 1" with a number that Word counts; nothing where the form has no labels. */
export function captionLabel(label: string, anchor: string, context: Context): ParagraphChild[] {
  if (label === '') return [];
  const parts = /^(\p{L}+\s)(\d+)$/su.exec(label);
  const bold = (words: string) => plainRuns(words, context, { bold: true });
  const children = parts === null ? bold(label) : [...bold(parts[1] ?? ''), ...field(`SEQ ${(parts[1] ?? '').trim()} \\* ARABIC`, bold(parts[2] ?? ''))];
  return [...bookmarked(anchor, children, context), ...plainRuns('\u2002', context)];
}
