/** Random drafts for property tests: every block kind, speakers, notes, references, withheld parts, stricter sections. */
import fc from 'fast-check';
import type { Draft } from '../../shared/document/draft.ts';
import type { Block, Inline, Section } from '../../shared/document/tree.ts';
import { categoryIds, type Person } from '../../shared/people/person.ts';
import { ruleIds } from '../../shared/people/rule.ts';

const word = fc.constantFrom('water', 'gauge', 'reply', 'warning', 'river', 'silence', 'office', 'season', 'record', 'bridge', 'ferry', 'letter');
const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

/** People of a register; `salt` makes the hidden facts different without touching what the rule shows. */
export const people = fc
  .array(
    fc.record({
      category: fc.constantFrom(...categoryIds),
      region: fc.constantFrom('North', 'South', 'Isles'),
      gender: fc.constantFrom('female' as const, 'male' as const),
      consent: fc.constantFrom('none' as const, 'none' as const, 'affiliation' as const, 'named' as const),
    }),
    { minLength: 4, maxLength: 14 },
  )
  .map((facts) =>
    facts.map(
      (fact, at): Person => ({ id: `person-${at}`, code: `c${at}`, name: `Aveline Tarrowby${at}`, role: 'Envoy', affiliation: `Land${at % 4}`, ...fact }),
    ),
  );

const inline = (peopleCount: number): fc.Arbitrary<Inline[]> =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: phrase.map((text): Inline => ({ text: ` ${text}. ` })) },
      {
        weight: 2,
        arbitrary: fc
          .record({ at: fc.nat(peopleCount - 1), consent: fc.constantFrom(undefined, undefined, 'named' as const) })
          .map(
            ({ at, consent }): Inline => ({ type: 'speaker', person: `person-${at}`, ...(consent === undefined ? {} : { consent }), children: [{ text: '' }] }),
          ),
      },
      { weight: 1, arbitrary: fc.tuple(fc.uuid(), phrase).map(([id, text]): Inline => ({ type: 'footnote', id: `n-${id}`, children: [{ text }] })) },
      { weight: 1, arbitrary: phrase.map((text): Inline => ({ type: 'link', url: 'https://example.org/', children: [{ text }] })) },
    ),
    { minLength: 1, maxLength: 5 },
  );

const block = (peopleCount: number): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.uuid(),
      fc.constantFrom('numbered', 'subitem', 'bullet', 'paragraph', 'question', 'quote', 'intervention'),
      inline(peopleCount),
      fc.nat(peopleCount - 1),
      fc.boolean(),
    )
    .map(([id, type, children, at, hidden]) => {
      const common = { id: `b-${id}`, children, ...(hidden && at % 5 === 0 ? { withheld: true as const } : {}) };
      if (type === 'subitem' || type === 'bullet') return { type, level: 1, ...common };
      if (type === 'intervention') return { type, person: `person-${at}`, ...common };
      return { type, ...common } as Block;
    });

const section = (peopleCount: number): fc.Arbitrary<Section> =>
  fc
    .tuple(
      fc.uuid(),
      fc.array(block(peopleCount), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(undefined, undefined, 'unattributed' as const),
      fc.integer({ min: 0, max: 9 }),
    )
    .map(([id, blocks, rule, dice]) => ({
      type: 'section',
      id: `s-${id}`,
      section: 'discussion',
      ...(rule === undefined ? {} : { rule }),
      ...(dice === 0 ? { withheld: true as const } : {}),
      children: [{ type: 'heading', id: `h-${id}`, level: 1, children: [{ text: 'Discussion' }] }, ...blocks],
    }));

/** A draft on the conference form, under any rule. */
export const draft: fc.Arbitrary<Draft> = people.chain((register) =>
  fc.tuple(fc.array(section(register.length), { minLength: 1, maxLength: 4 }), fc.constantFrom(...ruleIds)).map(
    ([body, rule]): Draft => ({
      format: 'rapporteur/draft',
      version: 1,
      template: 'conference',
      language: 'en-GB',
      fields: { title: 'Early warning in shared river basins' },
      rule,
      marking: { scheme: 'un', level: 'unclassified', caveats: [] },
      audience: 'public',
      people: register,
      body,
      assets: {},
      k: 3,
      overrides: [],
    }),
  ),
);
