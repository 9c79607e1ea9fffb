import { expect, it } from 'vitest';
import { draft, filing, newArchive, paragraph, tryOpen, typing, value } from './world.ts';

it('goes round', async () => {
  const { archive, folder } = await newArchive();
  const { id } = value(archive.drafts.create(draft()));
  expect(value(archive.drafts.open(id)).draft).toEqual(draft());
  const done = value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'Hello ') }));
  expect(done.sequence).toBe(1);
  console.log(
    value(
      archive.reports.file(
        filing([paragraph('Member States should strengthen NHRIs.', { kind: 'recommendation', addressees: ['Member States'] }), paragraph('Plain text')]),
      ),
    ),
  );
  const input = {
    query: 'national human rights institutions',
    kinds: [],
    supports: [],
    addressees: [],
    themes: [],
    statuses: [],
    sort: 'best' as const,
    limit: 20,
    offset: 0,
    facets: true,
  };
  console.log(JSON.stringify(value(archive.search.query(input)), null, 1));
  console.log(value(archive.verify()), value(archive.stats()));
  console.log(value(archive.backups.make('asked')));
  value(archive.close());
  const again = value(await tryOpen(folder));
  expect(value(again.drafts.open(id)).draft.body[0]?.children[0]).toMatchObject({ children: [{ text: 'Hello The meeting began with the budget.' }] });
});
