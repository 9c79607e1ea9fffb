/** The rule and the guard by keyboard, as at eleven in the evening: rule, register, findings, opposites, headings of the form, what recipients get. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.ts';
import { draftId, go, type Host, type LookOptions, startHost } from './host.ts';

let host: Host;
beforeAll(async () => {
  host = await startHost(['--sample']);
});
afterAll(() => host.close());
const opened: Page[] = [];
afterEach(() => Promise.all(opened.splice(0).map((page) => page.close())));

async function open(title = 'The duty to answer', options: LookOptions = {}): Promise<{ page: Page; id: string; complaints: string[] }> {
  const { page, complaints } = await host.open(options);
  page.setDefaultTimeout(10_000);
  opened.push(page);
  const id = await draftId(page, title);
  await go(page, `draft/${id}`);
  await sheet(page).waitFor();
  return { page, id, complaints };
}

const sheet = (page: Page) => page.getByRole('textbox', { name: 'The page' });
const bullet = (page: Page, nth: number) => sheet(page).locator('[data-section] [data-section] [data-block][class*="bullet"]').nth(nth);
/** The block with the caret, by its id. */
const here = (page: Page) => page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('[data-block]')?.getAttribute('data-block') ?? null);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

async function caretIn(page: Page, nth: number): Promise<string> {
  await bullet(page, nth).scrollIntoViewIfNeeded();
  await bullet(page, nth).click();
  await page.keyboard.press('End');
  return (await bullet(page, nth).getAttribute('data-block')) ?? '';
}

describe('opposite positions', () => {
  it('are chosen by words, marked on both sides, jumped between and undone, all by keyboard', async () => {
    const { page, complaints } = await open();
    expect(await sheet(page).getByText('[speaker gone]').count()).toBe(0);
    const other = await caretIn(page, 13);
    const words = ((await bullet(page, 13).locator('[data-slate-string]').first().textContent()) ?? '').trim().split(/\s+/).slice(0, 4).join(' ');
    const one = await caretIn(page, 10);
    const marks = () =>
      sheet(page)
        .getByRole('button', { name: /^Opposite position/ })
        .count();
    const before = await marks();
    await page.keyboard.press('Control+Alt+o');
    await page.getByRole('dialog', { name: 'Opposite position' }).waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.getByText('The two are recorded as opposite positions.').waitFor();
    expect(await marks()).toBe(before + 2);
    await page.keyboard.press('Control+Alt+o');
    await page.keyboard.press('Enter');
    await expect.poll(() => here(page)).toBe(other);
    await page.keyboard.press('Control+Alt+o');
    await page.keyboard.press('Enter');
    await expect.poll(() => here(page)).toBe(one);
    await page.keyboard.press('Control+z');
    await expect.poll(marks).toBe(before);
    expect(complaints).toEqual([]);
  });
});

/** The page has taken the caret into a section: a person types later than the next frame, a test does not. */
async function caretSettled(page: Page, section: string): Promise<void> {
  await page.locator('a[aria-current="location"]', { hasText: section }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-slate-editor') === true)).toBe(true);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

describe('headings of the form', () => {
  it('take no letters, are renamed with F2, follow the language; a jump leads to the text under them', async () => {
    const { page, complaints } = await open('Water, archives and the duty to answer');
    const heading = sheet(page).getByRole('heading', { name: 'Closing remarks' });
    await heading.scrollIntoViewIfNeeded();
    await heading.click();
    await page.keyboard.type('x');
    await page.getByText('The form fixes this heading. F2 renames it.').waitFor();
    expect(await heading.locator('[data-slate-string]').textContent()).toBe('Closing remarks');
    await page.keyboard.press('F2');
    await page.getByRole('dialog', { name: 'Rename this heading' }).waitFor();
    expect(await axe(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.type('Words of farewell');
    await page.keyboard.press('Enter');
    await sheet(page).getByText('Words of farewell').waitFor();
    await sheet(page).getByText('The form says “Closing remarks”').waitFor();
    await page.keyboard.press('Control+z');
    await heading.waitFor();
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('button', { name: /Language of the report/ }).click();
    await page.getByRole('option', { name: 'French' }).click();
    await sheet(page).getByRole('heading', { name: 'Remarques finales' }).waitFor();
    await page.getByRole('link', { name: 'Remarques finales' }).click();
    await caretSettled(page, 'Remarques finales');
    await page.keyboard.type('Typed after a jump. ');
    await sheet(page).getByText('Typed after a jump.').waitFor();
    expect(await sheet(page).getByRole('heading').filter({ hasText: 'Typed after' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the rule and the register', () => {
  it('a rule changed by mistake is told with its effect, and Ctrl Z takes it back', async () => {
    const { page } = await open();
    const rule = page.getByRole('button', { name: /^Rule of the meeting/ });
    await rule.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText(/^Rule of the meeting: By affiliation\. \d+ attributions read differently\.$/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => rule.textContent()).toMatch(/Chatham House/);
  });

  it('people are entered, left and taken out by keyboard, and a statement is reached from its speaker', async () => {
    const { page, complaints } = await open();
    await page.getByRole('tab', { name: 'People' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Oda Brannick');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('Q');
    expect(await axe(page, 'aside')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('The guard cannot look for a name of one letter').waitFor();
    await page.getByText('18 people').first().waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => focused(page)).toContain('Oda Brannick');
    await page.keyboard.press('Delete');
    await page.getByText('16 people').first().waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.getByText(/^D1 is referred to \d+ times? in the text/).waitFor();
    await page.keyboard.press('Enter');
    const statement = page.locator('aside ul ul').getByRole('button').first();
    await statement.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Consent for this statement' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('own consent for 1 statement').waitFor();
    await statement.getByText('May be shown by affiliation').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('findings', () => {
  const current = (page: Page) => page.getByRole('listitem').filter({ has: page.getByText(/^\d+ of \d+$/) });

  it('a name typed in three places is replaced in all by one key, and one undo brings all back', async () => {
    const { page } = await open();
    await caretIn(page, 10);
    const names = () => sheet(page).getByText('Solange Yevrandel', { exact: false }).count();
    await page.keyboard.type(' Solange Yevrandel agreed. Then Solange Yevrandel doubted it.');
    await caretIn(page, 12);
    await page.keyboard.type(' It was said that Solange Yevrandel left.');
    expect(await names()).toBeGreaterThan(0);
    await page.getByText(/finding(s)? block/).waitFor();
    await page.getByRole('list', { name: 'Findings' }).focus();
    const next = async () => {
      await page.keyboard.press('j');
      return current(page).innerText();
    };
    await expect.poll(next, { timeout: 8_000 }).toMatch(/In 3 places/);
    await page.keyboard.press('a');
    await page.getByText('Replaced in 3 places.').waitFor();
    await expect.poll(names).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(names).toBeGreaterThan(0);
  });

  it('with the last one the keys go nowhere: none is typed into the text', async () => {
    const { page } = await open('Situation in the Upper Sellane valley');
    const field = sheet(page)
      .locator('[data-block]')
      .filter({ hasText: /\w{4} \w{4}/ })
      .nth(4);
    await field.scrollIntoViewIfNeeded();
    await field.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' [TODO: ask the desk]');
    await page.getByText(/finding(s)? (block|warn)/).waitFor();
    await page.getByRole('list', { name: 'Findings' }).focus();
    // No wording is offered for a note: Enter shows it and stays, so that the next Enter is not typed over it.
    await page.keyboard.press('Enter');
    await page.getByText('No other wording is certain here. G goes to the words.').waitFor();
    expect(await focused(page)).toBe('Findings');
    const none = page.getByRole('heading', { name: 'No known clue found' });
    const kept = async () => (await page.locator('aside[data-region] summary').allInnerTexts()).join();
    for (let left = 0; left < 12 && (await none.count()) === 0; left += 1) {
      const before = await kept();
      await page.keyboard.press('r');
      await page.keyboard.type('Agreed with the desk.');
      await page.keyboard.press('Enter');
      await expect.poll(kept, { timeout: 8_000 }).not.toBe(before);
      // The check runs again: what was kept leaves the list.
      await page.waitForTimeout(1500);
    }
    await page.getByRole('heading', { name: 'No known clue found' }).waitFor();
    expect(await focused(page)).toBe('Findings');
    const text = async () => (await sheet(page).locator('[data-slate-string]').allInnerTexts()).join('');
    const before = await text();
    for (const key of ['j', 'k', 'r', 'x']) await page.keyboard.press(key);
    expect(await text()).toEqual(before);
    // U takes back the reason that was given last, as the line at the foot says.
    await page.keyboard.press('u');
    await page.getByRole('heading', { name: /^1 finding (blocks issue|warns)$/ }).waitFor();
    expect(await text()).toEqual(before);
  });
});

describe('what recipients will see', () => {
  it('a withheld paragraph is shown with its note, the title page as it is issued', async () => {
    const { page, id, complaints } = await open('Early warning in shared river basins');
    const noted = sheet(page)
      .locator('[data-block]')
      .filter({ has: page.locator('[data-note]') })
      .first();
    const box = await noted.boundingBox();
    await noted.click({ position: { x: (box?.width ?? 400) - 100, y: (box?.height ?? 20) - 8 } });
    await page.keyboard.press('Control+Alt+e');
    await page.keyboard.type('withheld');
    await page.keyboard.press('Enter');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await go(page, `export/${id}`);
    await page.getByText('1 paragraph withheld', { exact: true }).first().waitFor();
    await page.getByRole('radio', { name: 'Changes' }).or(page.getByText('Changes')).first().click();
    await page.getByText('Note 1: withheld').waitFor();
    await page.getByText(/^1 paragraph withheld, 1 note withheld/).waitFor();
    await page.getByText('Title page: the same for every reader').click();
    await page.getByText('The rule does not word what stands in Details').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('statements for a human reader', () => {
  it('are gone through by keyboard: next, read, unread, the place in the text, back to the findings', async () => {
    const { page, complaints } = await open();
    await page.getByRole('tab', { name: /^Check/ }).click();
    await page.getByRole('button', { name: 'Read them one by one' }).press('Enter');
    const list = page.getByRole('list', { name: 'Statements for a human reader' });
    const current = () => list.locator('[aria-current="true"]');
    const told = () => page.locator('aside').getByRole('status').textContent();
    expect(await focused(page)).toBe('Statements for a human reader');
    const total = await list.locator('> li').count();
    expect(await told()).toBe(`0 of ${total} read since the draft was opened.`);
    const first = await current().textContent();
    await page.keyboard.press('j');
    expect(await current().textContent()).not.toBe(first);
    const second = await current().textContent();
    await page.keyboard.press('Enter');
    expect(await current().textContent()).not.toBe(second);
    expect(await told()).toBe(`1 of ${total} read since the draft was opened.`);
    expect(await axe(page, 'aside')).toEqual([]);
    expect(await sheet(page).locator('[data-read]').count()).toBe(1);
    await page.keyboard.press('k');
    await page.keyboard.press('u');
    expect(await told()).toBe(`0 of ${total} read since the draft was opened.`);
    const pointed = await sheet(page).locator('[data-read]').getAttribute('data-block');
    await page.keyboard.press('g');
    await expect.poll(() => here(page)).toBe(pointed);
    await list.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Findings');
    expect(await sheet(page).locator('[data-read]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the register', () => {
  it('is walked by keys to its end and back, each row told with its place', async () => {
    const { page, complaints } = await open();
    await page.getByRole('tab', { name: 'People' }).click();
    const rows = page.locator('aside [data-person]');
    await rows.first().focus();
    const before = await page.locator('aside li[aria-setsize]').first().getAttribute('aria-setsize');
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))).toBe(before);
    await page.keyboard.press('Home');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))).toBe('1');
    await page.keyboard.press('Enter');
    await page.locator('aside').getByLabel('Role').fill('Envoy');
    await page.keyboard.press('Escape');
    expect(await rows.first().textContent()).toContain('Envoy');
    expect(await axe(page, 'aside')).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('an entry of the archive', () => {
  it('is shown from the first result on; what it stands against is a link that opens the other, and leads back', async () => {
    const { page, complaints } = await host.open();
    opened.push(page);
    await go(page, 'archive');
    const pane = page.getByRole('complementary', { name: 'Entry' });
    await pane.getByRole('heading', { level: 2 }).waitFor();
    await page.getByRole('searchbox', { name: 'Search the archive' }).fill('“a duty without a calendar”');
    await page.getByText('1 entry', { exact: true }).waitFor();
    await page.locator('[data-result]').first().click();
    const first = await pane.getByRole('heading', { level: 2 }).textContent();
    const other = pane.getByRole('region', { name: 'Stands against' }).getByRole('button');
    const words = (await other.locator('span').last().textContent()) ?? '';
    await other.press('Enter');
    await expect.poll(() => pane.getByRole('heading', { level: 2 }).textContent()).toBe(words);
    expect(await axe(page, 'aside')).toEqual([]);
    await other.press('Enter');
    await expect.poll(() => pane.getByRole('heading', { level: 2 }).textContent()).toBe(first);
    expect(complaints).toEqual([]);
  });
});
