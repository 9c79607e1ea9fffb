/** [GRD-8] Language, accent or place of a speaker: "speaking in Portuguese", "joining from Nairobi". Languages of texts are free. */
import { type Check, type Hit, type Passage, patternHits, textOf } from '../check.ts';
import { accentsIn, type Stretch, tonguesIn } from '../tongues.ts';

const reason = (quote: string) => `“${quote}” tells a speaker’s language or place.`;

export const language: Check = {
  number: 8,
  name: 'language',
  title: 'Language, accent, place',
  region: (passage) => {
    const told = patternHits(passage, 8, 'warn', reason);
    return passage.report ? told : [...told, ...codeHits(passage), ...[...tonguesIn(passage), ...accentsIn(passage)].flatMap((one) => hitsAt(passage, one))];
  },
};

/** A rapporteur's own sign for the language of an intervention: "(FR) One participant: …". */
const code = /^[([](?:AR|DE|EN|ES|FR|IT|PT|RU|ZH)[)\]]\s/u;

function codeHits({ reading }: Passage): Hit[] {
  const found = code.exec(reading.text)?.[0].trim();
  return found === undefined ? [] : [{ start: 0, end: found.length, level: 'warn', reason: reason(found) }];
}

function hitsAt(passage: Passage, { from, to }: Stretch): Hit[] {
  const [first, last] = [passage.tokens[from], passage.tokens[to - 1]];
  if (first === undefined || last === undefined) return [];
  return [{ start: first.start, end: last.end, level: 'warn', reason: reason(textOf(passage, from, to)) }];
}
