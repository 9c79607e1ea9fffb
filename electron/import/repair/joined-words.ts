/** Words that extraction ran together ("REMARKSBY"): split only where the text itself has the two words side by side elsewhere. */
import type { Block } from '../text/block.ts';
import { type Warning, warning } from './repair.ts';

/** Compounds that are words of their own wherever their parts also meet. */
const words = new Set(
  'another into onto within without throughout therefore wherever whatever however whoever nobody somebody anybody everybody cannot maybe today together already although always almost altogether anyone someone everyone anything something everything anywhere somewhere everywhere upon forward toward towards inside outside overall outcome output input meanwhile whereas whereby hereby thereby sometimes online ongoing follow followup become before because behind below beside between beyond instead itself himself herself themselves myself yourself ourselves per percent until whole wholesome island office often offer order other over under undertake understand understanding aside around along alone about above abroad across afar again against ahead alike aloud amid among apart away award aware'.split(
    ' ',
  ),
);

/** Splits a word that occurs once or twice and whose two parts stand together, apart, elsewhere in the text. */
export function splitJoinedWords(blocks: readonly Block[]): { blocks: Block[]; warnings: Warning[] } {
  const counts = new Map<string, number>();
  const pairs = new Set<string>();
  for (const { text } of blocks) {
    const list = text.toLowerCase().match(/\p{L}+/gu) ?? [];
    for (const [at, word] of list.entries()) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      if (at > 0) pairs.add(`${list[at - 1]} ${word}`);
    }
  }
  const warnings: Warning[] = [];
  const fixed = blocks.map((block) => {
    if (block.kind === 'row') return block;
    const text = block.text.replace(/(?<![\p{L}’'-])\p{L}{7,}(?![\p{L}’'-])/gu, (word) => {
      const at = (counts.get(word.toLowerCase()) ?? 0) > 2 || words.has(word.toLowerCase()) ? -1 : seam(word.toLowerCase(), pairs, counts);
      if (at < 0) return word;
      const split = `${word.slice(0, at)} ${word.slice(at)}`;
      warnings.push(warning('joined-words', `“${word}” was read as “${split}”.`, { ...block, text: word }));
      return split;
    });
    return text === block.text
      ? block
      : { ...block, text, marks: block.marks.filter(({ mark }) => mark === 'bold').map((mark) => ({ ...mark, end: Math.min(text.length, mark.end + 1) })) };
  });
  return { blocks: fixed, warnings };
}

/** Only a small word may have been swallowed, whole: "remarksby", "underanother"; both parts are known words. */
function seam(word: string, pairs: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  for (let at = 2; at <= word.length - 2; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)];
    const small = swallowed.has(a) || swallowed.has(b);
    if (small && pairs.has(`${a} ${b}`) && (counts.get(a) ?? 0) > 0 && (counts.get(b) ?? 0) > 0) return at;
  }
  return -1;
}
const swallowed = new Set('by of the and for from with that this under another are was were has have its their'.split(' '));
