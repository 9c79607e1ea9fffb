/** A public record may say who spoke; what a headcount and a subtraction give away. */
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../shared/guard/genre.ts';
import { checkText } from '../../shared/guard/guard.ts';
import { lexicon } from './lexicon.ts';

const filler = 'The bridge over the river was repaired in spring, and the road to the harbour was widened. '.repeat(14);
const minutes = `The Harbour Committee sat in public; the sitting was streamed and a transcript was placed on the record. The Clerk opened it. ${filler} In reply to the Member for Eastbay, the Permanent Secretary said that the quay was safe.`;

const found = (text: string) => {
  const { block, warn } = checkText({ paragraphs: [{ text, label: '1' }], rule: 'chatham-house', lexicon, language: 'en' });
  return [...block, ...warn].filter((one) => one.at.region !== 'document').map((one) => one.check);
};

describe('[GRD-G] a public record', () => {
  it('is told by several strong signs', () => expect(isRecord([minutes], 'en', lexicon)).toBe(true));
  it.each([
    ['it was held under the Chatham House Rule', `${minutes} The last part was held under the Chatham House Rule.`],
    ['it was not for attribution', `${minutes} Remarks are not for attribution.`],
    ['somebody is "one participant"', `${minutes} One participant disagreed.`],
    ['part of it was informal', `${minutes} An informal discussion followed.`],
    ['one sign only', `The sitting was streamed. ${filler}`],
    ['it is short', 'The Committee sat in public; the sitting was streamed and a transcript exists. The Clerk opened it.'],
  ])('is none where %s', (_, text) => expect(isRecord([text], 'en', lexicon)).toBe(false));
  it('leaves its speakers alone, not its contacts and notes', () => {
    expect(found(minutes)).toEqual([]);
    expect(found(`${minutes} Write to q.tamm@harbour.example. [check with Quill]`)).toEqual([15, 16]);
  });
  it('without the signs the same speakers are found', () =>
    expect(found('In reply to the Member for Eastbay, the Permanent Secretary said that the quay was safe.')).toContain(3));
});

describe('[GRD-11] [GRD-14] numbers of people', () => {
  it.each([
    [11, 'Fourteen of the fifteen present would have signed.', 'Fourteen of the fifteen bridges were repaired.'],
    [11, 'Of the nine delegations, eight accepted the text.', 'Of the nine articles, eight were adopted.'],
    [11, 'The text went through eleven to two.', 'The text went through in eleven to twelve days.'],
    [11, 'Seven delegations could live with it; the eighth could not.', 'Seven chapters deal with it; the eighth could be cut.'],
    [14, 'We were nine: four from Minsk, three Finns, the rest from Riga.', 'The survey had nine questions: four on Minsk, three on Riga.'],
    [14, 'Apologies: UNDP and the Kenyan mission.', 'Sources: UNDP and the Kenyan census.'],
  ])('%i: %s', (check, leak, free) => {
    expect(found(leak)).toContain(check);
    expect(found(free)).not.toContain(check);
  });
});
