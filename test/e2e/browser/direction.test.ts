/** A draft in a language from right to left: the sheet is the mirror of the others, and words of either way run as they should. */

import { afterEach, expect, it } from 'vitest';
import type { Archive } from '../../../electron/archive/archive.ts';
import { readSample } from '../../../electron/core/library.ts';
import { type Desk, openDesk, sheet } from './archive.ts';
import { go } from './host.ts';

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

it('[DIR-1] in an Arabic draft the bullets hang at the right, in an English one at the left', async () => {
  let arabic = '';
  const prepare = (archive: Archive) => {
    const sample = readSample('dialogues');
    if (!sample.ok) throw new Error(sample.error.code);
    const made = archive.drafts.create({ ...sample.value, language: 'ar', fields: { ...sample.value.fields, title: 'مقاييس النهر' } });
    if (made.ok) arabic = made.value.id;
  };
  desk = await openDesk({ prepare });
  const { page, draft } = desk;
  /** Room before and after the words of the first bullet, in its block. */
  const room = async (id: string) => {
    await go(page, `draft/${id}`);
    await sheet(page).waitFor();
    return sheet(page)
      .locator('[data-block][class*="bullet"]')
      .first()
      .evaluate((block) => {
        const [outer, inner] = [block.getBoundingClientRect(), (block.querySelector('[class*="words"]') as Element).getBoundingClientRect()];
        return { left: Math.round(inner.left - outer.left), right: Math.round(outer.right - inner.right) };
      });
  };
  const english = await room(draft);
  // Every speaker of the sample is worded as soon as the draft is open.
  expect(await sheet(page).getByText('[speaker gone]').count()).toBe(0);
  expect(
    await sheet(page)
      .getByText(/participant|diplomat|official/)
      .count(),
  ).toBeGreaterThan(5);
  expect(english.left).toBeGreaterThan(english.right);
  expect(await room(arabic)).toEqual({ left: english.right, right: english.left });
});
