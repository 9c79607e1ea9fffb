/** The encrypted bundle: nothing in clear, no edit unnoticed, and what leaves without the register holds none of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kdfFloor } from '../../electron/archive/key/kdf.ts';
import { openBundle, sealBundle } from '../../electron/core/bundle.ts';
import { freezeSpeakers } from '../../electron/core/freeze.ts';
import { readLibrary, readSample } from '../../electron/core/library.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { publish } from '../../shared/publication/publish.ts';
import { makeWorld, value, type World } from './world.ts';

const passphrase = 'four quiet river stones 77';
const draft: Draft = value(readSample('dialogues'));

describe('a bundle', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await sealBundle(draft, passphrase, kdfFloor);
  });

  it('opens with its passphrase, typed in another composition of the same letters too', async () => {
    expect(value(await openBundle(bytes, passphrase))).toEqual(draft);
    const accented = await sealBundle(draft, 'caf\u00e9 au lait, four stones', kdfFloor);
    expect((await openBundle(accented, 'cafe\u0301 au lait, four stones')).ok).toBe(true);
  });

  it('holds nothing in clear', () => {
    const text = Buffer.from(bytes).toString('latin1');
    for (const { name } of draft.people) for (const word of name.split(' ').filter((part) => part.length > 4)) expect(text).not.toContain(word);
  });

  it('is another file each time', async () => {
    const again = await sealBundle(draft, passphrase, kdfFloor);
    expect(Buffer.from(again).equals(bytes)).toBe(false);
  });

  it('refuses a wrong passphrase', async () => {
    expect(await openBundle(bytes, 'four quiet river stones 78')).toMatchObject({ error: { code: 'bundle/wrong-passphrase' } });
  });

  it('notices a flipped bit anywhere, and never throws', async () => {
    const headerEnd = Buffer.from(bytes).indexOf(0x0a, 25);
    const places = [3, 30, headerEnd - 4, headerEnd + 1, headerEnd + 200, bytes.length - 17, bytes.length - 1];
    for (const at of places) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      const opened = await openBundle(broken, passphrase);
      expect(opened, `bit at ${at}`).toMatchObject({ ok: false });
    }
  });

  it.each([
    ['nothing', ''],
    ['something else', 'PK\u0003\u0004 whatever'],
    ['only the first line', 'RAPPORTEUR BUNDLE 1\n'],
    [
      'a header that asks for too much memory',
      `RAPPORTEUR BUNDLE 1\n{"cost":{"memoryKiB":99999999,"passes":3,"lanes":4},"salt":"AAAA","nonce":"AAAAAAAAAAAAAAAA"}\n${'x'.repeat(40)}`,
    ],
  ])('refuses %s as no bundle', async (_name, text) => {
    expect(await openBundle(Buffer.from(text), passphrase)).toMatchObject({ error: { code: 'input/unreadable' } });
  });
});

describe('a draft without its register', () => {
  const library = value(readLibrary());

  it.each(['dialogues', 'roundtable', 'conference', 'briefing'])('%s: reads the same, and holds no person', (id) => {
    const sample = value(readSample(id));
    const frozen = value(freezeSpeakers(sample, library));
    expect(frozen.people).toEqual([]);
    const text = JSON.stringify(frozen);
    for (const person of sample.people) expect(text).not.toContain(`"person":"${person.id}"`);
    const words = (one: Draft): string[] =>
      value(publish(one, library)).publication.body.map((block) =>
        block.type === 'table' ? '' : block.content.map((run) => ('text' in run ? run.text : '')).join(''),
      );
    expect(words(frozen)).toEqual(words(sample));
  });

  it('is not made where a reference leads to nobody', () => {
    const orphaned = { ...draft, people: draft.people.slice(1) };
    expect(freezeSpeakers(orphaned, library)).toMatchObject({ error: { code: 'draft/unknown-person', detail: { at: expect.any(String) } } });
  });
});

describe('through the calls', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ sample: true });
  });
  afterAll(() => world.end());

  it('a draft goes out as a bundle and comes in as another draft', async () => {
    const { id } = value(await world.client['draft.create']({ template: 'dialogues', sample: true }));
    const to = world.core.grants.grant({ kind: 'downloads' });
    const { file } = value(await world.client['draft.bundle']({ id, passphrase, register: true, to }));
    expect(file.name).toMatch(/\.rapporteur$/);
    const granted = value(world.core.grants.redeem(file.token, 'bytes'));
    const from = world.core.grants.grant(granted);
    const second = value(await world.client['draft.unbundle']({ from, passphrase }));
    expect(second.id).not.toBe(id);
    expect(value(await world.client['draft.open']({ id: second.id })).draft).toEqual(value(await world.client['draft.open']({ id })).draft);
  });

  it('a register that is destroyed leaves a draft that publishes the same words', async () => {
    const { id } = value(await world.client['draft.create']({ template: 'dialogues', sample: true }));
    const before = value(await world.client['draft.publication']({ id }));
    const destroyed = value(await world.client['draft.destroyRegister']({ id }));
    expect(destroyed.people).toBe(draft.people.length);
    const after = value(await world.client['draft.publication']({ id }));
    const words = (publication: typeof before): string => JSON.stringify(publication.body).replaceAll(',"attributed":true', '');
    expect(JSON.stringify(value(await world.client['draft.open']({ id })).draft.people)).toBe('[]');
    expect(words(after).length).toBeGreaterThan(1000);
    expect(after.title).toBe(before.title);
  });
});
