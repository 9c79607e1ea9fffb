/** Findings from the words that describe a speaker, by what they give away. */
import { anyWritten, type Hit, type Passage } from './check.ts';
import type { Around } from './conditions.ts';
import { isPublic, isResearch } from './scope.ts';
import type { Speaker } from './speakers.ts';
import { type Trait, traitsOf } from './traits.ts';

/** Hits for the speakers of a passage that show a trait. A report that never speaks of a meeting has no speakers; words of the public record and
 *  words that the rule wrote give nobody away. */
export function portraitHits(passage: Passage, trait: Trait, level: Hit['level'], reason: (quote: string) => string): Hit[] {
  if (passage.report) return [];
  return passage.speakers.flatMap((speaker): Hit[] => {
    if (!traitsOf(passage.tokens, speaker).has(trait)) return [];
    if (anyWritten(passage, speaker.from, speaker.head + 1) || isExempt(passage, speaker)) return [];
    const [first, last] = [passage.tokens[speaker.from], passage.tokens[speaker.to - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, level, reason: reason(passage.reading.text.slice(first.start, last.end)) }];
  });
}

function isExempt(passage: Passage, speaker: Speaker): boolean {
  const around = aroundOf(passage, speaker);
  const figure = passage.tokens.slice(speaker.from, speaker.to).some((token) => token.classes.has('figure'));
  const host = passage.tokens.slice(around.first, around.last).some((token) => token.classes.has('hosting'));
  return figure || host || isPublic(around) || isResearch(around);
}

function aroundOf({ tokens, sentence, written, report }: Passage, { from, to }: Speaker): Around {
  const first = sentence.indexOf(sentence[from] ?? 0);
  const last = sentence.lastIndexOf(sentence[from] ?? 0) + 1;
  return { tokens, first, last, from, to, quoteFrom: from, quoteTo: to, written, report };
}
