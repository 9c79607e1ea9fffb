/** A register is destroyed only when no name of it is left in what nobody is shown: nothing could find it afterwards. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kdfFloor } from '../../electron/archive/key/kdf.ts';
import { sealBundle } from '../../electron/core/bundle.ts';
import { readSample } from '../../electron/core/library.ts';
import { sentence } from '../../shared/contract/errors.ts';
import type { Draft } from '../../shared/document/draft.ts';
import type { Block } from '../../shared/document/tree.ts';
import { makeWorld, value, type World } from './world.ts';

const passphrase = 'four quiet river stones 77';
const draft: Draft = value(readSample('dialogues'));
const surname = draft.people[0]?.name.split(' ').at(-1) ?? '';
let world: World;
beforeAll(async () => {
  world = await makeWorld({ sample: true });
});
afterAll(() => world.end());

/** Opens a draft in the archive. */
async function filed(one: Draft): Promise<string> {
  const from = world.core.grants.grant({ kind: 'bytes', name: 'a.rapporteur', bytes: await sealBundle(one, passphrase, kdfFloor) });
  return value(await world.client['draft.unbundle']({ from, passphrase })).id;
}

const withBlock = (block: Block): Draft => ({
  ...draft,
  body: draft.body.map((section, at) => (at === 0 ? { ...section, children: [...section.children, block] } : section)),
});
const paragraph = (more: Partial<Block>): Block => ({ type: 'paragraph', id: 'hidden', children: [{ text: 'It was late.' }], ...more }) as Block;

it.each([
  ['a withheld paragraph', (text: string) => withBlock(paragraph({ withheld: true, children: [{ text }] })), /^a part of “.+” that is not issued$/],
  ['a paragraph for others', (text: string) => withBlock(paragraph({ audiences: ['participants'], children: [{ text }] })), /not issued$/],
  [
    'a note of a withheld paragraph',
    (text: string) => withBlock(paragraph({ withheld: true, children: [{ text: 'See.' }, { type: 'footnote', id: 'fn', children: [{ text }] }] })),
    /not issued$/,
  ],
  ['the reason of the marking', (text: string) => ({ ...draft, marking: { ...draft.marking, reason: text } }), /^the details of the marking$/],
])('[DST-6] a name in %s keeps the register, and the sentence says where', async (_name, change, where) => {
  const kept = await filed(change(`${surname} told us so.`));
  const refused = await world.client['draft.destroyRegister']({ id: kept });
  expect(refused).toMatchObject({ error: { code: 'guard/blocked', detail: { act: 'destroy', where: expect.stringMatching(where) } } });
  if (!refused.ok) expect(sentence('guard/blocked', refused.error.detail)).toMatch(/^The register is kept: one of its names stands in .+\. Take it out first/);
  expect(value(await world.client['draft.open']({ id: kept })).draft.people).toHaveLength(draft.people.length);

  const free = await filed(change('Nobody told us so.'));
  expect(value(await world.client['draft.destroyRegister']({ id: free })).people).toBe(draft.people.length);
});

it('[DST-7] a bundle without the register is not made while a name of it is in the draft; one with the register is, under a neutral name', async () => {
  const bundle = async (one: Draft, register: boolean) => {
    const to = world.core.grants.grant({ kind: 'downloads' });
    return world.client['draft.bundle']({ id: 'none', draft: one, passphrase, register, to });
  };
  const hidden = withBlock(paragraph({ withheld: true, children: [{ text: `${surname} told us so.` }] }));
  const shown = withBlock(paragraph({ children: [{ text: `${surname} told us so.` }] }));
  for (const one of [hidden, shown]) {
    const refused = await bundle(one, false);
    expect(refused).toMatchObject({ error: { code: 'guard/blocked', detail: { act: 'bundle' } } });
    if (!refused.ok)
      expect(sentence('guard/blocked', refused.error.detail)).toMatch(/^No file was made: a name of the register stands in .+ hand the register on as well\.$/);
    expect((await bundle(one, true)).ok).toBe(true);
  }
  expect((await bundle(draft, false)).ok).toBe(true);
  const titled = value(await bundle({ ...draft, fields: { ...draft.fields, title: `Dialogues with ${surname}` } }, true));
  expect(titled.file.name).toBe('draft.rapporteur');
});
