/** Check 4 over several statements: what is said of "the same" speaker adds up. */
import { describe, expect, it } from 'vitest';
import { checkPublication } from '../../shared/guard/guard.ts';
import type { Person } from '../../shared/people/person.ts';
import type { PubBlock } from '../../shared/publication/publication.ts';
import { lexicon } from './lexicon.ts';
import { publicationOf } from './publication.ts';
import { person } from './register.ts';

/** Eight diplomats and four others: four women from the coast of Africa, one of them an expert; four from the Pacific, one of them a woman. */
const people: readonly Person[] = Array.from({ length: 12 }, (_, n) =>
  person(`p${n}`, `Vorname${'abcdefghijkl'.charAt(n)} Nach${'bcdfghjklmnp'.charAt(n)}olmen`, {
    category: n < 8 ? 'diplomat' : 'expert',
    region: n % 3 === 0 ? 'Pacific' : 'Africa',
    gender: n % 2 === 1 || n === 0 ? 'female' : 'male',
  }),
);
const told = (...paragraphs: (string | PubBlock)[]) =>
  checkPublication({ publication: publicationOf(paragraphs), people, lexicon }).block.filter((one) => one.check === 4).map((one) => [one.at.anchor, one.quote]); // biome-ignore format: one line
const heading: PubBlock = { type: 'heading', anchor: 'b2', level: 2, content: [{ text: 'Proposals' }] };
const written = (anchor: string, wording: string, rest: string): PubBlock => ({
  type: 'paragraph',
  anchor,
  role: 'plain',
  content: [{ text: wording, attributed: true }, { text: rest }],
});

describe('[GRD-4] what builds up', () => {
  it('each description fits enough people, the two together do not: told at the second', () => {
    expect(told('A female expert doubted it.')).toEqual([['b1', 'A female expert']]);
    expect(told('A female participant doubted it.', 'The gauge was read.', 'The same expert asked for time.')).toEqual([['b3', 'The same expert']]);
    expect(told('One expert doubted it. The same participant, from the Pacific, asked for time.')).toEqual([['b1', 'The same participant, from the Pacific']]);
  });
  it('a description in two parts, with a comma between, is one', () => {
    expect(told('One expert, a woman from the Pacific, doubted it.')).toEqual([['b1', 'One expert, a woman from the Pacific']]);
    expect(told('One diplomat, from Africa, doubted it.')).toEqual([]);
  });
  it('three parts add up, and are told once', () => {
    expect(
      told(
        'One diplomat doubted it.',
        'The same diplomat, a woman, asked for time.',
        'The same diplomat, from the Pacific, agreed.',
        'The same diplomat agreed.',
      ),
    ).toEqual([['b3', 'The same diplomat, from the Pacific']]);
  });
  it('words that the rule wrote count with what is typed behind them', () => {
    expect(told(written('b1', 'One expert', ' doubted it.'), written('b2', 'The same participant', ', a woman, agreed.'))).toEqual([
      ['b2', 'The same participant, a woman'],
    ]);
  });
  it.each([
    ['another speaker', ['A female participant doubted it.', 'Another participant, from Africa, agreed.']],
    ['what fits enough people together', ['A female participant doubted it.', 'The same participant, from Africa, agreed.']],
    ['somebody of another category', ['One expert doubted it.', 'A female diplomat agreed.', 'The same diplomat agreed.']],
    ['nobody described before', ['The same expert, a speaker, agreed.']],
    ['the same thing', ['One expert doubted it.', 'The same calendar was read from the Pacific to the coast by a woman.']],
  ])('%s is free', (_name, paragraphs) => {
    expect(told(...paragraphs)).toEqual([]);
  });
  it('a heading ends what "the same" refers to', () => {
    expect(told('A female participant doubted it.', heading, 'The same expert asked for time.')).toEqual([]);
  });
});
