/** [GRD-5] A pronoun tied to a speaker tells the gender: "One participant said she had refused". "They" is free, and so is "she" where it stands
 *  for somebody whom the meeting spoke of. */
import { antecedentOf, isElsewhere, lastSubject } from '../antecedents.ts';
import { type Check, type DocumentHit, type Hit, type Passage, patternHits } from '../check.ts';
import { spokenQuotes } from './07-verbatim.ts';

const reason = (quote: string) => `“${quote}” tells the gender of a speaker; write “they” or turn the sentence.`;

export const pronoun: Check = {
  number: 5,
  name: 'pronoun',
  title: 'Pronoun of a speaker',
  region: (passage) => {
    const told = patternHits(passage, 5, 'warn', reason).filter((hit) => !isOthers(passage, hit));
    return [...told, ...pronounHits(passage, told), ...genderHits(passage)];
  },
  document: ({ passages }) => openingHits(passages),
};

/** The pronoun stands for somebody whom the speaker spoke of. */
function isOthers(passage: Passage, { start }: Hit): boolean {
  const at = passage.tokens.findIndex((token) => token.start >= start);
  return passage.tokens[at]?.classes.has('gendered') === true && antecedentOf(passage, at) === 'other';
}

/** Pronouns that stand for a speaker, one in a sentence; none in a sentence where a pattern has told it. */
function pronounHits(passage: Passage, told: readonly Hit[]): Hit[] {
  if (passage.report) return [];
  const { tokens, sentence } = passage;
  const done = new Set(told.map((hit) => sentence[tokens.findIndex((token) => token.end > hit.start)]));
  return pronounsOf(passage).flatMap((at): Hit[] => {
    if (done.has(sentence[at]) || antecedentOf(passage, at) !== 'speaker') return [];
    done.add(sentence[at]);
    return hitAt(passage, at);
  });
}

/** "A female judge", "the lady by the window": the noun tells what the pronoun would. */
function genderHits(passage: Passage): Hit[] {
  if (passage.report) return [];
  const { tokens } = passage;
  return passage.speakers.flatMap((speaker): Hit[] => {
    const { from, head, says } = speaker;
    const at = tokens.findIndex((token, index) => index >= from && index <= head && token.classes.has('sexed'));
    const word = tokens[at];
    const end = tokens[head];
    const named = /^\p{Lu}\p{Ll}/u.test(tokens[head + 1]?.raw ?? '') && tokens[head + 1]?.gap === 'space';
    if (word === undefined || end === undefined || named || passage.written[head] === true || isElsewhere(passage, speaker)) return [];
    const sure = at === head && word.classes.has('sexed-sure');
    if (says !== 'strong' && !sure && !(says === 'weak' && at === head && tokens[from - 1]?.classes.has('clause') !== true)) return [];
    return [{ start: word.start, end: end.end, level: 'warn', reason: reason(passage.reading.text.slice(word.start, end.end)) }];
  });
}

/** A paragraph that opens with "She" goes on about whoever spoke at the end of the one before. */
function openingHits(passages: readonly Passage[]): DocumentHit[] {
  return passages.flatMap((passage, region): DocumentHit[] => {
    const before = passages[region - 1];
    if (passage.tokens[0]?.classes.has('gendered') !== true) return [];
    const [at] = pronounsOf(passage);
    if (at !== 0 || before === undefined || before.region.kind !== passage.region.kind || passage.report) return [];
    if (passage.matches.some((match) => match.pattern.check === 5 && passage.sentence[match.from] === 0)) return [];
    return lastSubject(before, before.tokens.length) === 'speaker' ? hitAt(passage, at).map((hit) => ({ ...hit, region, replacement: null })) : [];
  });
}

function hitAt(passage: Passage, at: number): Hit[] {
  const token = passage.tokens[at];
  return token === undefined ? [] : [{ start: token.start, end: token.end, level: 'warn', reason: reason(token.raw) }];
}

/** Where "he", "her" … stand, outside quotations and not in "he or she", "his/her". */
function pronounsOf(passage: Passage): number[] {
  const { tokens, reading } = passage;
  const places = tokens.flatMap((token, at) => (token.classes.has('gendered') ? [at] : []));
  if (places.length === 0) return [];
  const quotes = spokenQuotes(passage);
  return places.filter((at) => {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined) return false;
    const beside = reading.text.slice(Math.max(0, token.start - 1), token.start) + reading.text.slice(token.end, token.end + 1);
    const either = next?.lower === 'or' || tokens[at - 1]?.lower === 'or';
    return !beside.includes('/') && !either && !quotes.some((quote) => token.start >= quote.start && token.end <= quote.end);
  });
}
