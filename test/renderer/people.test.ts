/** The register as the People panel shows it: what is wrong with an entry, where the text refers to somebody, codes, patches. */
import { describe, expect, it } from 'vitest';
import { consentCounts, faultsOf, isEmpty, nextCode, referencesTo, withPatch } from '../../renderer/draft/model/people.ts';
import type { Body } from '../../shared/document/tree.ts';
import type { Person } from '../../shared/people/person.ts';
import { sample } from '../library.ts';

const person = (id: string, patch: Partial<Person> = {}): Person => ({
  id,
  code: id.toUpperCase(),
  name: `Oda ${id}rannick`,
  category: 'expert',
  consent: 'none',
  ...patch,
});
const leaf = { text: '' };
const speaker = (id: string, consent?: 'affiliation' | 'named') => ({
  type: 'speaker' as const,
  person: id,
  ...(consent ? { consent } : {}),
  children: [leaf],
});
const body: Body = [
  {
    type: 'section',
    id: 's1',
    section: 'any',
    children: [
      { type: 'paragraph', id: 'b1', children: [leaf, speaker('a'), { text: ' and ' }, speaker('b', 'named'), leaf] },
      {
        type: 'section',
        id: 's2',
        section: 'inner',
        children: [{ type: 'intervention', id: 'b2', person: 'a', consent: 'affiliation', children: [{ text: ' with ' }, speaker('a'), leaf] }],
      },
    ],
  },
];

describe('what is wrong with an entry', () => {
  it.each([
    ['no name', person('x', { name: ' ' }), /Without a name/],
    ['a name of one letter', person('x', { name: 'Q.' }), /one letter/],
    ['no category', person('x', { category: '' }), /Without a category/],
    ['a code used before, in other capitals', person('x', { code: 'a' }), /code a is used more than once/],
    ['a name used before, with other accents', person('x', { name: 'Óda  ARANNICK' }), /more than once/],
  ])('[PPL-1] %s is told, at this entry only', (_, wrong, sentence) => {
    const faults = faultsOf([person('a'), wrong]);
    expect([...faults.keys()]).toEqual(['x']);
    expect(faults.get('x')).toMatch(sentence);
  });

  it('[PPL-2] several faults are told together; nothing is said of a sound register, nor of empty codes', () => {
    expect(faultsOf([person('a', { name: '', category: '' })]).get('a')).toMatch(/name.*category/s);
    expect(faultsOf([person('a', { code: '' }), person('b', { code: '' })]).size).toBe(0);
    expect(faultsOf(sample('dialogues').people).size).toBe(0);
  });
});

describe('where the text refers to somebody', () => {
  it('[PPL-3] speakers and lead-ins in the order of the text, each with its section, its place in the block and its consent', () => {
    expect(referencesTo(body, 'a').map(({ block, section, nth, consent }) => [block.id, section?.id, nth, consent])).toEqual([
      ['b1', 's1', 0, null],
      ['b2', 's2', null, 'affiliation'],
      ['b2', 's2', 0, null],
    ]);
    expect(referencesTo(body, 'b').map(({ nth, consent }) => [nth, consent])).toEqual([[1, 'named']]);
    expect(referencesTo(body, 'nobody')).toEqual([]);
  });

  it('[PPL-4] consents of single statements are counted by person', () => {
    expect([...consentCounts(body)]).toEqual([
      ['b', 1],
      ['a', 1],
    ]);
  });
});

describe('small steps', () => {
  it('[PPL-5] the next code is the first that is free, after Z come two letters', () => {
    expect([nextCode([]), nextCode([person('a'), person('x', { code: 'b' })])]).toEqual(['A', 'C']);
    const all = Array.from({ length: 26 }, (_, at) => person(String(at), { code: String.fromCharCode(65 + at) }));
    expect(nextCode(all)).toBe('AA');
  });

  it('[PPL-7] an entry is empty while it says nothing but its code', () => {
    const begun = person('a', { name: ' ', category: 'other' });
    expect([isEmpty(begun), isEmpty({ ...begun, role: 'Envoy' }), isEmpty({ ...begun, category: 'expert' }), isEmpty(person('a')), isEmpty(undefined)]).toEqual(
      [true, false, false, false, false],
    );
  });

  it('[PPL-6] an optional part that is emptied leaves the file; name, code and category stay', () => {
    expect(withPatch(person('a', { role: 'Envoy' }), { role: '', name: '', code: '' })).toEqual({ ...person('a'), name: '', code: '' });
    expect(withPatch(person('a'), { gender: undefined })).toEqual(person('a'));
  });
});
