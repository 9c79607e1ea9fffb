/** The main job, by command line: a report as text → draft → edited → checked → issued → filed → found → cited. Needs `npm run build`. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchHit } from '../../shared/contract/calls/search.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf } from '../../shared/document/text.ts';

const bin = join(import.meta.dirname, '../../electron/hosts/cli/rapporteur.mjs');
let folder = '';
const at = (name: string) => join(folder, name);
const key = () => ['--archive', at('archive'), '--passphrase-file', at('pass')];

function rapporteur(...args: string[]): Promise<{ code: number; json: unknown; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args, '--json'], { maxBuffer: 1 << 27 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 99;
      resolve({ code, json: stdout === '' ? null : JSON.parse(stdout), stderr });
    });
  });
}
const read = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as Draft;
const write = (name: string, draft: Draft) => writeFileSync(at(name), JSON.stringify(draft));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-job-'));
  writeFileSync(at('pass'), 'four unrelated quiet lanterns 42\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the main job', { timeout: 120_000 }, () => {
  it('[JOB-1] a report as plain text becomes an editable draft and filed entries', async () => {
    expect((await rapporteur('new', 'conference', '--sample', '--out', at('sample.json'))).code).toBe(0);
    expect((await rapporteur('export', at('sample.json'), '--to', 'txt,json', '--out', folder)).code).toBe(0);
    const text = readdirSync(folder).find((name) => name.endsWith('.txt')) ?? '';
    expect((await rapporteur('archive', 'create', ...key())).code).toBe(0);
    const imported = await rapporteur('import', at(text), '--drafts', at('drafts'), ...key());
    expect(imported.code).toBe(0);
    expect(imported.json).toEqual([expect.objectContaining({ template: 'conference', title: 'Early warning in shared river basins' })]);
    const [draft] = readdirSync(at('drafts'));
    expect((await rapporteur('validate', join(at('drafts'), draft ?? ''))).code).toBe(0);
    writeFileSync(at('draft.json'), readFileSync(join(at('drafts'), draft ?? '')));
  });

  it('[JOB-2] a person and an intervention are added in the file; the name reaches no format', async () => {
    const draft = read('draft.json');
    const person = { id: 'p1', code: 'NOR', name: 'Corvin Tarrowby', affiliation: 'Sarkland', category: 'diplomat', consent: 'none' as const };
    const body = draft.body.map((section, index) =>
      index !== draft.body.findIndex(({ section: id }) => id === 'theme')
        ? section
        : {
            ...section,
            children: [
              ...section.children,
              { type: 'intervention' as const, id: 'added', person: 'p1', children: [{ text: '' }] },
              { type: 'bullet' as const, id: 'point', level: 1, children: [{ text: 'noted that two replies had been received in eleven years.' }] },
            ],
          },
    );
    write('draft.json', { ...draft, people: [person], body });
    expect((await rapporteur('check', at('draft.json'))).code).toBe(0);
    const issued = await rapporteur('export', at('draft.json'), '--to', 'docx,pdf,txt,json', '--out', at('issued'));
    expect(issued.code, issued.stderr).toBe(0);
    for (const name of readdirSync(at('issued'))) expect(readFileSync(join(at('issued'), name)).toString('latin1')).not.toContain('Tarrowby');
    expect(
      readdirSync(at('issued'))
        .map((name) => name.split('.').pop())
        .sort(),
    ).toEqual(['docx', 'json', 'pdf', 'txt']);
  });

  it('[JOB-3] what was issued is filed; a recommendation is found; its citation stands in a dialogues draft', async () => {
    const publication = readdirSync(at('issued')).find((name) => name.endsWith('.json')) ?? '';
    expect((await rapporteur('import', join(at('issued'), publication), ...key())).code).toBe(0);
    const found = await rapporteur('search', 'designate reader', '--kind', 'recommendation', ...key());
    const [hit] = (found.json as { results: SearchHit[] }).results;
    expect(hit).toMatchObject({ kind: 'recommendation', report: { title: 'Early warning in shared river basins' } });
    expect((await rapporteur('new', 'dialogues', '--sample', '--out', at('dialogues.json'))).code).toBe(0);
    const draft = read('dialogues.json');
    const note = { type: 'footnote' as const, id: 'cite', children: [{ text: `${hit?.report.title}, ${hit?.report.date}, para ${hit?.number}.` }] };
    const [first, ...rest] = draft.body;
    if (first === undefined) throw new Error('no section');
    write('dialogues.json', {
      ...draft,
      body: [
        {
          ...first,
          children: [...first.children, { type: 'paragraph', id: 'cited', children: [{ text: `An earlier meeting had recommended: “${hit?.text}”` }, note] }],
        },
        ...rest,
      ],
    });
    expect((await rapporteur('validate', at('dialogues.json'))).code).toBe(0);
    expect([...blocksOf(read('dialogues.json').body)].some(({ block }) => block.id === 'cited')).toBe(true);
    expect((await rapporteur('export', at('dialogues.json'), '--to', 'docx,pdf', '--out', at('cited'))).code).toBe(0);
  });

  it('[JOB-4] a second import of the same files adds nothing', async () => {
    const stats = async () => (await rapporteur('archive', 'stats', ...key())).json;
    const before = await stats();
    const publication = readdirSync(at('issued')).find((name) => name.endsWith('.json')) ?? '';
    expect((await rapporteur('import', join(at('issued'), publication), ...key())).code).toBe(0);
    expect(await stats()).toEqual(before);
  });
});
