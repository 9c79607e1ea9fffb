import { describe, expect, it } from 'vitest';
import { handlers } from '../../electron/core/handlers/handlers.ts';
import { type ApiName, api, isApiName } from '../../shared/contract/api.ts';
import { errorCodes, exitCode, httpStatus, sentence } from '../../shared/contract/errors.ts';
import { makeWorld } from './world.ts';

const names = Object.keys(api) as ApiName[];

describe('the table of calls', () => {
  it('has one handler for every call that is not the host’s, and no other', () => {
    expect(Object.keys(handlers).sort()).toEqual(names.filter((name) => api[name].kind !== 'host').sort());
  });

  it('knows its own names and no inherited ones', () => {
    expect(isApiName('draft.open')).toBe(true);
    for (const name of ['constructor', '__proto__', 'toString', '', 'draft.']) expect(isApiName(name)).toBe(false);
  });
});

describe('the table of errors', () => {
  it.each(errorCodes)('%s has a whole sentence, an exit code and a status', (code) => {
    const words = sentence(code, { at: 'body.0', reason: 'it is so', file: 'a.txt' });
    expect(words).toMatch(/^\S.{20,}[.!]$/s);
    expect(words).not.toMatch(/undefined|\[object|\{|\}/);
    expect([1, 2, 3, 4, 5]).toContain(exitCode(code));
    expect(httpStatus(code)).toBeGreaterThanOrEqual(400);
  });
});

describe('the door', () => {
  it.each([
    ['an unknown call', 'nonsense', {}],
    ['an inherited name', '__proto__', {}],
    ['a call of the host', 'host.about', {}],
    ['no input', 'draft.open', undefined],
    ['a surplus key', 'session.status', { surplus: 1 }],
    ['a wrong type', 'draft.open', { id: 7 }],
  ])('refuses %s before anything runs', async (_title, name, input) => {
    const world = await makeWorld();
    const result = await world.dispatch(name, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
    world.end();
  });

  it('never says what was sent back to whoever asks', async () => {
    const world = await makeWorld();
    const result = await world.dispatch('draft.create', { template: 'x', draft: { fields: { canary: 'Zqxvandrel' } } });
    expect(JSON.stringify(result)).not.toContain('Zqxvandrel');
    world.end();
  });

  it('answers archive/locked, and nothing else, to every call that needs an archive while none is open', async () => {
    const world = await makeWorld();
    const asked = [
      ['archive.stats', {}],
      ['archive.verify', {}],
      ['draft.list', {}],
      ['draft.open', { id: 'x' }],
      ['search.query', { query: 'x' }],
      ['report.list', {}],
      ['draft.file', { id: 'x' }],
    ] as const;
    for (const [name, input] of asked) expect(await world.dispatch(name, input)).toMatchObject({ ok: false, error: { code: 'archive/locked' } });
    world.end();
  });
});
