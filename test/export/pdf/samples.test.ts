/** Every template's sample can be issued and archived as it comes. */
import { afterAll, expect, it } from 'vitest';
import { readLibrary, readSample } from '../../../electron/core/library.ts';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import { publish } from '../../../shared/publication/publish.ts';
import { house } from './fixtures.ts';

afterAll(endLayout);

const library = readLibrary();
if (!library.ok) throw new Error(JSON.stringify(library.error));

it.each([...library.value.templates.keys()])('[PDF-40] %s', async (id) => {
  const sample = readSample(id);
  if (!sample.ok) throw new Error(sample.error.code);
  const published = publish(sample.value, library.value);
  if (!published.ok) throw new Error(published.error.code);
  for (const kind of ['issue', 'archive'] as const) {
    const laid = await layOut(published.value.publication, house, { kind });
    expect(laid.ok ? laid.value.pages : laid.error).toBeGreaterThan(1);
  }
});
