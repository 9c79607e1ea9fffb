/** Check 9, the order of the seating: read from the draft's references, told without saying who. */
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCore } from '../../electron/core/core.ts';
import { examine } from '../../electron/core/examine.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Block, Section } from '../../shared/document/tree.ts';
import { checkPublication, GuardMemo } from '../../shared/guard/guard.ts';
import type { Person } from '../../shared/people/person.ts';
import type { RuleId } from '../../shared/people/rule.ts';
import { publish } from '../../shared/publication/publish.ts';
import { turnsOf } from '../../shared/publication/turns.ts';
import { library, sample } from '../library.ts';
import { lexicon } from './lexicon.ts';

const names = ['Varnholt', 'Okonkwo', 'Lindqvist', 'Quiroga', 'Marchetti', 'Bellweather', 'Ohlendorf', 'Karoui'];
const room = names.map((name, n): Person => ({ id: `p${n}`, code: `C${n}`, name, affiliation: `Land ${name}`, category: 'diplomat', consent: 'none' }));

const said = (person: number, more: Partial<Block> = {}): Block =>
  ({
    type: 'numbered',
    id: `b${person}${JSON.stringify(more).length}`,
    children: [{ type: 'speaker', person: `p${person}`, children: [{ text: '' }] }, { text: ' noted that the gauge is read daily.' }],
    ...more,
  }) as Block;
const section = (id: string, children: Section['children'], more: Partial<Section> = {}): Section => ({
  type: 'section',
  id,
  section: 'discussion',
  children,
  ...more,
});
const draftOf = (body: Section[], rule: RuleId = 'chatham-house', people: readonly Person[] = room): Draft => ({
  ...sample('conference'),
  rule,
  people: [...people],
  body,
  assets: {},
  overrides: [],
});

function findings(draft: Draft, memo?: GuardMemo) {
  const published = publish(draft, library);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  const { publication, origins } = published.value;
  const structure = { caveats: [], missingSections: [], turns: turnsOf(draft, publication.rule, origins) };
  const { block, warn } = checkPublication({ publication, people: draft.people, lexicon, origins, structure, ...(memo === undefined ? {} : { memo }) });
  return [...block, ...warn].filter((one) => one.check === 9);
}
const told = (...order: number[]) =>
  findings(
    draftOf([
      section(
        's',
        order.map((n) => said(n)),
      ),
    ]),
  ).map((one) => [one.level, one.at.block, one.quote]);

describe('[GRD-9] the order of the register', () => {
  it.each([
    ['along it', [0, 1, 2, 3]],
    ['along it, with gaps', [1, 2, 5, 7]],
    ['against it', [7, 4, 3, 0]],
  ])('%s: a warning at the first statement', (_name, order) => {
    expect(told(...order)).toEqual([['warn', said(order[0] ?? 0).id, expect.stringMatching(/^One (diplomat|participant)$/)]]);
  });
  it.each([
    ['three people', [0, 1, 2]],
    ['out of order at the end', [0, 1, 2, 4, 3]],
    ['out of order at the start', [1, 0, 2, 3, 4]],
    ['nobody', []],
  ])('%s: nothing', (_name, order) => {
    expect(told(...order)).toEqual([]);
  });
  it('somebody who comes back does not hide the order, and three who talk long are three', () => {
    const again = (n: number) => said(n, { children: [...(said(n).children as []), { text: ' Again.' }] } as Partial<Block>);
    expect(findings(draftOf([section('s', [said(0), said(1), again(0), said(2), said(3), again(1)])]))).toHaveLength(1);
    expect(findings(draftOf([section('s', [said(0), said(1), said(2), again(0), again(1), again(2)])]))).toEqual([]);
  });
  it('sections count apart; a part of a section that was told is not told again', () => {
    const two = (from: number) => [said(from), said(from + 1)];
    expect(findings(draftOf([section('s', two(0)), section('t', two(4))]))).toEqual([]);
    const nested = section('s', [section('t', [said(0), said(1), said(2), said(3)]), section('u', [said(4), said(5)])]);
    expect(findings(draftOf([nested]))).toHaveLength(1);
    const inner = section('s', [said(6), section('t', [said(0), said(1), said(2), said(3)])]);
    expect(findings(draftOf([inner])).map((one) => one.at.block)).toEqual([said(0).id]);
  });
  it('interventions, several people in one statement, and a table count as they stand', () => {
    const lead = (n: number): Block => ({ type: 'intervention', id: `i${n}`, person: `p${n}`, children: [{ text: ' asked.' }] });
    expect(findings(draftOf([section('s', [lead(0), lead(1), lead(2), lead(3)])])).map((one) => one.at.block)).toEqual(['i0']);
    const speaker = (n: number) => ({ type: 'speaker' as const, person: `p${n}`, children: [{ text: '' }] });
    const one: Block = { type: 'numbered', id: 'x', children: [0, 1, 2, 3].flatMap((n) => [speaker(n), { text: ' spoke. ' }]) };
    expect(findings(draftOf([section('s', [one])]))).toHaveLength(1);
    const cell = (n: number) => ({ type: 'row' as const, children: [{ type: 'cell' as const, children: [speaker(n)] }] });
    const table: Block = { type: 'table', id: 'x', headerRows: 0, children: [0, 1, 2, 3].map(cell) };
    expect(findings(draftOf([section('s', [table])]))).toHaveLength(1);
  });
});

describe('[GRD-9] whom it concerns', () => {
  const tour = [said(0), said(1), said(2), said(3)];
  it.each([
    ['chatham-house', 1],
    ['unattributed', 1],
    ['affiliation', 0],
    ['named', 0],
  ] as const)('under %s', (rule, count) => {
    expect(findings(draftOf([section('s', tour)], rule))).toHaveLength(count);
  });
  it('a section may be stricter than the draft', () => {
    expect(findings(draftOf([section('s', tour, { rule: 'unattributed' })], 'affiliation'))).toHaveLength(1);
    expect(findings(draftOf([section('s', tour, { rule: 'named' })]))).toHaveLength(1);
  });
  it('who let this statement carry the name does not count, nor what is withheld', () => {
    const open = said(3, { children: [{ type: 'speaker', person: 'p3', consent: 'named', children: [{ text: '' }] }, { text: ' spoke.' }] } as Partial<Block>);
    expect(findings(draftOf([section('s', [said(0), said(1), said(2), open])]))).toEqual([]);
    expect(findings(draftOf([section('s', [said(0), said(1), said(2), said(3, { withheld: true })])]))).toEqual([]);
    expect(findings(draftOf([section('s', [said(1, { withheld: true }), said(0), said(2), said(3), said(4)])]))).toHaveLength(1);
  });
  it('says why and how to mend, never who; with a memo it says the same', () => {
    const draft = draftOf([section('s', tour)]);
    const [found] = findings(draft);
    expect(found?.reason).toMatch(/^The speakers of this section stand in the order of the register: .*order the statements by subject\.$/);
    for (const { name, code, id } of room) for (const word of [name, code, id]) expect(JSON.stringify(found)).not.toContain(`${word}"`);
    const memo = new GuardMemo();
    expect(findings(draft, memo)).toEqual(findings(draft, memo));
  });
});

it('[GRD-9] equal to a brute-force look at first words; other names change nothing, another seating may', () => {
  const orders = fc.array(fc.nat(7), { maxLength: 9 });
  const renamed = room.map((person, n) => ({ ...person, name: `Zq${'x'.repeat(n + 1)}vandrel`, code: `z${n}`, affiliation: `Qv${n}` }));
  fc.assert(
    fc.property(orders, (list) => {
      const blocks = list.map((n, at) => said(n, { id: `at${at}` } as Partial<Block>));
      const body = blocks.length === 0 ? [] : [section('s', blocks)];
      const firsts = list.filter((n, at) => list.indexOf(n) === at);
      const sorted = firsts.toSorted((a, b) => a - b).join();
      const expected = firsts.length >= 4 && [firsts.join(), firsts.toReversed().join()].includes(sorted);
      const found = findings(draftOf(body));
      expect(found).toHaveLength(expected ? 1 : 0);
      expect(findings(draftOf(body, 'chatham-house', renamed))).toEqual(found);
      const along = firsts.flatMap((n) => room.filter(({ id }) => id === `p${n}`));
      const seated = [...along, ...room.filter((person) => !along.includes(person))];
      expect(findings(draftOf(body, 'chatham-house', seated))).toHaveLength(firsts.length >= 4 ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

it('[GRD-9] the core tells the guard who has the floor: a tour of the table, and the same people out of order', () => {
  const core = createCore({ owner: 'test', sampleFolder: tmpdir() });
  const told = (...order: number[]) => {
    const blocks = order.map((n) => said(n));
    const examined = examine(core, draftOf([section('s', blocks)]));
    if (!examined.ok) throw new Error(JSON.stringify(examined.error));
    return examined.value.findings.warn.filter((one) => one.check === 9).map((one) => one.at.block);
  };
  expect(told(0, 1, 2, 3)).toEqual([said(0).id]);
  expect(told(0, 2, 1, 3)).toEqual([]);
});
