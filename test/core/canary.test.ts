/** A canary thrown through every handler appears in no log and in no answer (SAFETY: "Logs: event codes and ids only"). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../electron/core/core.ts';
import { makeDispatch } from '../../electron/core/dispatch.ts';
import { code, faultFacts, makeLog } from '../../electron/core/log.ts';
import { type ApiName, api } from '../../shared/contract/api.ts';
import { makeWorld, type World } from './world.ts';

const canary = 'Zqxvandrel Okprwitz';

/** Throws the canary, in every form an error can carry it, at whatever is touched. */
function poisoned(lines: string[]): Core {
  const explode = (): never => {
    const error = Object.assign(new Error(canary), { code: canary, path: canary, detail: { canary } });
    error.name = canary;
    error.stack = `${canary}\n    at ${canary} (/electron/core/${canary}.ts:1:1)`;
    throw error;
  };
  const log = makeLog((line) => void lines.push(line));
  return new Proxy({}, { get: (_target, key) => (key === 'log' ? log : key === 'then' ? undefined : explode()) }) as Core;
}

/** An input that the call's schema lets through, with the canary in every free string. */
const inputs: Partial<Record<ApiName, unknown>> = {
  'archive.replaceBackups': { draft: canary, confirm: 'replace' },
  'archive.create': { folder: canary, passphrase: canary },
  'archive.open': { folder: canary, passphrase: canary },
  'archive.restore': { folder: canary, passphrase: canary },
  'archive.changePassphrase': { current: canary, next: canary },
  'archive.passphraseStrength': { passphrase: canary },
  'archive.export': { formats: ['csv'], to: canary },
  'job.cancel': { job: canary },
  'draft.create': { template: canary },
  'draft.append': { id: canary, after: 1, change: { operations: [{ type: 'insert_text', text: canary }] } },
  'draft.revision': { id: canary, no: 1 },
  'draft.previewPage': { key: canary, page: 1 },
  'draft.export': { id: canary, formats: ['txt'], to: canary },
  'draft.override': { id: canary, finding: canary, reason: canary },
  'draft.bundle': { id: canary, passphrase: canary, register: true, to: canary },
  'draft.unbundle': { from: canary, passphrase: canary },
  'draft.addPicture': { base64: Buffer.from(canary).toString('base64') },
  'paste.read': { html: `<p>${canary}</p>` },
  'import.read': { files: [canary] },
  'import.source': { key: canary },
  'import.file': { keys: [canary] },
  'import.draft': { key: canary },
  'search.query': { query: canary },
  'search.save': { name: canary, input: { query: canary } },
  'entry.followUp': { id: canary, status: 'open', on: '2026-01-01', source: canary },
};

const names = (Object.keys(api) as ApiName[]).filter((name) => api[name].kind !== 'host');

describe('a canary thrown through every handler', () => {
  it.each(names)('%s: in no log, in no answer', async (name) => {
    const lines: string[] = [];
    const input = inputs[name] ?? (api[name].input.safeParse({}).success ? {} : { id: canary });
    expect(api[name].input.safeParse(input).success, 'the input must reach the handler').toBe(true);
    const answer = await makeDispatch(poisoned(lines))(name, input);
    expect(lines.join('')).not.toContain('Zqx');
    expect(lines.join('')).not.toContain('Okpr');
    if (!answer.ok) expect(JSON.stringify(answer)).not.toContain('Zqx');
  });
});

describe('canaries through a real archive', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ sample: true });
  });
  afterAll(() => world.end());

  it.each(names.filter((name) => !name.startsWith('archive.')))('%s: in no log', async (name) => {
    await world.dispatch(name, inputs[name] ?? (api[name].input.safeParse({}).success ? {} : { id: canary }));
    expect(world.logged()).not.toContain('Zqx');
  });
});

describe('what a log line can say', () => {
  it('names the class and system code of an error, never its message', () => {
    const error = Object.assign(new TypeError(canary), { code: 'ENOSPC' });
    expect(faultFacts(error)).toMatchObject({ error: 'TypeError', code: 'ENOSPC' });
    expect(JSON.stringify(faultFacts(error))).not.toContain('Zqx');
  });

  it('takes a code only from its vocabulary', () => {
    expect(code('draft.open', (name) => name === 'draft.open')).toBe('draft.open');
    expect(code('draft.Zqxvandrel', (name) => name === 'draft.open')).toBe('-');
  });
});
