/** Titles that a line with the host follows: in wrapped text nothing else parts them from what stands before. */
import { hostOpening } from '../recognise/lexicon.ts';
import { endsSentence } from '../recognise/words.ts';
import type { SourceLine } from '../source.ts';
import { opening } from './opening.ts';

/** First lines of the titles that stand right above "Hosted by …": back to the last line that ended a sentence or was blank. */
export function titlesBeforeHosts(lines: readonly SourceLine[]): Set<SourceLine> {
  const found = new Set<SourceLine>();
  const filled = lines.filter(({ text, hint }) => text.trim() !== '' && hint === undefined);
  for (const [at, line] of filled.entries()) {
    if (!hostOpening.test(line.text.trim())) continue;
    for (let back = at - 1; back >= Math.max(1, at - 4); back--) {
      const title = filled[back];
      const before = filled[back - 1];
      if (title === undefined || before === undefined || opening(title.text) !== null) break;
      if (endsSentence(before.text) && /^\s*["“‘]?\p{Lu}/u.test(title.text)) {
        found.add(title);
        break;
      }
    }
  }
  return found;
}
