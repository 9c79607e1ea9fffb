/** The heart of the suite: what the rule hides has no effect on what is issued (GUARD: "Non-interference"). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, inlinesOf, isSection } from '../../shared/document/text.ts';
import type { Section } from '../../shared/document/tree.ts';
import type { Person } from '../../shared/people/person.ts';
import { publish } from '../../shared/publication/publish.ts';
import { library } from '../library.ts';
import { draft } from './random-draft.ts';

const numRuns = process.env['RAPPORTEUR_LONG'] === undefined ? 2000 : 10_000;
const issued = (value: Draft) => {
  const published = publish(value, library);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return published.value.publication;
};

/** Whether some statement or the register lets more of this person be shown than the rule itself. */
function consents(value: Draft, person: Person): boolean {
  if (person.consent !== 'none') return true;
  return [...blocksOf(value.body)].some(
    ({ block }) =>
      (block.type === 'intervention' && block.person === person.id && block.consent !== undefined) ||
      inlinesOf(block).some((inline) => 'type' in inline && inline.type === 'speaker' && inline.person === person.id && inline.consent !== undefined),
  );
}

/** Fresh words of other lengths for everything that no rule may show of a person without consent. */
function renamed(value: Draft): Draft {
  const people = value.people.map((person, at) => {
    if (consents(value, person)) return person;
    const hidden = {
      ...person,
      name: `Zq${'x'.repeat(at + 1)}vandrel Okp${at}`,
      code: `z${at}`,
      aliases: [`Alias${at}`],
      notes: ['other notes'],
      languages: ['xx'],
      gender: 'other' as const,
      remarks: ['other'],
    };
    return value.rule === 'chatham-house' || value.rule === 'unattributed'
      ? { ...hidden, affiliation: `Qv${'w'.repeat(at)}strand`, role: `Office ${at}` }
      : hidden;
  });
  return { ...value, people };
}

function withheldChanged(section: Section): Section {
  const children = section.children.map((child) => {
    if (isSection(child)) return withheldChanged(child);
    const hidden = section.withheld === true || child.withheld === true;
    return hidden && child.type !== 'table' && child.type !== 'fixed-text' ? { ...child, children: [{ text: 'Something else altogether.' }] } : child;
  });
  return { ...section, children };
}

describe('non-interference', () => {
  it('[PUB-1] other names, codes, notes and hidden facts: the same Publication', () => {
    fc.assert(
      fc.property(draft, (value) => {
        expect(issued(renamed(value))).toEqual(issued(value));
      }),
      { numRuns },
    );
  });

  it('[PUB-2] other words in withheld parts: the same Publication', () => {
    fc.assert(
      fc.property(draft, (value) => {
        expect(issued({ ...value, body: value.body.map(withheldChanged) })).toEqual(issued(value));
      }),
      { numRuns },
    );
  });

  it('[PUB-3] no name of a person without consent stands in a Publication, under any rule', () => {
    fc.assert(
      fc.property(draft, (value) => {
        const text = JSON.stringify(issued(renamed(value)));
        for (const person of renamed(value).people) if (!consents(value, person)) expect(text).not.toContain(person.name);
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('[PUB-4] the property can fail: a name typed into the text does change the Publication', () => {
    const value = fc.sample(draft, 1)[0];
    if (value === undefined) throw new Error('no sample');
    const first = value.body[0];
    const leak = (name: string): Draft => ({
      ...value,
      body: first === undefined ? [] : [{ ...first, withheld: undefined, children: [{ type: 'paragraph', id: 'leak', children: [{ text: name }] }] }],
    });
    expect(issued(leak('Tarrowby'))).not.toEqual(issued(leak('Zqxvandrel')));
  });
});
