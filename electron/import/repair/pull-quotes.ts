/** Margin quotes that run through the text: a pull quote repeats words of the body and belongs to no paragraph. */
import { hostOpening, roleOf } from '../recognise/lexicon.ts';
import { bare, wordCount } from '../recognise/words.ts';
import type { Block } from '../text/block.ts';
import { placeOf, type TakenQuote, type Warning, warning } from './repair.ts';

const opened = /^["“«„]/;
const closed = /["”»][\s.\d¹²³⁴-⁹]*$/;

/** Takes paragraphs that are wholly quoted, or that repeat a sentence of a longer block word for word. */
export function takePullQuotes(blocks: readonly Block[]): { blocks: Block[]; pullQuotes: TakenQuote[]; warnings: Warning[] } {
  const bodies = blocks.map((block) => bare(block.text));
  const whole = ` ${bodies.join(' ')} `;
  const pullQuotes: TakenQuote[] = [];
  const warnings: Warning[] = [];
  const quotedParagraphs = blocks.filter(
    (block) => (block.kind === 'para' || block.kind === 'quote') && opened.test(block.text) && wordCount(block.text) <= 70,
  ).length;
  const out = blocks.filter((block, at) => {
    const verdict = judge(block, at, blocks, bodies, whole, quotedParagraphs);
    if (verdict === null) return true;
    pullQuotes.push({ text: unquoted(block.text), at: placeOf(block) });
    if (verdict === 'changed') warnings.push(warning('pull-quote-changed', 'A pull quote is not, word for word, in the text.', block));
    return false;
  });
  return { blocks: out, pullQuotes, warnings };
}

/** Takes margin quotes that stand inside paragraphs; done when broken paragraphs have been joined around them. */
export function takeInnerQuotes(blocks: readonly Block[], taken: readonly TakenQuote[]): { blocks: Block[]; pullQuotes: TakenQuote[]; warnings: Warning[] } {
  const whole = ` ${[...blocks, ...taken].map(({ text }) => bare(text)).join(' ')} `;
  const pullQuotes: TakenQuote[] = [];
  const warnings: Warning[] = [];
  return { blocks: blocks.map((block) => withoutInnerQuote(block, whole, pullQuotes, warnings)), pullQuotes, warnings };
}

function judge(
  block: Block,
  at: number,
  blocks: readonly Block[],
  bodies: readonly string[],
  whole: string,
  quotedParagraphs: number,
): 'verbatim' | 'changed' | null {
  if (block.kind !== 'para' && block.kind !== 'quote') return null;
  const words = wordCount(block.text);
  const own = bodies[at] ?? '';
  const isQuoted = opened.test(block.text) && (closed.test(block.text) || !/["”»]/.test(block.text.slice(1)));
  if (words < 4 || words > 70 || roleOf(block.text) !== null || hostOpening.test(block.text)) return null;
  const longer = bodies.some((text, other) => other !== at && text.length > own.length * 1.03 && ` ${text} `.includes(` ${own} `));
  if (isQuoted) {
    const across = whole.split(` ${own} `).length > 2;
    if (longer || across) return 'verbatim';
    return quotedParagraphs >= 3 && block.alone && closest(own, bodies, at) > 0.7 ? 'changed' : null;
  }
  if (!longer || words < 7 || !block.alone || block.kind !== 'para') return null;
  const next = blocks[at + 1];
  const heads = next !== undefined && (hostOpening.test(next.text) || next.kind === 'bullet' || next.kind === 'number');
  const near = bodies.slice(Math.max(0, at - 6), at + 7).some((text) => text.length > own.length * 1.2 && text.includes(own));
  return near && (!heads || /[.!]$/.test(block.text)) ? 'verbatim' : null;
}

/** The best share of a quote's words, in runs of four, that another block holds. */
function closest(own: string, bodies: readonly string[], at: number): number {
  const words = own.split(' ');
  const runs = words.slice(0, -3).map((_, from) => words.slice(from, from + 4).join(' '));
  if (runs.length === 0) return 0;
  return Math.max(0, ...bodies.map((text, other) => (other === at ? 0 : runs.filter((run) => text.includes(run)).length / runs.length)));
}

/** A quotation of five words or more that breaks a sentence and stands in the text a second time was set in the margin. */
function withoutInnerQuote(block: Block, whole: string, pullQuotes: TakenQuote[], warnings: Warning[]): Block {
  if (block.kind === 'heading' || block.kind === 'row') return block;
  for (const match of block.text.matchAll(/(?<=[\p{Ll},]\s)[“"]([^“”"]{24,400})[”"]\s+(?=\p{Ll})/gu)) {
    const quote = match[1] ?? '';
    if (wordCount(quote) < 5 || !/^\p{Lu}/u.test(quote) || whole.split(` ${bare(quote)} `).length <= 2) continue;
    pullQuotes.push({ text: quote.trim(), at: placeOf(block) });
    warnings.push(warning('pull-quote-inside', 'A pull quote stood inside a paragraph and was set apart.', { ...block, text: quote }));
    return cut(block, match.index, match.index + match[0].length);
  }
  return block;
}

function cut(block: Block, start: number, end: number): Block {
  const moved = (at: number) => (at <= start ? at : Math.max(start, at - (end - start)));
  return {
    ...block,
    text: block.text.slice(0, start) + block.text.slice(end),
    marks: block.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) })).filter((mark) => mark.end > mark.start),
    notes: block.notes.map((note) => ({ ...note, at: moved(note.at) })),
  };
}

function unquoted(text: string): string {
  return text
    .replace(/^["“«„]\s*/, '')
    .replace(/\s*["”»]?[\s\d¹²³⁴-⁹]*$/u, (tail) => (/["”»]/.test(tail) ? '' : tail.trimEnd()))
    .trim();
}
