/** Paragraphs and bullets that a page's edge cut in two. */
import { creditOpening, hostOpening, roleOf } from '../recognise/lexicon.ts';
import { endsSentence } from '../recognise/words.ts';
import { type Block, joined, vocabulary } from '../text/block.ts';
import { type Warning, warning } from './repair.ts';

/** Words that end no sentence, no title and no item of a list. */
const dangling =
  /(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|nor|as|that|which|who|whose|is|are|was|were|be|been|has|have|had|its|their|his|her|this|these|into|than|between|through|during|including|such|should|must|could|would|will|may|might|not|de|la|le|les|des|du|et|ou|que|qui|dans|par|pour|avec|sur|el|los|las|del|y|en|con|para|por)$/i;

/** Joins a paragraph that begins in mid-sentence to the open one before it. */
export function joinBroken(blocks: readonly Block[]): { blocks: Block[]; warnings: Warning[] } {
  const out: Block[] = [];
  const warnings: Warning[] = [];
  const words = vocabulary(blocks.map(({ text }) => text));
  let open = -1;
  for (const block of blocks) {
    const before = out[open];
    if (before !== undefined && continues(before, block)) {
      out[open] = joined(before, block, words);
      warnings.push(warning('joined', 'A paragraph was broken here and was joined.', { ...block, text: block.text.slice(0, 60) }));
      continue;
    }
    out.push(block);
    if (block.kind === 'heading' || (block.kind === 'para' && roleOf(block.text) !== null)) open = -1;
    else if (block.kind !== 'row' && block.kind !== 'quote') open = out.length - 1;
  }
  return { blocks: out, warnings };
}

function continues(before: Block, block: Block): boolean {
  if (block.kind !== 'para' || roleOf(block.text) !== null || hostOpening.test(block.text) || creditOpening.test(block.text)) return false;
  const item = before.kind !== 'para';
  if (before.text.length < (item ? 12 : 40)) return false;
  const ended = endsSentence(before.text);
  if (/^[“"‘'(]*\p{Ll}/u.test(block.text)) {
    // "explained it:" may be followed by a list; a quotation that goes on in lower case is no list.
    return !ended || (/[:;]$/.test(before.text) && openBracket(before.text)) || /[,–-]$/.test(before.text);
  }
  if (ended) return false;
  if (dangling.test(before.text) || openBracket(before.text)) return block.text.length > 20;
  return !item && before.text.length > 200 && block.text.length > 60;
}

function openBracket(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}
