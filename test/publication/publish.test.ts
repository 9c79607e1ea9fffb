import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/document/draft.ts';
import type { Block, Inline } from '../../shared/document/tree.ts';
import { filedParagraphs } from '../../shared/entry/from-publication.ts';
import { runText } from '../../shared/publication/inlines.ts';
import { Publication } from '../../shared/publication/publication.ts';
import { publish } from '../../shared/publication/publish.ts';
import { instantiate } from '../../shared/template/instantiate.ts';
import { library, sample } from '../library.ts';

const conference = (blocks: Block[], more: Partial<Draft> = {}): Draft => {
  const template = library.templates.get('conference');
  if (template === undefined) throw new Error('no conference template');
  let n = 0;
  const draft = instantiate(template, () => `new-${n++}`);
  return { ...draft, fields: { title: 'Gauges' }, body: [{ type: 'section', id: 's', section: 'discussion', children: blocks }], ...more };
};
const issued = (draft: Draft) => {
  const published = publish(draft, library);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  return published.value.publication;
};
const numbered = (id: string, ...children: Inline[]): Block => ({ type: 'numbered', id, children });
const lines = (publication: Publication) =>
  publication.body.map((block) => ('content' in block ? `${'label' in block ? `${block.label} ` : ''}${runText(block.content)}` : block.type));

describe('publish', () => {
  it.each([...library.templates.keys()])('[PUB-5] the sample of %s publishes to a valid Publication, the same each time', (id) => {
    const [a, b] = [issued(sample(id)), issued(sample(id))];
    expect(Publication.parse(a)).toEqual(a);
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });

  it('[PUB-6] references follow an edit: above, below, sub-items, what this audience does not get', () => {
    const ref = (target: string): Inline => ({ type: 'cross-ref', target, children: [{ text: '' }] });
    const draft = conference([
      numbered('a', { text: 'See ' }, ref('b')),
      { ...numbered('x', { text: 'gone' }), withheld: true },
      numbered('b', { text: 'See ' }, ref('a'), { text: ' and ' }, ref('x'), { text: ' and ' }, ref('i')),
      { type: 'subitem', id: 'i', level: 1, children: [{ text: 'item' }] },
    ]);
    expect(lines(issued(draft))).toEqual(['1. See para 2 below', '2. See para 1 above and a part not included here and para 2.i below', 'i. item']);
  });

  it('[PUB-7] blank blocks leave no number; split runs leave no trace', () => {
    const whole = conference([numbered('a', { text: 'one two' }), numbered('e', { text: '  ' }), numbered('b', { text: 'three' })]);
    const split = conference([numbered('a', { text: 'one ' }, { text: '' }, { text: 'two' }), numbered('b', { text: 'three' })]);
    expect(issued(whole)).toEqual(issued(split));
    expect(lines(issued(whole))).toEqual(['1. one two', '2. three']);
  });

  it('[PUB-8] control characters and lone surrogates never reach a format', () => {
    expect(lines(issued(conference([numbered('a', { text: 'a\u0000b\ud800c\u001fd' })])))).toEqual(['1. ab\ufffdcd']);
  });

  it('[PUB-13] a mark that turns letters over is no way round the guard', () => {
    expect(lines(issued(conference([numbered('a', { text: 'As \u202edleirrav\u202c put it' })])))).toEqual(['1. As dleirrav\u202c put it']);
  });

  it('[PUB-21] opposite positions are paired from both sides, whichever names the other; a withheld one leaves no trace', () => {
    const entry = (id: string, opposite?: string): Block => ({
      ...numbered(id, { text: `Point ${id}` }),
      entry: { kind: 'proposal', ...(opposite === undefined ? {} : { opposite }) },
    });
    const across = (draft: Draft) => issued(draft).body.map((block) => block.entry?.opposite);
    expect(across(conference([entry('a', 'b'), entry('b'), entry('c', 'gone'), entry('d', 'd')]))).toEqual(['b2', 'b1', undefined, undefined]);
    const [withheld, never] = [[entry('a', 'x'), { ...entry('x'), withheld: true as const }], [entry('a')]];
    expect(issued(conference(withheld))).toEqual(issued(conference(never)));
  });

  it('[PUB-9] a reference to a person who is gone is an error with its place', () => {
    const draft = conference([numbered('a', { type: 'speaker', person: 'nobody', children: [{ text: '' }] })]);
    expect(publish(draft, library)).toMatchObject({ ok: false, error: { code: 'draft/unknown-person', detail: { at: 'a' } } });
  });

  it('[PUB-10] a section may be stricter than the draft, never looser', () => {
    const person = {
      id: 'p',
      code: 'p',
      name: 'Aveline Tarrowby',
      role: 'Ambassador',
      affiliation: 'Norland',
      category: 'diplomat',
      consent: 'named' as const,
    };
    const speaker: Inline = { type: 'speaker', person: 'p', children: [{ text: '' }] };
    const body = (rule: 'named' | 'unattributed', outer: 'named' | 'unattributed') =>
      conference([], {
        rule: outer,
        people: [person],
        body: [{ type: 'section', id: 's', section: 'discussion', rule, children: [numbered('a', speaker, { text: ' spoke.' })] }],
      });
    expect(JSON.stringify(issued(body('unattributed', 'named')))).not.toContain('Tarrowby');
    expect(JSON.stringify(issued(body('named', 'unattributed')))).not.toContain('Tarrowby');
    expect(JSON.stringify(issued(body('named', 'named')))).toContain('Tarrowby');
  });

  it('[PUB-11] an audience’s ceiling that the draft’s own scheme does not have lets no marked part through', () => {
    const marked = (scheme: string, portion: string): Draft => ({
      ...sample('briefing'),
      marking: { scheme, level: portion, caveats: [] },
      body: [
        {
          type: 'section',
          id: 's',
          section: 'bottom-line',
          children: [
            { type: 'paragraph', id: 'open', children: [{ text: 'The gauge is read daily.' }] },
            { type: 'paragraph', id: 'held', portion, children: [{ text: 'The tarn is dry.' }] },
          ],
        },
      ],
      audience: 'open',
    });
    for (const [scheme, portion] of [
      ['tlp', 'red'],
      ['tlp', 'clear'],
      ['un', 'confidential'],
    ] as const)
      expect(lines(issued(marked(scheme, portion)))).toEqual(['The gauge is read daily.']);
    expect(lines(issued(marked('un', 'unclassified')))).toHaveLength(2);
  });

  it.each([...library.templates.keys()])('[PUB-14] %s: ids of blocks and sections stand in no Publication, since wordings vary by them', (id) => {
    const draft = sample(id);
    const ids = new Map<unknown, string>();
    JSON.stringify(draft.body, (key, value: unknown) => {
      if (key === 'id') ids.set(value, `zqid${ids.size}x`);
      return value;
    });
    const body = JSON.parse(JSON.stringify(draft.body), (_key, value: unknown) => ids.get(value) ?? value) as Draft['body'];
    expect(ids.size).toBeGreaterThan(5);
    expect(JSON.stringify(body)).toContain('zqid5x');
    expect(JSON.stringify(issued({ ...draft, body }))).not.toMatch(/zqid/);
  });

  it('[PUB-12] entries: number, section, kind; headings, margin quotes and tallies stay out', () => {
    const block: Block = {
      ...numbered('a', { text: 'States should reply.' }),
      entry: { kind: 'recommendation', support: 'most', tally: { for: 9, against: 1 } },
    };
    const draft = conference([
      { type: 'heading', id: 'h', level: 1, children: [{ text: 'Discussion' }] },
      block,
      { type: 'subitem', id: 'i', level: 1, children: [{ text: 'within a month' }] },
    ]);
    const filed = filedParagraphs(issued(draft));
    expect(filed.map(({ number, section }) => [number, section])).toEqual([
      ['1', ['Discussion']],
      ['1.i', ['Discussion']],
    ]);
    expect(filed[0]?.entry).toMatchObject({ kind: 'recommendation', support: 'most', number: '1' });
    expect(JSON.stringify(issued(draft))).not.toContain('tally');
  });
});
