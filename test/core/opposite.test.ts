/** What stands against an entry is told with it, from both sides. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWorld, value, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld({ sample: true });
});
afterAll(() => world.end());

it('[ENT-7] an entry names its opposite, and the opposite names it; one without has none', async () => {
  const { results } = value(await world.client['search.query']({ query: '', limit: 200 }));
  const entries = await Promise.all(results.map(async ({ id }) => value(await world.client['entry.get']({ id }))));
  const paired = entries.filter(({ opposite }) => opposite !== null);
  expect(paired.length).toBeGreaterThan(0);
  expect(paired.length).toBeLessThan(entries.length);
  for (const { hit, opposite } of paired) {
    const other = value(await world.client['entry.get']({ id: opposite?.id ?? '' }));
    expect(other.hit).toMatchObject({ text: opposite?.text, kind: opposite?.kind, number: opposite?.number, report: { id: hit.report.id } });
    expect(other.opposite).toMatchObject({ id: hit.id, text: hit.text });
  }
});
