/** Registers as nobody would wish them: each is issued whole, or refused with a code; never a crash, never a name in a file. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf } from '../../shared/document/text.ts';
import type { Block } from '../../shared/document/tree.ts';
import type { Person } from '../../shared/people/person.ts';
import type { RuleId } from '../../shared/people/rule.ts';
import { publish } from '../../shared/publication/publish.ts';
import { library, sample } from '../library.ts';
import { issue } from './make.ts';
import { everyStream } from './streams.ts';

const speaks = (person: string, consent?: 'named' | 'affiliation'): Block => ({
  type: 'numbered',
  id: `said-${person}`,
  children: [
    { type: 'speaker', person, ...(consent === undefined ? {} : { consent }), children: [{ text: '' }] },
    { text: ' noted that the gauge is read daily.' },
  ],
});
const draftOf = (people: Person[], rule: RuleId, blocks: Block[]): Draft => ({
  ...sample('conference'),
  rule,
  people,
  overrides: [],
  assets: {},
  body: [{ type: 'section', id: 's', section: 'discussion', children: blocks }],
});
const person = (n: number, more: Partial<Person>): Person => ({
  id: `p${n}`,
  code: `K${n}`,
  name: `Branka Tarrowmere${'x'.repeat(n % 7)}`,
  affiliation: 'Norland',
  category: 'diplomat',
  consent: 'none',
  ...more,
});
const textOf = (files: Map<string, Uint8Array>, ending: string) => Buffer.from([...files].find(([name]) => name.endsWith(ending))?.[1] ?? []).toString('utf8');

describe('[LEAK-6] what the rule writes from a register', () => {
  it.each([
    ['control characters', 'Nor\u0001\u0000\nland', 'Nor land'],
    ['markup of every format', '<b>&amp; #set page() *x* [y](https://example.org) $1 $& \\u{41}', '#set page()'],
    ['regular expressions', '(.*)+ [a-z]{9} ^$ \\d | ?', '(.*)+ [a-z]{9}'],
    ['200 characters', 'N'.repeat(200), 'N'.repeat(200)],
    ['one word of 200 characters and a space', `${'Nor'.repeat(66)} x`, 'NorNorNor'],
  ])('%s', async (_name, affiliation, shown) => {
    const people = [person(0, { affiliation }), person(1, {})];
    const files = await issue(draftOf(people, 'affiliation', [speaks('p0'), speaks('p1')]));
    expect(files.size).toBe(7);
    expect(textOf(files, '.txt').replace(/\s+/g, ' ')).toContain(shown);
  });
  it.each([
    ['Cyrillic', 'Норландия'],
    ['Half', 'Nor\ud800land'],
    ['Arabic', 'نورلاند'],
    ['Chinese', '诺兰'],
    ['Thai', 'นอร์แลนด์'],
    ['Devanagari', 'नॉरलैंड'],
  ])('%s letters are set, or refused with a code that says what to do', async (_name, affiliation) => {
    const issued = await issue(draftOf([person(0, { affiliation })], 'affiliation', [speaks('p0')])).catch((error: Error) => error);
    if (issued instanceof Error) expect(issued.message).toMatch(/"code":"export\/[a-z-]+"/);
    else expect(textOf(issued, '.txt')).toContain(affiliation.toWellFormed());
  });
});

it('[LEAK-7] 500 people, 40 of whom speak: no name, affiliation or code in any stream', { timeout: 60_000 }, async () => {
  const letters = (n: number) => n.toString(26).replace(/[0-9]/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
  const people = Array.from({ length: 500 }, (_, n) =>
    person(n, {
      name: `Vor${letters(n)}wick Zq${letters(n)}vandrel`,
      affiliation: `Qv${letters(n)}strand`,
      code: `ZK${n}`,
      category: n % 9 === 0 ? '' : 'diplomat',
    }),
  );
  const files = await issue(
    draftOf(
      people,
      'chatham-house',
      Array.from({ length: 40 }, (_, n) => speaks(`p${n * 7}`)),
    ),
  );
  for (const [name, bytes] of files) {
    const streams = everyStream(bytes);
    for (const { name: own, affiliation = '', code } of people) for (const word of [own.split(' ')[1] ?? '', affiliation, `${code} `]) expect(streams.includes(word), `${name} holds ${word}`).toBe(false); // biome-ignore format: one line
  }
});

describe('[LEAK-8] the rule as a switch', () => {
  const value = sample('dialogues');
  const publication = (draft: Draft) => {
    const published = publish(draft, library);
    if (!published.ok) throw new Error(published.error.code);
    return published.value.publication;
  };
  it('there and back again is the same Publication; no rule leaves a trace in the next', () => {
    const first = publication(value);
    for (const rule of ['named', 'unattributed', 'affiliation', 'chatham-house'] as const) publication({ ...value, rule });
    expect(publication({ ...value })).toEqual(first);
  });
  it('consent for one statement shows that statement only, whatever follows and wherever it moves', () => {
    const people = [person(0, { name: 'Ilse Varnholt' }), ...[1, 2, 3].map((n) => person(n, {}))];
    const open = { ...speaks('p0', 'named'), id: 'open' };
    const closed = [1, 2, 3].map((n) => ({ ...speaks('p0'), id: `closed-${n}` }));
    for (const blocks of [[open, ...closed], [...closed, open], [closed[0], open, closed[1], closed[2]].filter((block) => block !== undefined)]) {
      const { body } = publication(draftOf(people, 'chatham-house', blocks));
      const texts = body.map((block) => JSON.stringify('content' in block ? block.content : []));
      expect(texts.filter((text) => text.includes('Varnholt'))).toHaveLength(1);
      expect(texts[blocks.indexOf(open)]).toContain('Varnholt');
      expect(texts.filter((text) => text.includes('Norland'))).toHaveLength(1);
    }
    const strict = draftOf(people, 'chatham-house', [open]);
    const section = strict.body[0];
    if (section === undefined) throw new Error('no section');
    expect(JSON.stringify(publication({ ...strict, body: [{ ...section, rule: 'unattributed' }] }))).not.toContain('Varnholt');
    expect([...blocksOf(strict.body)]).toHaveLength(1);
  });
});
