import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../electron/archive/archive.ts';
import type { Parsed } from '../../shared/contract/api.ts';
import { entryKinds, supportIds } from '../../shared/entry/entry.ts';
import type { FilingParagraph } from '../../shared/entry/filing.ts';
import { filing, newArchive, paragraph, tryOpen, value } from './world.ts';

const none = { query: '', kinds: [], supports: [], addressees: [], themes: [], statuses: [], sort: 'best', limit: 20, offset: 0, facets: false } as const;

function ask(archive: Archive, query: string, more: Partial<Parsed<'search.query'>> = {}) {
  return value(archive.search.query({ ...none, kinds: [], supports: [], addressees: [], themes: [], statuses: [], query, ...more }));
}
const textsOf = (answer: ReturnType<typeof ask>) => answer.results.map(({ text }) => text);

const first: FilingParagraph[] = [
  paragraph('States should strengthen their NHRIs before the next review.', {
    kind: 'recommendation',
    number: '1',
    support: 'wide-agreement',
    addressees: ['States'],
    themes: ['Institutions'],
  }),
  paragraph('The national human rights institution of Norland was praised.', { kind: 'statement', number: '2', attribution: 'one participant' }),
  paragraph('Governing well needs budgets; governance of budgets needs people.', { kind: 'conclusion', number: '3', support: 'many', contested: true }),
  paragraph('Hissène spoke of special sessions and of nationality.'),
  paragraph('Parliament must debate reprisals in the special session.', { kind: 'proposal', addressees: ['Parliament', 'States'], themes: ['Reprisals'] }),
];
const second: FilingParagraph[] = [
  paragraph('Who decides on water decides on health.', { kind: 'question' }),
  paragraph('The World Health Organization was asked to report on water.', {
    kind: 'proposal',
    addressees: ['World Health Organization'],
    themes: ['Water'],
    support: 'one',
  }),
  paragraph('National structures (SNICRS) report; a NICRS follows up.'),
];

async function filled(): Promise<{ archive: Archive; folder: string; one: string; two: string; environment: { setMs: (ms: number) => void } }> {
  const made = await newArchive();
  const one = value(made.archive.reports.file(filing(first))).report;
  const two = value(made.archive.reports.file(filing(second, { title: 'Report on health', date: '2024', dateEnd: '' }))).report;
  return { ...made, one, two };
}

describe('what a query finds', () => {
  it('[SRC-1] words, phrases, beginnings, OR, not, NEAR, diacritics, acronyms both ways', async () => {
    const { archive } = await filled();
    const total = (query: string) => ask(archive, query).total;
    expect(
      Object.fromEntries(
        ['water', 'WATER report', 'water OR parliament', 'water -health', 'report NOT water', '"special session"'].map((query) => [query, total(query)]),
      ),
    ).toEqual({
      water: 2,
      'WATER report': 1,
      'water OR parliament': 3,
      'water -health': 0,
      'report NOT water': 1,
      '"special session"': 2,
    });
    expect(['hissene', 'Hissène', 'HISSÈNE', 'nationa*', 'national*', 'rep*', 'NEAR(parliament debate, 3)', 'parliament NEAR/2 session'].map(total)).toEqual([
      1, 1, 1, 3, 3, 3, 1, 0,
    ]);
    expect(['NHRI', 'national human rights institutions', '"national human rights institution"', 'nhris'].map(total)).toEqual([2, 2, 2, 2]);
    expect(['NICRS', 'SNICRS', 'WHO', 'who', 'world health organization'].map(total)).toEqual([1, 1, 2, 1, 1]);
  });

  it('[SRC-2] nothing typed shows all, newest first; marks alone find nothing; nothing ever fails', async () => {
    const { archive } = await filled();
    expect(ask(archive, '').total).toBe(8);
    expect(ask(archive, '').results[0]?.report.title).toBe('Report on health');
    for (const odd of [
      '(',
      '"',
      "it's",
      'a AND',
      '*',
      'NEAR(',
      '%',
      'one OR',
      '-',
      '""',
      '- -',
      'NOT',
      'OR OR',
      'NEAR()',
      'text:water',
      '^water',
      '{a b}:c',
      'a + b',
      '\u0000',
      'x'.repeat(1000),
    ])
      expect(ask(archive, odd).total, odd).toBeLessThan(9);
    expect(['(', '%', '-', '*'].map((odd) => ask(archive, odd).total)).toEqual([0, 0, 0, 0]);
    expect(ask(archive, '-water').total).toBe(6);
  });

  it('[SRC-3] the snippet marks what matched; its parts are the text', async () => {
    const { archive } = await filled();
    const [hit] = ask(archive, 'reprisal*').results;
    expect(hit?.snippet).toEqual([
      { text: 'Parliament must debate ', hit: false },
      { text: 'reprisals', hit: true },
      { text: ' in the special session.', hit: false },
    ]);
    expect(ask(archive, '').results.every(({ snippet, text }) => snippet.length === 1 && snippet[0]?.text === text)).toBe(true);
    const several = ask(archive, 'the').results;
    expect(several.length).toBeGreaterThan(1);
    expect(several.map(({ snippet }) => snippet.map((part) => part.text).join(''))).toEqual(several.map(({ text }) => text));
  });

  it('[SRC-4] filters narrow, their values widen; a year stands for its days', async () => {
    const { archive, one } = await filled();
    const total = (more: Partial<Parsed<'search.query'>>) => ask(archive, '', more).total;
    expect([total({ kinds: ['proposal'] }), total({ kinds: ['proposal', 'question'] }), total({ kinds: ['text'] })]).toEqual([2, 3, 2]);
    expect([total({ supports: ['many', 'one'] }), total({ supports: ['none'] }), total({ supports: ['none', 'one'] })]).toEqual([2, 5, 6]);
    expect([total({ addressees: ['states'] }), total({ themes: ['Water', 'Reprisals'] }), total({ addressees: ['States'], themes: ['Reprisals'] })]).toEqual([
      2, 2, 1,
    ]);
    expect([total({ statuses: ['open'] }), total({ report: one }), total({ report: 'none' })]).toEqual([3, 5, 0]);
    expect([total({ from: '2023-01-16' }), total({ from: '2023-01-17' }), total({ from: '2024-06-01' }), total({ from: '2025' })]).toEqual([8, 3, 3, 0]);
    expect([total({ to: '2023' }), total({ to: '2023-01-15' }), total({ to: '2024-02' }), total({ from: '2023', to: '2023-12' })]).toEqual([5, 0, 8, 5]);
  });

  it('[SRC-5] facets count what was found; order and pages hold', async () => {
    const { archive } = await filled();
    const { facets, reports, total } = ask(archive, '', { facets: true });
    expect([reports, total]).toEqual([2, 8]);
    expect(facets?.kinds).toEqual([
      { value: 'proposal', count: 2 },
      { value: 'text', count: 2 },
      { value: 'conclusion', count: 1 },
      { value: 'question', count: 1 },
      { value: 'recommendation', count: 1 },
      { value: 'statement', count: 1 },
    ]);
    expect(facets?.addressees).toEqual([
      { value: 'States', count: 2 },
      { value: 'Parliament', count: 1 },
      { value: 'World Health Organization', count: 1 },
    ]);
    expect(facets?.statuses).toEqual([{ value: 'open', count: 3 }]);
    expect(ask(archive, 'water', { facets: true }).facets?.themes).toEqual([{ value: 'Water', count: 1 }]);
    expect(ask(archive, 'zzzz', { facets: true }).facets?.kinds).toEqual([]);
    const newest = textsOf(ask(archive, '', { sort: 'newest' }));
    expect(textsOf(ask(archive, '', { sort: 'oldest' }))).toEqual([...newest].reverse());
    expect([...textsOf(ask(archive, '', { sort: 'newest', limit: 3 })), ...textsOf(ask(archive, '', { sort: 'newest', limit: 5, offset: 3 }))]).toEqual(newest);
    expect(textsOf(ask(archive, 'budgets governance'))[0]).toContain('Governing well');
  });

  it('[SRC-6] a word that nobody wrote is answered with the nearest one that somebody did', async () => {
    const { archive } = await filled();
    expect(ask(archive, 'parlaiment').didYouMean).toBe('parliament');
    expect(ask(archive, '"speical session"').didYouMean).toBe('"special session"');
    expect([ask(archive, 'water').didYouMean, ask(archive, 'qqqqqqq').didYouMean]).toEqual([null, null]);
  });

  it('[SRC-7] the house’s own acronyms are found beside the shipped ones', async () => {
    const { archive } = await filled();
    expect(ask(archive, 'WDH').total).toBe(0);
    value(archive.settings.set('search.acronyms', [{ forms: ['water decides on health', 'decides on health'], acronyms: ['WDH'] }]));
    expect(ask(archive, 'WDH').total).toBe(1);
    expect(ask(archive, 'NHRI').total).toBe(2);
  });
});

describe('against counting by hand', () => {
  it('[SRC-8] totals, facets, order and pages of random filters equal what a walk over all entries gives', async () => {
    const { archive } = await newArchive();
    const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
    const words = ['water', 'ports', 'budgets', 'borders', 'treaties'];
    for (let report = 0; report < 6; report++) {
      const paragraphs = Array.from({ length: 30 }, (_, n) =>
        paragraph(`${pick(words, n)} and ${pick(words, n * n + report)} in paragraph ${report}.${n}`, {
          kind: pick([...entryKinds, 'text' as const], n * 7 + report),
          support: n % 3 === 0 ? pick(supportIds, n + report) : null,
          addressees: n % 2 === 0 ? [pick(['States', 'Council', 'Parliament'], n)] : [],
          themes: [pick(['Law', 'Money'], n + report)],
        }),
      );
      value(archive.reports.file(filing(paragraphs, { title: `R${report}`, date: pick(['2021', '2022-03', '2023-01-16', '2022-03-09'], report) })));
    }
    value(archive.reports.trash(value(archive.reports.list(1))[0]?.id ?? ''));
    const all = ask(archive, '', { limit: 1000, sort: 'newest' }).results;
    expect(all).toHaveLength(150);
    const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
    const filters = fc.record({
      word: fc.constantFrom('', ...words),
      kinds: some([...entryKinds, 'text' as const]),
      supports: some([...supportIds, 'none' as const]),
      addressees: some(['States', 'Council', 'Parliament']),
      themes: some(['Law', 'Money']),
      from: fc.constantFrom(undefined, '2022', '2022-03-05', '2023'),
      sort: fc.constantFrom('newest' as const, 'oldest' as const),
      offset: fc.nat(20),
    });
    const has = <T>(wanted: readonly T[], values: readonly T[]) => wanted.length === 0 || wanted.some((one) => values.includes(one));
    const low = (date: string) => Number(date.replaceAll('-', '').padEnd(8, '0'));
    fc.assert(
      fc.property(filters, ({ word, offset, ...more }) => {
        const expected = all.filter(
          (hit) =>
            (word === '' || hit.text.includes(word)) &&
            has(more.kinds, [hit.kind]) &&
            has(more.supports, [hit.support ?? 'none']) &&
            has(more.addressees, hit.addressees) &&
            has(more.themes, hit.themes) &&
            (more.from === undefined || Number(hit.report.date.replaceAll('-', '').padEnd(8, '9')) >= low(more.from)),
        );
        if (more.sort === 'oldest') expected.reverse();
        const answer = ask(archive, word, { ...more, offset, limit: 7, facets: true });
        expect([answer.total, answer.reports]).toEqual([expected.length, new Set(expected.map(({ report }) => report.id)).size]);
        expect(answer.results.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 7).map(({ id }) => id));
        const counts = (facet: { value: string; count: number }[] | undefined) =>
          Object.fromEntries((facet ?? []).map(({ value: name, count }) => [name, count]));
        const tally = (names: readonly string[]) => {
          const sums: Record<string, number> = {};
          for (const name of names) sums[name] = (sums[name] ?? 0) + 1;
          return sums;
        };
        expect(counts(answer.facets?.kinds)).toEqual(tally(expected.map(({ kind }) => kind)));
        expect(counts(answer.facets?.supports)).toEqual(tally(expected.map(({ support }) => support ?? 'none')));
        expect(counts(answer.facets?.themes)).toEqual(tally(expected.flatMap(({ themes }) => themes)));
        expect(counts(answer.facets?.addressees)).toEqual(tally(expected.flatMap(({ addressees }) => addressees)));
        const best = ask(archive, word, { ...more, sort: 'best', limit: 1000 });
        expect(best.results.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe('reports', () => {
  it('[RPT-1] the same bytes once more add nothing; its file comes back as it was', async () => {
    const { archive, one } = await filled();
    const before = value(archive.stats());
    expect(before).toEqual({
      reports: 2,
      entries: 6,
      texts: 2,
      drafts: 0,
      byKind: { conclusion: 1, proposal: 2, question: 1, recommendation: 1, statement: 1 },
    });
    expect(value(archive.reports.file(filing(first)))).toEqual({ report: one, added: false, entries: 4 });
    expect(value(archive.stats())).toEqual(before);
    const original = value(archive.reports.original(one));
    expect([original.name, Buffer.from(original.bytes).toString()]).toEqual(['water.txt', first.map(({ text }) => text).join('\n')]);
  });

  it('[RPT-2] what is in the trash is in no answer, and comes back with the same file', async () => {
    const { archive, one } = await filled();
    value(archive.reports.trash(one));
    expect([ask(archive, 'parliament').total, ask(archive, '').total, value(archive.reports.list(10)).length, value(archive.stats()).reports]).toEqual([
      0, 3, 1, 1,
    ]);
    expect(value(archive.reports.file(filing(first)))).toMatchObject({ report: one, added: true });
    expect(ask(archive, 'parliament').total).toBe(1);
    value(archive.reports.trash(one));
    value(archive.reports.untrash(one));
    expect(ask(archive, '').total).toBe(8);
  });

  it('[RPT-3] a newer edition of a draft replaces the older; entries keep id, follow-up and history by block, else by text', async () => {
    const { archive } = await newArchive();
    const edition = (paragraphs: FilingParagraph[]) => filing(paragraphs, { source: { kind: 'draft', draft: 'd1' } });
    const a = paragraph('We propose a fund.', { kind: 'proposal', block: 'b1', tally: { for: 7, against: 2 }, opposite: 1 });
    const b = paragraph('We propose no fund.', { kind: 'proposal', block: 'b2' });
    const filed = value(archive.reports.file(edition([a, b])));
    const [old] = ask(archive, 'fund -no').results;
    value(archive.entries.followUp({ id: old?.id ?? '', status: 'taken-up', on: '2026-02-01', source: 'A letter' }));
    const next = value(
      archive.reports.file(
        edition([
          { ...b, block: 'b9' },
          { ...a, text: 'We propose a large fund.', opposite: null },
        ]),
      ),
    );
    expect(next).toEqual({ report: filed.report, added: true, entries: 2 });
    const [now] = ask(archive, 'large fund').results;
    expect(now).toMatchObject({ id: old?.id, status: 'taken-up' });
    expect(value(archive.entries.get(old?.id ?? '')).history).toEqual([{ status: 'taken-up', on: '2026-02-01', source: 'A letter' }]);
    expect([ask(archive, 'fund').total, ask(archive, '', { statuses: ['taken-up'] }).total, value(archive.stats()).reports]).toEqual([2, 1, 1]);
    value(archive.verify());
  });

  it('[RPT-4] an entry shows its neighbours and its citation; a report its paragraphs in order', async () => {
    const { archive, one } = await filled();
    const [hit] = ask(archive, 'praised').results;
    const got = value(archive.entries.get(hit?.id ?? ''));
    expect(got.citation).toBe('Report on water, 16 January 2023, para 2');
    expect(got.context.map(({ number, current }) => [number, current])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
      [null, false],
      [null, false],
    ]);
    expect(value(archive.reports.get(one)).paragraphs.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
    expect(value(archive.reports.list(10)).map(({ title, entries }) => [title, entries])).toEqual([
      ['Report on health', 2],
      ['Report on water', 4],
    ]);
    const all: string[] = [];
    expect(value(archive.entries.each(({ text }) => all.push(text))).entries).toBe(6);
    expect(all).toHaveLength(6);
  });

  it('[RPT-5] a job that is stopped leaves nothing behind', async () => {
    const { archive } = await newArchive();
    const many = Array.from({ length: 1200 }, (_, n) => paragraph(`Number ${n}`, { kind: 'recommendation' }));
    const stopped = archive.reports.file(filing(many), { isCancelled: () => true });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'host/cancelled' } });
    expect([value(archive.stats()).entries, ask(archive, 'number').total, ask(archive, 'nubmer').didYouMean]).toEqual([0, 0, null]);
    const steps: number[] = [];
    value(archive.reports.file(filing(many), { onProgress: (done) => steps.push(done) }));
    expect(steps.at(-1)).toBe(1200);
  });

  it('[RPT-6] saved searches and settings are kept', async () => {
    const { archive, folder } = await filled();
    const input = { ...none, kinds: [], supports: [], addressees: [], themes: [], statuses: [], query: 'water' };
    const { id } = value(archive.search.save({ name: 'Water', input }));
    value(archive.settings.set('theme', { dark: true }));
    value(archive.close());
    const again = value(await tryOpen(folder));
    expect(value(again.search.saved())).toEqual([{ id, name: 'Water', input }]);
    expect([value(again.settings.get('theme')), value(again.settings.get('nothing'))]).toEqual([{ dark: true }, null]);
    value(again.search.forget(id));
    expect(value(again.search.saved())).toEqual([]);
  });
});
