import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFits, countPartners, fits, narrowestLevel, together } from '../../shared/people/anonymity.ts';
import { categoryIds, type Person } from '../../shared/people/person.ts';
import { type RuleId, ruleIds } from '../../shared/people/rule.ts';
import { type Mention, wordMentions } from '../../shared/people/wording.ts';

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  code: id.toUpperCase(),
  name: `Name ${id}`,
  category: 'diplomat',
  consent: 'none',
  ...more,
});
const mention = (id: string, more: Partial<Mention> = {}): Mention => ({
  person: id,
  rule: 'chatham-house',
  consent: null,
  sentenceStart: true,
  form: 'inline',
  scope: 's1',
  block: `b-${id}`,
  ...more,
});
const en = { k: 3, language: 'en-GB' };
const texts = (mentions: Mention[], people: Person[], settings = en) => wordMentions(mentions, people, settings).map((worded) => worded?.text ?? null);
const diplomats = ['a', 'b', 'c', 'd'].map((id) => person(id));
/** Ids of blocks whose wording does not vary: the narrowest noun, and "another" where it is true. */
const [b1 = '', b2 = '', b3 = '', b4 = ''] = Array.from({ length: 60 }, (_, n) => `block-${n}`).filter(
  (block) => texts([mention('b', { block: '' }), mention('a', { block })], diplomats)[1] === 'Another diplomat',
);

describe('Chatham House Rule', () => {
  it('[WRD-1] first mention and another; one in three is "participant", and "another" is sometimes left out', () => {
    const plain = [mention('a', { block: b1 }), mention('b', { block: b2 }), mention('a', { block: b3 })];
    expect(texts(plain, diplomats)).toEqual(['One diplomat', 'Another diplomat', 'Another diplomat']);
    const many = Array.from({ length: 3000 }, (_, n) => texts([mention('b', { block: b1 }), mention('a', { block: `id-${n}` })], diplomats)[1] ?? '');
    const share = (test: RegExp) => many.filter((text) => test.test(text)).length / many.length;
    expect(share(/participant$/)).toBeGreaterThan(0.3);
    expect(share(/participant$/)).toBeLessThan(0.37);
    expect(share(/^Another/)).toBeGreaterThan(0.7);
    expect(share(/^Another/)).toBeLessThan(0.8);
  });
  it('[WRD-19] which wording varies hangs on the id of the block: not on its place, and not on who speaks', () => {
    const varied = (block: string, people: string[]) => /participant|speaker/.test(texts(people.map((id, n) => mention(id, { block: n === people.length - 1 ? block : b1, scope: `s${n}` })), diplomats).at(-1) ?? ''); // biome-ignore format: one line
    for (let n = 0; n < 50; n += 1) {
      const first = varied(`id-${n}`, ['a']);
      expect([varied(`id-${n}`, ['b']), varied(`id-${n}`, ['c', 'd', 'a'])]).toEqual([first, first]);
    }
  });
  it.each([
    [3, 1, 2 / 3],
    [4, 1, 1 / 2],
    [3, 2, 1 / 3],
    [12, 1, 1 / 3],
    [5, 0, 1 / 3],
  ])('[WRD-25] %i diplomats beside %i without a category that fits: so often "participant" that k people may be meant', (many, few, share) => {
    const room = [
      ...Array.from({ length: many }, (_, n) => person(`m${n}`)),
      ...Array.from({ length: few }, (_, n) => person(`f${n}`, { category: 'un-official' })),
    ];
    const said = Array.from({ length: 4000 }, (_, n) => wordMentions([mention('m0', { block: `id-${n}` })], room, en)[0]?.text ?? '');
    expect(Math.abs(said.filter((text) => /participant$/.test(text)).length / said.length - share)).toBeLessThan(0.03);
  });
  it('[WRD-20] one who goes on after a tie is worded as somebody else may be', () => {
    const goesOn = texts([b1, b2, b3].map((block) => mention('a', { block })), diplomats); // biome-ignore format: one line
    expect(goesOn).toEqual(['One diplomat', 'The same diplomat', 'One diplomat']);
    const others = Array.from({ length: 40 }, (_, n) => texts([mention('a', { block: b1 }), mention('a', { block: b2 }), mention('b', { block: `id-${n}` })], diplomats)[2]); // biome-ignore format: one line
    expect(new Set(others)).toEqual(new Set(['One diplomat', 'Another diplomat', 'One participant', 'Another participant']));
  });
  it('[WRD-21] beside ambassadors, "diplomat" counts only those who are none', () => {
    const room = (others: number) => [...['x', 'y', 'z'].map((id) => person(id, { role: 'Ambassador' })), ...diplomats.slice(0, others)];
    const alone = wordMentions([mention('a', { block: b1 })], room(1), en)[0];
    expect(alone).toEqual({ text: 'One participant', generalised: '1 person fits “diplomat” beside those named by their office, 3 must' });
    expect(texts([mention('a', { block: b1 }), mention('x', { block: b2 })], room(3))).toEqual(['One diplomat', 'One ambassador']);
  });
  it('[WRD-2] the same person is tied to two blocks at most', () => {
    const said = texts(
      [mention('a', { block: '1' }), mention('a', { block: '1', sentenceStart: false }), mention('a', { block: '2' }), mention('a', { block: '3' })],
      diplomats,
    );
    expect(said).toEqual(['One diplomat', 'the same diplomat', 'The same diplomat', 'One diplomat']);
  });
  it('[WRD-3] "another" is never said of the person who spoke last', () => {
    const said = texts([mention('a', { block: b1 }), mention('b', { block: b2 }), mention('a', { block: b3 }), mention('b', { block: b4 })], diplomats);
    expect(said).toEqual(['One diplomat', 'Another diplomat', 'Another diplomat', 'Another diplomat']);
    for (let n = 0; n < 40; n += 1) {
      const own = [mention('a', { block: b1 }), mention('a', { block: b2 }), mention('a', { block: `id-${n}` })];
      expect(texts(own, diplomats)[2]).toMatch(/^One/);
    }
  });
  it('[WRD-4] a category that fits fewer than k is widened, with the reason', () => {
    const people = [...diplomats, person('u', { category: 'un-official' })];
    expect(wordMentions([mention('u')], people, en)).toEqual([{ text: 'One participant', generalised: '1 person fits “UN official”, 3 must' }]);
    expect(wordMentions([mention('u')], people, { ...en, k: 1 })[0]?.text).toBe('A UN official');
  });
  it('[WRD-5] an office stands when k people hold it, else the category', () => {
    const three = ['x', 'y', 'z'].map((id) => person(id, { role: 'Ambassador' }));
    expect(texts([mention('x')], [...diplomats, ...three])).toEqual(['One ambassador']);
    expect(texts([mention('x')], [...diplomats, ...three.slice(0, 2)])).toEqual(['One diplomat']);
  });
  it('[WRD-6] consent in the register does not loosen the rule; consent for the statement does', () => {
    const people = [...diplomats, person('n', { name: 'Ilse Varnholt', affiliation: 'Norland', consent: 'named' })];
    expect(texts([mention('n')], people)).toEqual(['One diplomat']);
    expect(texts([mention('n', { consent: 'named' })], people)).toEqual(['Ilse Varnholt (Norland)']);
    expect(texts([mention('n', { consent: 'affiliation' })], people)).toEqual(['A representative of Norland']);
    expect(texts([mention('n', { consent: 'named', rule: 'unattributed' })], people)).toEqual(['Participants']);
  });
  it('[WRD-7] people without category, of an unknown one, and a register smaller than k are participants', () => {
    expect(texts([mention('a')], [person('a', { category: '' })])).toEqual(['One participant']);
    expect(texts([mention('a')], [person('a', { category: 'astronaut' }), person('b', { category: 'constructor' })])).toEqual(['One participant']);
    expect(texts([mention('b')], [person('b', { category: 'constructor' })], { ...en, k: 1 })).toEqual(['One participant']);
  });
  it('[WRD-8] a person who is not in the register is null; of two with one id the first counts', () => {
    expect(texts([mention('gone')], diplomats)).toEqual([null]);
    expect(texts([mention('a', { rule: 'named' })], [person('a', { consent: 'named', name: 'First' }), person('a', { name: 'Second' })])).toEqual(['First']);
  });
  it('[WRD-9] scopes count apart', () => {
    expect(texts([mention('a', { block: b1 }), mention('b', { block: b2, scope: 's2' })], diplomats)).toEqual(['One diplomat', 'One diplomat']);
  });
});

describe('the other rules', () => {
  const norland = [person('a', { affiliation: 'Norland' }), person('b', { affiliation: 'Norland' }), person('p', { role: 'Former President of the Council' })];
  const by = (id: string, more: Partial<Mention> = {}) => mention(id, { rule: 'affiliation', form: 'lead-in', ...more });
  it('[WRD-10] affiliation: a, another, the above, the', () => {
    const list = [by('a', { block: '1' }), by('b', { block: '2' }), by('b', { block: '3' }), by('a', { block: '4' }), by('p')];
    expect(texts(list, norland)).toEqual([
      'A representative of Norland',
      'Another representative of Norland',
      'The above representative',
      'The representative of Norland',
      'The former President of the Council',
    ]);
  });
  it('[WRD-11] bodies take their article; without affiliation and office the category is left', () => {
    expect(texts([by('e'), by('x')], [person('e', { affiliation: 'Coastal Union' }), person('x')])).toEqual([
      'A representative of the Coastal Union',
      'One participant',
    ]);
  });
  it('[WRD-12] named shows what each consented to', () => {
    const people = [
      person('n', { name: 'Ilse Varnholt', role: 'Ambassador', affiliation: 'Norland', consent: 'named' }),
      person('f', { affiliation: 'Kestria', consent: 'affiliation' }),
      ...diplomats,
    ];
    const named = (id: string) => mention(id, { rule: 'named', block: b1 });
    expect(texts([named('n'), named('f'), named('a'), named('n')], people)).toEqual([
      'Ambassador Ilse Varnholt (Norland)',
      'A representative of Kestria',
      'One diplomat',
      'Ambassador Ilse Varnholt',
    ]);
  });
  it('[WRD-13] an empty name falls back to the affiliation', () => {
    expect(texts([mention('n', { consent: 'named' })], [person('n', { name: ' ', affiliation: 'Norland' })])).toEqual(['A representative of Norland']);
  });
  it('[WRD-22] what a register was pasted from leaves no line end and no control character', () => {
    const odd = [person('a', { affiliation: ' Nor\u0001\n\tland\ud800 ', name: 'Ilse\r\nVarnholt', role: 'Chair\u0085 of the Council' })];
    expect(texts([by('a', { consent: 'named' }), mention('a', { rule: 'affiliation', block: b2 })], odd)).toEqual([
      'Ilse Varnholt (Chair of the Council, Nor land\ufffd)',
      'The Chair of the Council',
    ]);
  });
  it('[WRD-14] French and Spanish, neutral and with their own words', () => {
    const list = [mention('a', { block: b1 }), mention('b', { block: b2 }), by('x')];
    const people = [...diplomats, person('x', { affiliation: 'Norland' })];
    expect(texts(list, people, { k: 3, language: 'fr' })).toEqual(['Un diplomate', 'Un autre diplomate', 'Une personne représentant Norland']);
    expect(texts(list, people, { k: 3, language: 'es-MX' })).toEqual(['Un diplomático', 'Otro diplomático', 'Una persona en representación de Norland']);
  });
});

const anyPerson = (id: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    code: fc.string({ maxLength: 5 }),
    name: fc.string({ maxLength: 12 }),
    role: fc.constantFrom('', 'Ambassador', 'Chair', 'Special Rapporteur'),
    affiliation: fc.string({ maxLength: 8 }),
    category: fc.constantFrom(...categoryIds, '', 'house'),
    region: fc.constantFrom('', 'Pacific', 'Coast'),
    gender: fc.constantFrom('female' as const, 'male' as const, 'other' as const),
    languages: fc.array(fc.constantFrom('fr', 'es'), { maxLength: 2 }),
    consent: fc.constant('none' as const),
  });
const register = fc.integer({ min: 1, max: 14 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, n) => anyPerson(`p${n}`))));
const someMentions = fc.array(fc.record({ n: fc.nat(13), rule: fc.constantFrom<RuleId>(...ruleIds), scope: fc.constantFrom('s', 't'), block: fc.nat(9) }), {
  maxLength: 20,
});
const asMentions = (list: { n: number; rule: RuleId; scope: string; block: number }[]) =>
  list.map((one) => mention(`p${one.n}`, { rule: one.rule, scope: one.scope, block: `b${one.block}` }));

describe('properties', () => {
  it('[WRD-15] names, affiliations, regions, genders and languages that are not shown change nothing', () => {
    fc.assert(
      fc.property(register, someMentions, fc.string(), (people, list, other) => {
        const hidden = asMentions(list).map((one) => ({ ...one, rule: one.rule === 'unattributed' ? one.rule : ('chatham-house' as const) }));
        const changed = people.map((one) => ({
          ...one,
          name: `${other}!`,
          affiliation: other,
          region: other,
          gender: 'other' as const,
          languages: [other],
          code: 'x',
          consent: 'named' as const,
        }));
        expect(wordMentions(hidden, changed, en)).toEqual(wordMentions(hidden, people, en));
      }),
      { numRuns: 400 },
    );
  });
  it('[WRD-16] affiliation and named rules without consent never show a name', () => {
    fc.assert(
      fc.property(register, someMentions, (people, list) => {
        const marked = people.map((one) => ({ ...one, name: 'Zqxvandrel' }));
        const open = asMentions(list).map((one) => ({ ...one, rule: one.rule === 'named' ? one.rule : ('affiliation' as const) }));
        expect(JSON.stringify(wordMentions(open, marked, en))).not.toContain('Zqxvandrel');
      }),
    );
  });
  it('[WRD-17] the level equals a brute-force count over the register', () => {
    fc.assert(
      fc.property(register, fc.integer({ min: 1, max: 6 }), (people, k) => {
        for (const one of people) {
          const level = narrowestLevel(one, people, k, 'en');
          if (level.noun === 'participant') continue;
          const same = people.filter((other) => other.category === level.noun || other.role?.toLowerCase() === level.noun);
          expect(same.length).toBeGreaterThanOrEqual(k);
          // Whoever knows the register and this program finds k people behind the noun, not only k who fit it.
          expect(people.filter((other) => narrowestLevel(other, people, k, 'en').noun === level.noun).length).toBeGreaterThanOrEqual(k);
        }
      }),
      { numRuns: 400 },
    );
  });
  it('[WRD-23] whoever is worded alike can change places through a whole text: no word of it changes, however many statements build up', () => {
    fc.assert(
      fc.property(register, someMentions, fc.integer({ min: 1, max: 4 }), fc.nat(), (people, list, k, turn) => {
        const settings = { k, language: 'en' };
        const closed = asMentions(list).map((one) => ({ ...one, rule: one.rule === 'unattributed' ? one.rule : ('chatham-house' as const) }));
        const noun = (one: Person) => narrowestLevel(one, people, k, 'en').noun;
        const alike = (one: Person) => people.filter((other) => noun(other) === noun(one));
        const next = new Map(people.map((one) => [one.id, alike(one)[(alike(one).indexOf(one) + turn) % alike(one).length]?.id ?? one.id]));
        const moved = closed.map((one) => ({ ...one, person: next.get(one.person) ?? one.person }));
        const said = (all: Mention[]) => wordMentions(all, people, settings).map((worded) => worded?.text ?? null);
        expect(said(moved)).toEqual(said(closed));
        for (const one of people) if (noun(one) !== 'participant') expect(alike(one).length).toBeGreaterThanOrEqual(k);
      }),
      { numRuns: 300 },
    );
  });
  it('[WRD-24] "the same" never ties more than two blocks, whatever the text', () => {
    fc.assert(
      fc.property(register, someMentions, (people, list) => {
        const closed = asMentions(list).map((one, n) => ({ ...one, rule: 'chatham-house' as const, scope: 's', block: `b${n}` }));
        const said = wordMentions(closed, people, en).map((worded) => worded?.text ?? '');
        for (let at = 1; at < said.length; at += 1) expect(/^The same/.test(said[at] ?? '') && /^The same/.test(said[at - 1] ?? '')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
  it('[WRD-18] combinations over statements equal trying every pair', () => {
    fc.assert(
      fc.property(register, (people) => {
        const [first, second] = [{ category: 'diplomat' }, { category: 'minister' }];
        let count = 0;
        for (const b of people) {
          if (people.some((a) => a !== b && a.category === 'diplomat' && b.category === 'minister' && a.region !== '' && a.region === b.region)) count += 1;
        }
        expect(countPartners(people, first, second, 'region')).toBe(count);
        const joint = together([{ category: 'diplomat' }, { region: 'Pacific' }, { gender: 'female' }]);
        expect(countFits(people, joint)).toBe(
          people.filter((one) => one.category === 'diplomat' && one.region === 'Pacific' && one.gender === 'female').length,
        );
        expect(people.every((one) => fits(one, {}))).toBe(true);
      }),
    );
  });
});
