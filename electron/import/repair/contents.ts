/** The table of contents: its lines repeat headings and are no part of the text. */
import { roleOf } from '../recognise/lexicon.ts';
import { bare } from '../recognise/words.ts';
import type { Block } from '../text/block.ts';
import { type Warning, warning } from './repair.ts';

const leader = /(?:\t|\.{3,}|…+|\s{3,}|\s\.\s\.)\s*(?:\d{1,3}|[ivxl]{1,5})$/;

/** Takes the heading "Contents" and the lines that repeat later headings or end in a page number; without the heading, a
 *  run of three lines with leaders and page numbers is enough. */
export function takeContents(blocks: readonly Block[]): { blocks: Block[]; warnings: Warning[] } {
  const out: Block[] = [];
  const warnings: Warning[] = [];
  const lastAt = new Map(blocks.map((block, at) => [titleOf(block), at]));
  let inside = false;
  for (const [at, block] of blocks.entries()) {
    const opens = roleOf(block.text)?.role === 'contents';
    const listed = inside ? isListed(block) || isRepeated(block, at, lastAt) : [0, 1, 2].every((step) => isListed(blocks[at + step]));
    if (opens || listed) {
      inside = true;
      warnings.push(
        warning(
          'contents',
          opens ? 'The table of contents was left out; headings are taken from the text.' : 'A line of the table of contents was left out.',
          block,
        ),
      );
      continue;
    }
    inside = false;
    out.push(block);
  }
  return { blocks: out, warnings };
}

function titleOf(block: Block): string {
  return bare(block.text.replace(/[\s.…]+(?:\d{1,3}|[ivxl]{1,5})$/, ''));
}

/** A line that stands again further on, as its heading, or several such lines read as one; the last of its kind is the heading itself. */
function isRepeated(block: Block, at: number, lastAt: ReadonlyMap<string, number>): boolean {
  if (block.kind === 'bullet' || block.text.length > 2000) return false;
  const later = (title: string) => title !== '' && (lastAt.get(title) ?? at) > at;
  let rest = titleOf(block).split(' ');
  while (rest.length > 0) {
    const length = rest.findLastIndex((_, end) => end < 40 && later(rest.slice(0, end + 1).join(' '))) + 1;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return true;
}

/** Several listed lines may have been read as one block. */
function isListed(block: Block | undefined): boolean {
  return block !== undefined && block.text.length < 4000 && leader.test(block.text) && (block.text.length < 200 || /\.{3,}.*\.{3,}/s.test(block.text));
}
