/** Page furniture: page numbers, running heads and feet. */
import { hostOpening, roleOf } from '../recognise/lexicon.ts';
import { bare, wordCount } from '../recognise/words.ts';
import type { Block } from '../text/block.ts';
import { type Warning, warning } from './repair.ts';

const pageNumber = /^(?:[-–—|]\s*)?(?:(?:page|p\.|página|pág\.)\s*)?\d{1,4}(?:\s*(?:\/|of|de|sur)\s*\d{1,4})?(?:\s*[-–—|])?$/i;

/** Takes page numbers, and short lines that return, digits aside, on three pages or more and are no headings of the form. */
export function takeFurniture(blocks: readonly Block[]): { blocks: Block[]; warnings: Warning[] } {
  const counts = new Map<string, Set<number>>();
  const edges = edgeBlocks(blocks);
  for (const block of blocks) {
    if (!edges.has(block)) continue;
    const key = keyOf(block);
    counts.set(key, (counts.get(key) ?? new Set()).add(block.page ?? block.line));
  }
  const out: Block[] = [];
  const warnings: Warning[] = [];
  const heads = besideNumbers(blocks);
  for (const block of blocks) {
    const number = isPageNumber(block);
    const cover = block.page !== undefined && block.page === blocks[0]?.page;
    const returning = !cover && edges.has(block) && (counts.get(keyOf(block))?.size ?? 0) >= 3;
    if (!number && !returning && !heads.has(block)) out.push(block);
    else warnings.push(warning('page-furniture', number ? 'A page number was left out.' : 'A running head or foot was left out.', block));
  }
  return { blocks: out, warnings };
}

function isPageNumber(block: Block | undefined): boolean {
  return block?.kind === 'para' && pageNumber.test(block.text.trim());
}

/** Running heads of files without pages: short lines that stand more than once, each time next to a page number. */
function besideNumbers(blocks: readonly Block[]): Set<Block> {
  const found = new Map<string, Block[]>();
  for (const [at, block] of blocks.entries()) {
    const short = block.kind === 'para' && wordCount(block.text) <= 14 && !isPageNumber(block) && roleOf(block.text) === null;
    if (short && (isPageNumber(blocks[at - 1]) || isPageNumber(blocks[at + 1]))) found.set(keyOf(block), [...(found.get(keyOf(block)) ?? []), block]);
  }
  return new Set([...found.values()].filter((list) => list.length >= 2).flat());
}

function keyOf(block: Block): string {
  return bare(block.text.replace(/\d+/g, ' '));
}

/** Blocks that may be furniture: the first two and last two of each page; without pages, short lines that stand alone. */
function edgeBlocks(blocks: readonly Block[]): Set<Block> {
  const may = (block: Block) =>
    (block.kind === 'para' || block.kind === 'heading') && wordCount(block.text) <= 14 && roleOf(block.text) === null && !hostOpening.test(block.text);
  if (!blocks.some(({ page }) => page !== undefined))
    return new Set(blocks.filter((block) => may(block) && block.kind === 'para' && block.alone && !/[?:]$|^[^.]{2,40}:\s/.test(block.text)));
  const found = new Set<Block>();
  for (const [at, block] of blocks.entries()) {
    const near = [-2, -1, 1, 2].some((step) => blocks[at + step]?.page !== block.page);
    if (near && may(block)) found.add(block);
  }
  return found;
}
