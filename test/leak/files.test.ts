/** Files are byte-identical where two drafts differ only in what the rule hides (GUARD: "Non-interference"). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/document/draft.ts';
import { sample } from '../library.ts';
import { draft } from '../publication/random-draft.ts';
import { issue } from './make.ts';

const numRuns = process.env['RAPPORTEUR_LONG'] === undefined ? 25 : 500;

/** Words of other lengths for what these rules hide; consent is taken out first, since it shows more. */
function renamed(value: Draft, salt: string): Draft {
  return {
    ...value,
    people: value.people.map((person, at) => ({
      ...person,
      consent: 'none' as const,
      name: `Zq${salt.repeat(at + 1)}vandrel Okpr${salt}${at}`,
      affiliation: `Qv${salt}${'w'.repeat(at)}strand`,
      role: `Tork ${salt}${at}`,
      aliases: [],
    })),
  };
}
const strict = draft.map(
  (value): Draft => ({
    ...value,
    rule: value.rule === 'unattributed' ? 'unattributed' : 'chatham-house',
    body: JSON.parse(JSON.stringify(value.body).replaceAll(',"consent":"named"', '')) as Draft['body'],
  }),
);

async function sameFiles(a: Draft, b: Draft): Promise<void> {
  const [first, second] = [await issue(a), await issue(b)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [name, bytes] of first) expect(Buffer.compare(bytes, second.get(name) ?? new Uint8Array()), name).toBe(0);
}

describe('non-interference of files', () => {
  it(`[LEAK-3] ${numRuns} random drafts: the same bytes under other names`, { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(strict, async (value) => sameFiles(renamed(value, 'x'), renamed(value, 'yyy'))),
      { numRuns },
    );
  });
  it('[LEAK-4] the dialogues sample: the same bytes under other names', async () => {
    const value = sample('dialogues');
    await sameFiles(renamed(value, 'x'), renamed(value, 'yyy'));
  });
});
