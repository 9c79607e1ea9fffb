/** Margin quotes: where they stand, and whether they still say what the body says. */
import type { Placed } from '../document/text.ts';
import { runText } from './inlines.ts';
import type { PubBlock } from './publication.ts';

/** Anchor of the block a margin quote stands beside: the next that is no margin quote, else the one before. */
export function besideOf(placed: readonly Placed[], at: number, anchors: ReadonlyMap<string, string>): string | null {
  const after = placed.slice(at + 1).find(({ block }) => block.type !== 'pull-quote' && block.type !== 'heading');
  const before = placed.slice(0, at).findLast(({ block }) => block.type !== 'pull-quote');
  return anchors.get((after ?? before)?.block.id ?? '') ?? null;
}

/** Margin quotes whose words stand nowhere in the body. A capital at the start, marks, quotation marks and an
 *  ellipsis or full stop at the end are aside (TEMPLATES, form D). */
export function brokenPullQuotes(body: readonly PubBlock[]): PubBlock[] {
  const haystack = normal(body.map((block) => (block.type === 'pull-quote' || !('content' in block) ? '' : runText(block.content))).join(' \u0000 '));
  return body.filter((block) => block.type === 'pull-quote' && !haystack.includes(trimmed(normal(runText(block.content)))));
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').toLowerCase();
}

function trimmed(text: string): string {
  return text.replace(/^[\s"'…]+|[\s"'….,;:]+$/g, '');
}
