/** The Draft screen in a real browser: typing, speakers, notes, rule, findings, paste, two versions, and axe on every panel. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.ts';
import { draftId, go, type Host, type LookOptions, startHost } from './host.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost(['--sample']);
});
afterAll(() => host.close());

const opened: Page[] = [];
async function open(options?: LookOptions) {
  const one = await host.open(options);
  one.page.setDefaultTimeout(10_000);
  opened.push(one.page);
  return one;
}
// Each tab holds a stream of events, and a browser opens six connections to one place.
afterEach(() => Promise.all(opened.splice(0).map((page) => page.close())));

const sheet = (page: Page) => page.getByRole('textbox', { name: 'The page' });

/** Opens the sample of dialogues with the caret at the end of a conclusion. */
async function openDialogues(page: Page): Promise<void> {
  await go(page, `draft/${await draftId(page, 'The duty to answer')}`);
  await sheet(page).waitFor();
  // The last line of a conclusion: its end is the end of the line on the screen.
  const line = sheet(page).locator('[data-section] [data-section] [data-block][class*="bullet"]').nth(6);
  await line.scrollIntoViewIfNeeded();
  await caretAtEnd(page, line);
}

/** Puts the caret behind the last word: a click into its last line, then End. */
async function caretAtEnd(page: Page, line: Locator): Promise<void> {
  const box = await line.boundingBox();
  await line.click({ position: { x: (box?.width ?? 400) - 80, y: (box?.height ?? 20) - 6 } });
  await page.keyboard.press('End');
}

const panels = ['Details', 'People', 'Archive', 'Check', 'Preview'] as const;
describe.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 1024, height: 700 },
  { theme: 'light', width: 1440, height: 900, zoom: 2 },
] as const)('$theme, $width × $height, zoom $zoom', (look) => {
  it('axe finds nothing in any panel, and the policy refused nothing', async () => {
    const { page, complaints } = await open(look);
    await openDialogues(page);
    for (const name of panels) {
      await page.getByRole('tab', { name }).click();
      if (name === 'Preview')
        await page
          .getByRole('button', { name: /^Page \d+ of the PDF/ })
          .first()
          .waitFor();
      // The page around the panel is the same each time: it is looked at once.
      expect(await axe(page, name === 'Check' ? undefined : 'aside'), name).toEqual([]);
    }
    expect(complaints).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});

describe('writing', () => {
  it('a speaker is chosen by code, worded by the rule, and worded anew when the rule changes', async () => {
    const { page, complaints } = await open();
    await openDialogues(page);
    await page.keyboard.press('Enter');
    await page.keyboard.type('@');
    await page.getByRole('dialog', { name: 'Speaker' }).waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.type('U1');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' noted that the gauge stood still.');
    const line = sheet(page).locator('[data-block]').filter({ hasText: 'the gauge stood still' });
    expect(await line.textContent()).toMatch(/(UN official|participant|speaker)\W+noted that/);
    await page.getByRole('button', { name: /^Rule of the meeting/ }).click();
    await page.getByRole('menuitemradio', { name: /By affiliation/ }).click();
    await expect.poll(async () => line.textContent()).toMatch(/representative|Office|Affairs|Chief/);
    await page.getByRole('button', { name: /^Rule of the meeting/ }).click();
    await page.getByRole('menuitemradio', { name: /Chatham House/ }).click();
    await expect.poll(async () => line.textContent()).toMatch(/(UN official|participant|speaker)\W+noted that/);
    expect(complaints).toEqual([]);
  });

  it('a note is typed in place, numbered, stands at the foot, and goes again by undo', async () => {
    const { page } = await open();
    await openDialogues(page);
    const before = await page.locator('[data-note]').count();
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('Basin report, table 4.');
    await page.getByRole('list', { name: 'Notes' }).getByText('Basin report, table 4.').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type(' And on.');
    expect(await page.locator('[data-note]').count()).toBe(before + 1);
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
    expect(await page.locator('[data-note]').count()).toBe(before);
  });

  it('what would show a speaker is found, and replaced by one key', async () => {
    const { page } = await open();
    await openDialogues(page);
    await page.keyboard.type(' Helvi Lindqvarn said that the reply was late.');
    await page.getByRole('tab', { name: /^Check/ }).click();
    await page.getByText(/finding(s)? block/).waitFor();
    await page.keyboard.press('F7');
    await page.getByRole('list', { name: 'Findings' }).focus();
    expect(await axe(page, 'aside')).toEqual([]);
    expect((await page.locator('[data-find="block"]').allInnerTexts()).join(' ')).toContain('Lindqvarn');
    const current = page.getByRole('listitem').filter({ has: page.getByText(/^\d+ of \d+$/) });
    for (let step = 0; step < 12 && !/Lindqvarn/.test(await current.innerText()); step += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(async () => sheet(page).getByText('Lindqvarn').count(), { timeout: 10_000 }).toBe(0);
  });

  it('a finding kept with a reason stays kept, and writing goes on being saved', async () => {
    const { page } = await open();
    await openDialogues(page);
    await page.keyboard.type(' Helvi Lindqvarn said that the reply was late.');
    await page.getByRole('tab', { name: /^Check/ }).click();
    await page.getByText(/finding(s)? block/).waitFor();
    await page.getByRole('list', { name: 'Findings' }).focus();
    await page.keyboard.press('r');
    await page.keyboard.type('Her office asked to be named.');
    await page.keyboard.press('Enter');
    const kept = page.getByText(/kept with a reason$/);
    await kept.waitFor();
    await page.getByRole('tab', { name: /^Details/ }).click();
    await page.getByRole('textbox', { name: /^Subtitle/ }).fill('Report of four dialogues');
    await sheet(page).focus();
    await page.keyboard.type(' More.');
    await page.waitForTimeout(1500);
    expect(await page.getByText('Two versions.').count()).toBe(0);
    await page.reload();
    await page.getByRole('tab', { name: /^Check/ }).click();
    await kept.waitFor();
  });

  it('what may stand here is listed, and a table is written by keys', async () => {
    const { page } = await open();
    await go(page, `draft/${await draftId(page, 'Early warning in shared river basins')}`);
    await sheet(page).waitFor();
    await caretAtEnd(page, sheet(page).locator('[data-n="9."]'));
    await page.keyboard.press('Enter');
    await page.keyboard.type('/table');
    await page.keyboard.press('Enter');
    await page.keyboard.type('River');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Level');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Velm');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Quillwater');
    const rows = sheet(page).locator('table').filter({ hasText: 'Quillwater' }).locator('tr');
    expect(await rows.count()).toBe(3);
  });

  it('pasted pages become blocks of the section, foreign parts do not come along', async () => {
    const { page, complaints } = await open();
    await openDialogues(page);
    await page.keyboard.press('Enter');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<h2>From elsewhere</h2><p>First <b>bold</b> words.</p><script>alert(1)</script><ul><li>Point one</li><li>Point two</li></ul>');
      data.setData('text/plain', 'From elsewhere');
      document.activeElement?.dispatchEvent(
        new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    await sheet(page).getByText('Point two').waitFor();
    expect(await sheet(page).innerText()).not.toContain('alert(1)');
    expect(complaints).toEqual([]);
  });
});

describe('two windows on one draft', () => {
  it('the second to save is told, and both versions are kept', async () => {
    const first = (await open()).page;
    const second = await first.context().newPage();
    second.setDefaultTimeout(10_000);
    opened.push(second);
    await openDialogues(first);
    await second.goto(first.url());
    await sheet(second).waitFor();
    await first.bringToFront();
    await first.keyboard.type(' From the first window.');
    await first.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await first.waitForTimeout(1500);
    await second.bringToFront();
    await sheet(second).locator('[data-slate-string]').nth(4).click();
    await second.keyboard.type(' From the second window.');
    await second.getByText('Two versions.').waitFor();
    await second.getByRole('button', { name: 'Save mine as a copy' }).click();
    await expect.poll(() => second.url()).not.toBe(first.url());
    await sheet(second).getByText('From the second window.').waitFor();
    expect(await sheet(first).getByText('From the first window.').count()).toBe(1);
  });
});
