/**
 * The interface under load (`node bench/ui.ts`): ms a key at 100,000 words beside a bare contenteditable page in the same browser,
 * start to interactive, opening such a draft, and the preview after one word. Wall times grow with what else the machine does, so CPU
 * time of the page's thread stands beside them.
 */
import type { CDPSession, Page } from 'playwright-core';
import type { Draft } from '../shared/document/draft.ts';
import { startHost } from '../test/e2e/browser/host.ts';

const words = Number(process.argv[2] ?? 100_000);
const keys = 60;
const sentence = 'The signs are rarely hidden and the reply is what was missing in every one of the basins that were examined by the meeting. ';

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly cpu: number;
}

interface Bridge {
  send(name: string, input: unknown): Promise<{ ok: boolean; value: never }>;
}
declare const bridge: Bridge;

const round = (ms: number): number => Math.round(ms * 10) / 10;

/** Types `keys` letters; a key's time runs from its keydown to the task after the frame that shows it. */
async function typeKeys(page: Page): Promise<Measured> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          const after = new MessageChannel();
          after.port1.onmessage = () => times.push(performance.now() - start);
          after.port2.postMessage(0);
        });
      },
      true,
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await cpu(session);
  for (let at = 0; at < keys; at += 1) {
    await page.keyboard.press('abcdefghij'[at % 10] ?? 'a');
    await page.waitForTimeout(60);
  }
  const spent = ((await cpu(session)) - before) / keys;
  const times = ((await page.evaluate('keyTimes')) as number[]).sort((a, b) => a - b);
  return { p50: round(times[Math.floor(times.length * 0.5)] ?? 0), p95: round(times[Math.floor(times.length * 0.95)] ?? 0), cpu: round(spent) };
}

/** ms of CPU that the page's main thread has used. */
async function cpu(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** The same paragraphs in a page of nothing but contenteditable. */
async function bare(page: Page): Promise<Measured> {
  await page.goto('about:blank');
  await page.evaluate(
    ({ text, count }) => {
      const box = document.createElement('div');
      box.contentEditable = 'true';
      for (let at = 0; at < count; at += 1) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        box.append(paragraph);
      }
      document.body.append(box);
    },
    { text: sentence.repeat(2), count: Math.ceil(words / 46) },
  );
  await page
    .locator('p')
    .nth(Math.floor(words / 46 / 3))
    .click();
  return typeKeys(page);
}

/** A conference draft of so many words. @returns its id */
async function longDraft(page: Page): Promise<string> {
  return page.evaluate(
    async ({ text, count }) => {
      const value = async <T>(name: string, input: unknown): Promise<T> => (await bridge.send(name, input)).value;
      const { id } = await value<{ id: string }>('draft.create', { template: 'conference', sample: true });
      const { draft } = await value<{ draft: Draft }>('draft.open', { id });
      const themes = draft.body.filter((section) => section.section === 'theme');
      for (const theme of themes) theme.children.splice(1);
      for (let at = 0; at < count; at += 1) {
        themes[Math.floor((at / count) * themes.length)]?.children.push({ type: 'numbered', id: `long-${at}`, children: [{ text }] });
      }
      return (await value<{ id: string }>('draft.create', { template: 'conference', draft })).id;
    },
    { text: sentence.repeat(2), count: Math.ceil(words / 46) },
  );
}

async function since<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [Math.round(performance.now() - start), result];
}

const host = await startHost(['--sample']);
try {
  const [interactive, { page }] = await since(() => host.open());
  const id = await longDraft(page);
  const [opening] = await since(async () => {
    await page.evaluate(`location.hash = '#/draft/${id}'`);
    await page.getByRole('textbox', { name: 'The page' }).waitFor({ timeout: 120_000 });
  });
  await page.locator('[data-block="long-40"]').click({ timeout: 120_000 });
  await page.mouse.move(4, 4);
  await page.waitForTimeout(3000);
  const ours = await typeKeys(page);
  await page.getByRole('tab', { name: 'Preview' }).click();
  const state = page.getByText(/^Page \d+ of \d+$/);
  await state.waitFor({ timeout: 120_000 });
  await page.locator('[data-block="long-40"]').click();
  const [preview] = await since(async () => {
    await page.keyboard.type('word ');
    await page.waitForResponse((answer) => answer.url().endsWith('/api/draft.preview'), { timeout: 120_000 });
  });
  const naked = await bare(await page.context().newPage());
  console.log(JSON.stringify({ words, start: interactive, opening, key: ours, bareContentEditable: naked, previewAfterAWord: preview }, null, 2));
} finally {
  await host.close();
}
