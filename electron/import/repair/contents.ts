/** The table of contents: its lines repeat headings and are no part of the text. */
import { roleOf } from '../recognise/lexicon.ts';
import type { Block } from '../text/blocks.ts';
import { type Warning, warning } from './repair.ts';

const leader = /(?:\t|\.{3,}|…+|\s{3,}|\s\.\s\.)\s*(?:\d{1,3}|[ivxl]{1,5})$/;

/** Takes the heading "Contents" and the lines with page numbers that follow; a run of three such lines is enough. */
export function takeContents(blocks: readonly Block[]): { blocks: Block[]; warnings: Warning[] } {
  const out: Block[] = [];
  const warnings: Warning[] = [];
  let inside = false;
  for (const [at, block] of blocks.entries()) {
    if (roleOf(block.text)?.role === 'contents' && isListed(blocks[at + 1])) {
      inside = true;
      warnings.push(warning('contents', 'The table of contents was left out; headings are taken from the text.', block));
      continue;
    }
    if (isListed(block) && (inside || [1, 2].every((next) => isListed(blocks[at + next])) || isListed(blocks[at - 1]))) {
      inside = true;
      warnings.push(warning('contents', 'A line of the table of contents was left out.', block));
      continue;
    }
    inside = false;
    out.push(block);
  }
  return { blocks: out, warnings };
}

/** Several listed lines may have been read as one block. */
function isListed(block: Block | undefined): boolean {
  return block !== undefined && block.text.length < 4000 && leader.test(block.text) && (block.text.length < 200 || /\.{3,}.*\.{3,}/s.test(block.text));
}
