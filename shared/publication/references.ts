/** Cross-references in words: "para 6 above". They follow every edit because they are made from ids each time. */
import type { NumberLabel } from '../document/numbering.ts';
import { blocksOf, plain } from '../document/text.ts';
import type { Block, Body } from '../document/tree.ts';
import { wordsFor } from './words.ts';

export interface ReferenceTable {
  readonly language: string;
  readonly labels: ReadonlyMap<string, NumberLabel>;
  /** Position in the text by block id. */
  readonly order: ReadonlyMap<string, number>;
  readonly blocks: ReadonlyMap<string, Block>;
}

export function referenceTable(body: Body, labels: ReadonlyMap<string, NumberLabel>, language: string): ReferenceTable {
  const blocks = new Map<string, Block>();
  for (const { block } of blocksOf(body)) blocks.set(block.id, block);
  return { language, labels, blocks, order: new Map([...blocks.keys()].map((id, at) => [id, at])) };
}

/** The wording of a reference that stands in block `from`. `found` is false where the target is not in this variant. */
export function referenceWording(table: ReferenceTable, target: string, from: string): { text: string; found: boolean } {
  const words = wordsFor(table.language);
  const block = table.blocks.get(target);
  if (block === undefined) return { text: words.elsewhere, found: false };
  const [there = 0, here = 0] = [table.order.get(target), table.order.get(from)];
  const where = there < here ? ` ${words.above}` : there > here ? ` ${words.below}` : '';
  const label = table.labels.get(target);
  if (label?.kind === 'figure' || label?.kind === 'table') return { text: `${words[label.kind]} ${label.ref}`, found: true };
  if (label?.kind === 'numbered' || label?.kind === 'subitem') return { text: `${words.para} ${label.ref}${where}`, found: true };
  if (block.type === 'heading') return { text: `${words.section} “${plain(block)}”${where}`, found: true };
  return { text: where.trim() === '' ? words.above : where.trim(), found: true };
}
