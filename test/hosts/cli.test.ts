/** The command line on real files: exit codes, JSON, what is left behind. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../electron/hosts/cli/cli.ts';
import { commands } from '../../electron/hosts/cli/commands.ts';
import type { Terminal } from '../../electron/hosts/cli/terminal.ts';

interface Said {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
  readonly json: unknown;
}

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapporteur-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function cli(args: readonly string[], answers: (string | null)[] = []): Promise<Said> {
  let out = '';
  let notes = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    note: (line) => {
      notes += `${line}\n`;
    },
    askHidden: async () => answers.shift() ?? null,
    ended: () => Promise.resolve(),
    onLine: () => {},
  };
  const code = await run(args, terminal);
  let json: unknown;
  try {
    json = JSON.parse(out);
  } catch {
    json = undefined;
  }
  return { code, out, notes, json };
}

const path = (name: string): string => join(dir, name);
const write = (name: string, text: string): string => {
  writeFileSync(path(name), text);
  return path(name);
};
const readJson = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

describe('usage', () => {
  it.each([
    [[], 2, 'usage/invalid'],
    [['nonsense'], 2, 'usage/unknown-command'],
    [['archive', 'nonsense'], 2, 'usage/unknown-command'],
    [['archive'], 2, 'usage/unknown-command'],
    [['new', 'dialogues'], 2, 'usage/invalid'],
    [['new'], 2, 'usage/invalid'],
    [['new', 'a', 'b', '--out', 'x'], 2, 'usage/invalid'],
    [['templates', '--surplus'], 2, 'usage/invalid'],
    [['search', 'x'], 2, 'usage/invalid'],
    [['search', 'x', '--archive', 'nowhere', '--limit', '0'], 2, 'usage/invalid'],
    [['search', 'x', '--archive', 'nowhere', '--kind', 'odd'], 2, 'usage/invalid'],
    [['search', 'x', '--archive', 'nowhere', '--from', 'yesterday'], 2, 'usage/invalid'],
    [['search', 'x', '--archive', 'nowhere'], 5, 'archive/none'],
    [['import', 'x.txt'], 2, 'usage/invalid'],
    [['import', 'x.txt', '--dry-run', '--template', 'odd'], 4, 'template/unknown'],
    [['new', 'odd', '--out', 'x'], 4, 'template/unknown'],
    [['validate', 'not-there.json'], 4, 'input/unreadable'],
    [['check', 'not-there.json', '--rule', 'odd'], 2, 'usage/invalid'],
    [['serve', '--port', 'x'], 2, 'usage/invalid'],
  ] as const)('%j ends with %i and %s', async (args, code, errorCode) => {
    const plain = await cli(args);
    expect([plain.code, plain.out]).toEqual([code, '']);
    expect(plain.notes).toMatch(/^\S.{10,}\n$/s);
    expect(plain.notes).not.toMatch(/\n\s+at /);
    const json = await cli([...args, '--json']);
    expect(json.json).toEqual({ error: { code: errorCode, message: expect.any(String), at: expect.any(String) } });
  });

  it.each(commands.map(({ name }) => name))('%s has a help', async (name) => {
    const { code, out } = await cli([...name.split(' '), '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: rapporteur ${name}`);
    expect(out).toContain('--json');
  });

  it('the overview names every command and every exit code', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(name);
    expect(out).toMatch(/0 ok · 2 usage · 3 refused .* 4 bad input · 5 archive · 1 internal/);
  });
});

describe('draft files', () => {
  it('are written for one reader, say so, and never over the only copy', async () => {
    const file = path('draft.json');
    const first = await cli(['new', 'roundtable', '--sample', '--out', file]);
    expect(first.code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(first.notes).toContain('0600');
    const before = readFileSync(file);
    const second = await cli(['new', 'conference', '--out', file]);
    expect(second.code).toBe(0);
    expect(readFileSync(`${file}.previous`).equals(before)).toBe(true);
    expect(readJson(file)['template']).toBe('conference');
    expect(readdirSync(dir).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('in a folder that is not there: 4, nothing is made', async () => {
    const { code } = await cli(['new', 'conference', '--out', path('nowhere/draft.json')]);
    expect(code).toBe(4);
    expect(existsSync(path('nowhere'))).toBe(false);
  });

  it.each([
    ['no JSON', 'not json', 'input/unreadable'],
    ['another format', '{"format":"other"}', 'draft/invalid'],
    ['a version to come', '{"format":"rapporteur/draft","version":9}', 'draft/newer-version'],
    ['an unknown block', '{"format":"rapporteur/draft","version":1,"body":[{"type":"evil"}]}', 'draft/invalid'],
  ])('%s is told with its place: 4', async (name, text, errorCode) => {
    const { code, json } = await cli(['validate', write(`${name}.json`, text), '--json']);
    expect(code).toBe(4);
    expect(json).toMatchObject({ error: { code: errorCode } });
  });

  it('what breaks the template is listed with paths: 4', async () => {
    const file = path('broken.json');
    await cli(['new', 'conference', '--sample', '--out', file]);
    const draft = readJson(file) as { body: { section: string }[] };
    for (const section of draft.body) section.section = 'no-such-section';
    writeFileSync(file, JSON.stringify(draft));
    const { code, json } = await cli(['validate', file, '--json']);
    expect(code).toBe(4);
    expect((json as { violations: { at: string; level: string }[] }).violations.some(({ at, level }) => at.startsWith('body.0') && level === 'error')).toBe(
      true,
    );
  });
});

describe('check and export', () => {
  const draft = (): string => path('planted.json');
  let surname: string;

  beforeAll(async () => {
    await cli(['new', 'briefing', '--sample', '--out', path('clean.json')]);
    const value = readJson(path('clean.json')) as { people: { name: string }[]; body: unknown };
    value.people.push({ id: 'p-test', code: 'TST', name: 'Odalric Vantongeren', category: 'diplomat', consent: 'none' } as never);
    surname = 'Vantongeren';
    const leaf = longestLeaf(value.body);
    leaf.text += ` As ${surname} argued, this is overdue.`;
    writeFileSync(draft(), JSON.stringify(value));
  });

  it('a typed name is found with its place: 3', async () => {
    const { code, json } = await cli(['check', draft(), '--json']);
    expect(code).toBe(3);
    const { block } = json as { block: { quote: string; at: { label: string }; reason: string }[] };
    expect(block.find(({ quote }) => quote.includes(surname))).toMatchObject({ at: { label: expect.any(String) }, reason: expect.stringMatching(/\w/) });
  });

  it('export refuses with 3, says where and why, and leaves no file', async () => {
    const { code, notes } = await cli(['export', draft(), '--to', 'docx,txt', '--out', path('refused')]);
    expect(code).toBe(3);
    expect(notes).toContain(surname);
    expect(existsSync(path('refused')) ? readdirSync(path('refused')) : []).toEqual([]);
  });

  it('export writes every format asked for, once each, and nothing else', async () => {
    const { code, json } = await cli(['export', path('clean.json'), '--to', 'txt,md,html,json,txt', '--out', path('out'), '--json']);
    expect(code).toBe(0);
    const { files } = json as { files: { name: string; bytes: number }[] };
    expect(files.map(({ name }) => name).sort()).toEqual(readdirSync(path('out')).sort());
    expect(files).toHaveLength(4);
    for (const { name, bytes } of files) expect(statSync(join(path('out'), name)).size).toBe(bytes);
  });

  it.each([
    ['an unknown format', ['--to', 'exe'], 2, 'usage/unknown-format'],
    ['one among known ones', ['--to', 'txt,exe'], 2, 'usage/unknown-format'],
    ['no format', [], 2, 'usage/invalid'],
    ['an unknown audience', ['--to', 'txt', '--audience', 'nobody-at-all'], 4, 'input/invalid'],
  ])('%s', async (_title, options, exit, errorCode) => {
    const { code, json } = await cli(['export', path('clean.json'), '--out', path('none'), ...options, '--json']);
    expect([code, (json as { error: { code: string } }).error.code]).toEqual([exit, errorCode]);
    expect(existsSync(path('none'))).toBe(false);
  });

  it('a target that is a file: 4, the file is as it was', async () => {
    const file = write('in-the-way', 'mine');
    const { code } = await cli(['export', path('clean.json'), '--to', 'txt', '--out', file]);
    expect(code).toBe(4);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('an override file that is wrong is told with its place', async () => {
    const file = write('override.json', '[{"id":"x","reason":"short"}]');
    const { code, json } = await cli(['export', path('clean.json'), '--to', 'txt', '--out', path('none'), '--override', file, '--json']);
    expect(code).toBe(4);
    expect((json as { error: { at: string } }).error.at).toContain('0.reason');
  });

  it('checks text without a register, where a rule is named', async () => {
    const file = write('notes.txt', 'Meeting notes\n\nThe delegate recalled what had been tried in my own ministry. Write to a.person@example.org about it.\n');
    expect((await cli(['check', file, '--rule', 'chatham-house', '--json'])).code).toBe(3);
    expect((await cli(['check', file, '--json'])).code).toBe(4);
  });
});

/** The leaf with the most text: safe to add a sentence to. */
function longestLeaf(root: unknown): { text: string } {
  let longest = { text: '' };
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('text' in value && typeof value.text === 'string' && !('type' in value) && value.text.length > longest.text.length) longest = value as { text: string };
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(root);
  return longest;
}

describe('archives', () => {
  const archive = (): string => path('archive');
  const key = (): string[] => ['--archive', archive(), '--passphrase-file', path('pass')];

  beforeAll(async () => {
    write('pass', 'correct horse battery staple 42\n');
    write('bad', 'wrong\n');
    write('report.txt', 'Conference report\n\nRecommendations\n\n1. States should publish their budgets in time for the debate in parliament.\n');
    const made = await cli(['archive', 'create', ...key(), '--json']);
    expect(made.code).toBe(0);
    expect((made.json as { recoveryKey: string }).recoveryKey).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
  });

  it('a folder that has one is not made twice: 5', async () => {
    expect((await cli(['archive', 'create', ...key(), '--json'])).json).toMatchObject({ error: { code: 'archive/exists' } });
  });

  it('a weak passphrase is refused: 5', async () => {
    write('weak', 'password\n');
    const { code, json } = await cli(['archive', 'create', '--archive', path('weak-archive'), '--passphrase-file', path('weak'), '--json']);
    expect([code, (json as { error: { code: string } }).error.code]).toEqual([5, 'archive/weak-passphrase']);
  });

  it('a wrong passphrase is 5 and changes nothing', async () => {
    const before = readdirSync(archive()).map((name) => [name, statSync(join(archive(), name)).mtimeMs]);
    const { code, json } = await cli(['search', 'x', '--archive', archive(), '--passphrase-file', path('bad'), '--json']);
    expect([code, (json as { error: { code: string } }).error.code]).toEqual([5, 'archive/wrong-passphrase']);
    expect(readdirSync(archive()).map((name) => [name, statSync(join(archive(), name)).mtimeMs])).toEqual(before);
  });

  it('a prompt asks where no file is named, and says so where nobody can answer', async () => {
    expect((await cli(['archive', 'stats', '--archive', archive()], ['correct horse battery staple 42'])).code).toBe(0);
    const unasked = await cli(['archive', 'stats', '--archive', archive()]);
    expect([unasked.code, unasked.notes.includes('--passphrase-file')]).toEqual([2, true]);
  });

  it('imports what it can, tells what it cannot, and ends with 4', async () => {
    const { code, json } = await cli(['import', write('bad.docx', 'not a zip'), path('report.txt'), path('gone.pdf'), ...key(), '--json']);
    expect(code).toBe(4);
    const [broken, read, gone] = json as { file: string; error?: { code: string }; entries?: unknown[] }[];
    expect(broken).toMatchObject({ file: path('bad.docx'), error: { code: 'input/unreadable' } });
    expect(gone).toMatchObject({ file: path('gone.pdf'), error: { code: 'input/unreadable' } });
    expect(read?.entries?.length).toBeGreaterThan(0);
    expect((await cli(['archive', 'stats', ...key(), '--json'])).json).toMatchObject({ reports: 1 });
  });

  it('writes drafts beside, for one reader', async () => {
    const { code } = await cli(['import', path('report.txt'), '--drafts', path('drafts'), '--json']);
    expect(code).toBe(0);
    expect(statSync(join(path('drafts'), 'report.json')).mode & 0o777).toBe(0o600);
    expect((await cli(['validate', join(path('drafts'), 'report.json')])).code).toBe(0);
  });

  it('searches in the form that scripts rely on', async () => {
    const { json } = await cli(['search', 'budgets', ...key(), '--json']);
    expect(json).toMatchObject({
      total: 1,
      ms: expect.any(Number),
      results: [{ report: { id: expect.any(String), title: expect.any(String), date: expect.any(String) } }],
    });
    const [result] = (json as { results: object[] }).results;
    expect(Object.keys(result ?? {}).sort()).toEqual(['addressees', 'id', 'kind', 'report', 'snippet', 'source', 'status', 'support', 'text', 'themes']);
  });

  it('backs up, verifies, restores and exports', async () => {
    expect((await cli(['archive', 'backup', ...key()])).code).toBe(0);
    expect((await cli(['archive', 'verify', ...key()])).code).toBe(0);
    expect((await cli(['archive', 'restore', ...key(), '--json'])).json).toMatchObject({ restored: { verified: true }, kept: expect.any(String) });
    mkdirSync(path('entries'));
    expect((await cli(['archive', 'export', ...key(), '--to', 'csv,json', '--out', path('entries')])).code).toBe(0);
    expect(readFileSync(join(path('entries'), 'entries.csv'), 'utf8')).toMatch(/^\ufeffid,kind,text,/);
    expect(JSON.parse(readFileSync(join(path('entries'), 'entries.json'), 'utf8'))).toHaveLength(1);
  });

  it('changes the passphrase: the old one opens nothing any more', async () => {
    write('next', 'another quiet river stone 77\n');
    expect((await cli(['archive', 'change-passphrase', ...key(), '--new-passphrase-file', path('next')])).code).toBe(0);
    expect((await cli(['archive', 'stats', ...key()])).code).toBe(5);
    expect((await cli(['archive', 'stats', '--archive', archive(), '--passphrase-file', path('next')])).code).toBe(0);
  });
});
