/** Who is said to have spoken, and what the words for them give away: read from the sentence, whatever it is built like. */
import { describe, expect, it } from 'vitest';
import { packFor, passageOf } from '../../shared/guard/passage.ts';
import { textRegions } from '../../shared/guard/regions.ts';
import { traitsOf } from '../../shared/guard/traits.ts';
import { lexicon } from './lexicon.ts';

/** The speakers of a sentence, as written, with their traits in order of the alphabet. */
function speakers(text: string): [words: string, traits: string][] {
  const [region] = textRegions([{ text, label: '1' }], 'chatham-house');
  if (region === undefined) return [];
  const { tokens, reading, speakers: found } = passageOf(region, packFor(lexicon, 'en'));
  return found.map((one) => [reading.text.slice(tokens[one.from]?.start, tokens[one.to - 1]?.end), [...traitsOf(tokens, one)].sort().join(' ')]);
}

describe('[GRD-2] [GRD-3] [GRD-12] [GRD-13] who speaks, in any place of the sentence', () => {
  it.each([
    [
      'The treasurer of the Orvane Fund, who had arrived late, objected to the figures.',
      'The treasurer of the Orvane Fund, who had arrived late',
      'identity role',
    ],
    ['According to the former mayor, the gauges had drifted.', 'the former mayor', 'role'],
    ['The pipes, said our guest from the Kestrian ministry, were never tested.', 'our guest from the Kestrian ministry', 'identity title'],
    ['Nobody had expected the surveyor’s question about silt.', 'the surveyor', 'title'],
    ['A proposal made by the Norlandic observer found favour.', 'the Norlandic observer', 'identity title'],
    ['To this our host’s interpreter added a word of caution.', "our host's interpreter", 'relation'],
    ['3.2 An engineer whose licence had been withdrawn in March disagreed.', 'An engineer whose licence had been withdrawn in March', 'event'],
    ['The younger of the two islanders doubted the dates.', 'The younger of the two islanders', 'few'],
    ['One of the three vice-chairs regretted the haste.', 'One of the three vice-chairs', 'role'],
    ['A colleague expelled from the delta in spring asked for patience.', 'A colleague expelled from the delta in spring', 'event'],
  ])('%s', (text, words, traits) => {
    const found = speakers(text).find(([one]) => one === words);
    expect(found, JSON.stringify(speakers(text))).toBeDefined();
    for (const trait of traits.split(' ')) expect(found?.[1].split(' ')).toContain(trait);
  });
});

describe('words that fit many tell nothing', () => {
  it.each([
    'One participant disagreed.',
    'A UN official explained the procedure.',
    'Several diplomats, supported by others, asked for more time.',
    'One speaker, who had asked for the floor twice, withdrew the point.',
    'Another expert from civil society wondered whether this would last.',
    'A participant from an international NGO called for patience.',
    'The members were described as weary.',
    'Participants agreed that the text should be short.',
  ])('%s', (text) => {
    expect(speakers(text).filter(([, traits]) => traits !== '')).toEqual([]);
  });
});

it('a verb of another clause does not lead back to the noun', () => {
  const all = speakers('The minister resigned in the spring, as the press reported.');
  expect(all.every(([words]) => !words.includes('press'))).toBe(true);
});

it('the genitive of a thing has no speaker', () => {
  expect(speakers('The ministry’s budget was doubled.').filter(([, traits]) => traits !== '')).toEqual([]);
});
