/** Makes the golden archive of the present schema: node test/archive/make-golden.ts FOLDER. Run once before a schema ships, never again for it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createArchive, kdfFloor } from '../../electron/archive/archive.ts';
import { counted, draft, filing, paragraph, passphrase, typing, value } from './material.ts';

const target = process.argv[2] ?? '';
mkdirSync(target, { recursive: true });
const { archive } = value(
  await createArchive({ folder: join(target, 'archive'), name: 'Golden', passphrase, owner: 'golden', kdf: kdfFloor, environment: counted() }),
);
const { id } = value(archive.drafts.create(draft()));
value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'Golden: ') }));
archive.drafts.append(id, 0, { operations: typing(0, 0, 'Aside: ') });
const texts = [
  paragraph('States should strengthen their NHRIs.', {
    kind: 'recommendation',
    number: '1',
    support: 'many',
    addressees: ['States'],
    themes: ['Institutions'],
  }),
  paragraph('A national human rights institution was praised by Hissène.', { kind: 'statement', number: '2' }),
  paragraph('Text that is no entry.'),
];
value(archive.reports.file(filing(texts)));
const input = { query: 'NHRI', kinds: [], supports: [], addressees: [], themes: [], statuses: [], sort: 'best', limit: 20, offset: 0, facets: true } as const;
const ask = () => value(archive.search.query({ ...input, kinds: [], supports: [], addressees: [], themes: [], statuses: [] }));
const hit = ask().results[0]?.id ?? '';
value(archive.entries.followUp({ id: hit, status: 'partly', on: '2026-03-01', source: 'A letter' }));
value(archive.search.save({ name: 'Institutions', input: { ...input, kinds: [], supports: [], addressees: [], themes: [], statuses: [] } }));
value(archive.backups.make('golden'));
const expected = {
  name: archive.name,
  draft: value(archive.drafts.open(id)).draft,
  asides: 1,
  stats: value(archive.stats()),
  texts: ask().results.map(({ text }) => text),
  history: value(archive.entries.get(hit)).history,
  saved: ['Institutions'],
  backups: true,
};
value(archive.close());
writeFileSync(join(target, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`);
