/** What can be done on the Desk, in the Archive, in Import and in Export, as a person does it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftId, go, type Host, startHost } from './host.ts';

let host: Host;
let page: Page;
beforeAll(async () => {
  host = await startHost(['--sample']);
  page = (await host.open()).page;
});
afterAll(() => host.close());

const total = async () => Number(/[\d,]+/.exec(await page.locator('section [role=status]').first().innerText())?.[0].replace(',', ''));
const firstResult = () => page.locator('[data-result]').first();

it('[DSK-1] the Desk’s search opens the archive with what was typed', async () => {
  await go(page, 'desk');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fourteen days');
  await page.keyboard.press('Enter');
  await firstResult().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('fourteen days');
  expect(await firstResult().innerText()).toMatch(/fourteen/i);
});

it('[DSK-2] a draft goes to the trash and comes back by Undo', async () => {
  await go(page, 'desk');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Horizon scan' }) });
  await page.getByRole('button', { name: 'Actions for Horizon scan' }).click();
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click();
  await rows.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await rows.waitFor();
});

it('[DSK-3] each form shows a page, and choosing one begins a draft', async () => {
  await go(page, 'desk');
  await expect.poll(() => page.locator('ul li img').count(), { timeout: 20_000 }).toBe(6);
  await page.getByRole('button', { name: /^Begin: Round/ }).click();
  await page.waitForURL(/#\/draft\//);
});

it('[ARC-1] facets narrow, their counts are what is found, and they can be cleared', async () => {
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('');
  await expect.poll(total).toBeGreaterThan(100);
  const all = await total();
  const proposals = page.getByRole('checkbox', { name: /^Proposal/ });
  const said = Number(
    /\d+/.exec(
      (await page
        .locator('label')
        .filter({ hasText: /^Proposal/ })
        .innerText()) ?? '',
    )?.[0],
  );
  await proposals.press('Space');
  await expect.poll(total).toBe(said);
  await page.getByRole('searchbox').fill('zzqx');
  await page.getByRole('button', { name: 'clear it' }).click();
  await page.getByRole('searchbox').fill('');
  await expect.poll(total).toBe(all);
});

it('[ARC-2] by keys: down into the results, next, select, copy with citations', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('warning');
  await page.locator('[data-result] mark').first().waitFor();
  await page.getByRole('searchbox').press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Copy with citations' }).click();
  await page.getByText('on the clipboard').waitFor();
  const copied = String(await page.evaluate('navigator.clipboard.readText()'));
  expect(copied.split('\n\n')).toHaveLength(2);
  expect(copied).toMatch(/warning/i);
  expect(copied).toMatch(/\(.*2026.*\)/);
});

it('[ARC-3] an entry keeps its follow-up', async () => {
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('');
  await page.getByRole('checkbox', { name: /^Proposal/ }).press('Space');
  await firstResult().click();
  await page.getByRole('button', { name: 'Record a follow-up' }).click();
  await page.getByLabel('Source').fill('Decision 4 of the commission');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText(': Decision 4 of the commission').waitFor();
  await page.getByRole('checkbox', { name: /^Proposal/ }).press('Space');
});

it('[ARC-4] a word that nobody wrote is answered with one that somebody did', async () => {
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('comission');
  await page.getByText('No entry has “comission”').waitFor();
  await page.getByRole('button', { name: 'commission', exact: true }).click();
  await firstResult().waitFor();
});

it('[ARC-5] a search is saved under a name and brought back', async () => {
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('duty');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('What is owed');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('searchbox').fill('river');
  await page.getByRole('button', { name: 'What is owed', exact: true }).click();
  expect(await page.getByRole('searchbox').inputValue()).toBe('duty');
});

const minutes = [
  'Third dialogue on prevention',
  'Hosted by Ardane, Monday 9 September 2024',
  '',
  'Key conclusions',
  '• Many agreed that a quokka ledger remains a record.',
  '',
];

async function bringIn(name: string, text: string): Promise<void> {
  const file = join(host.home, name);
  await writeFile(file, text);
  await go(page, 'import');
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^(Choose files|Add files)$/ })
    .last()
    .click();
  await (await chooser).setFiles([file]);
  await page.locator('aside li').filter({ hasText: name }).getByText('To review').waitFor();
}

it('[IMP-1] a file is read, a kind is changed by a key, and only then it enters the archive', async () => {
  await bringIn('minutes.txt', minutes.join('\n'));
  const row = page.locator('[data-pair]').filter({ hasText: 'quokka' });
  await row.click();
  await page.keyboard.press('6');
  await page.getByText('1 kind changed').waitFor();
  await page.getByRole('button', { name: /^Add 1 entry/ }).click();
  await page.locator('aside').getByText('Added').waitFor();
  await go(page, 'archive');
  await page.getByRole('searchbox').fill('quokka');
  await page.getByText('Lesson', { exact: true }).first().waitFor();
  expect(await firstResult().innerText()).toContain('quokka');
});

it('[IMP-2] the same file once more adds nothing', async () => {
  await bringIn('minutes-again.txt', minutes.join('\n'));
  await page.locator('aside').getByRole('button', { name: 'minutes-again.txt' }).click();
  await page.getByRole('button', { name: /^Add 1 entry/ }).click();
  await page.getByText('nothing was added twice').waitFor();
});

it('[IMP-3] a file that cannot be read says why, and the rest goes on', async () => {
  await writeFile(join(host.home, 'broken.docx'), 'this is no package');
  await go(page, 'import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files' }).click();
  await (await chooser).setFiles([join(host.home, 'broken.docx')]);
  const file = page.locator('aside li').filter({ hasText: 'broken.docx' });
  await file.getByText('Not read').waitFor();
  expect(await file.innerText()).toMatch(/cannot be read/);
});

/** Types a name of the register into the draft, through the same call as the editor. */
async function leak(id: string): Promise<string> {
  return page.evaluate(async (draft) => {
    const { bridge } = window as unknown as { bridge: { send(name: string, input: unknown): Promise<{ value: never }> } };
    const { value } = await bridge.send('draft.open', { id: draft });
    const opened = value as { sequence: number; draft: { people: { name: string }[]; body: { children: { type: string; children: unknown[] }[] }[] } };
    const name = opened.draft.people[0]?.name ?? '';
    const at = opened.draft.body.findIndex((section) => section.children.some((block) => block.type === 'paragraph'));
    const block = opened.draft.body[at]?.children.findIndex((one) => one.type === 'paragraph') ?? 0;
    const operation = { type: 'insert_text', path: [at, block, 0], offset: 0, text: `${name} said so. ` };
    await bridge.send('draft.append', { id: draft, after: opened.sequence, change: { operations: [operation] } });
    return name;
  }, id);
}

it('[EXP-1] what would name a speaker is refused, with its place', async () => {
  const id = await draftId(page, 'The duty to answer');
  const name = await leak(id);
  await go(page, `export/${id}`);
  await page.getByRole('heading', { name: 'Not ready to issue' }).waitFor();
  expect(await page.getByRole('button', { name: 'Export', exact: true }).isDisabled()).toBe(true);
  await page
    .locator('section ol')
    .getByText(name.split(' ').at(-1) ?? name)
    .first()
    .waitFor();
});

it('[EXP-2] a report is issued: proof, files, and filed in the archive', async () => {
  await go(page, `export/${await draftId(page, 'Water, archives and the duty to answer')}`);
  await page.getByRole('img', { name: 'Page 1' }).waitFor();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByText('Written beside its place and reopened').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Download: .*\.pdf$/ }).click()]);
  expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Add to the archive' }).click();
  await page.getByText(/^Filed, with/).waitFor();
});
