/** Pages while they are written. */
import { afterAll, describe, expect, it } from 'vitest';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { firstPage, preview, previewPage } from '../../../electron/export/pdf/preview.ts';
import { shareGlyphs } from '../../../electron/export/pdf/share-glyphs.ts';
import { isSelfContained } from '../../../electron/export/pdf/svg.ts';
import { fixture, fixtureNames, heading, house, paragraph, publicationOf } from './fixtures.ts';

afterAll(endLayout);

describe('pages', () => {
  it.each(fixtureNames)('[PRE-1] %s: every page is a picture without script or outside reference', async (name) => {
    const laid = await preview(fixture(name), house, { draft: name });
    if (!laid.ok) throw new Error(laid.error.code);
    expect(laid.value).toMatchObject({ width: house.page.width, height: house.page.height });
    for (let page = 1; page <= laid.value.pages; page++) {
      const svg = await previewPage(laid.value.key, page);
      if (!svg.ok) throw new Error(svg.error.code);
      expect(svg.value).toMatch(/^<svg viewBox="0 0 595\.\d+ 841\.\d+"/);
      expect(svg.value).toMatch(/<\/svg>\s*$/);
      expect(svg.value).not.toContain('<text');
      expect(isSelfContained(svg.value)).toBe(true);
    }
  });
  it('[PRE-2] a page that is not there is an input error', async () => {
    const laid = await preview(publicationOf([paragraph('One page.')]), house, { draft: 'a' });
    const svg = laid.ok ? await previewPage(laid.value.key, 7) : laid;
    expect(svg).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });
  it('[PRE-3] a picture of a form shows title and text on one page', async () => {
    const [picture, cover] = await Promise.all([firstPage(fixture('conference'), house), coverOf('conference')]);
    expect(picture.ok && picture.value.length).toBeGreaterThan(cover.length);
  });
});

describe('the queue', () => {
  it('[PRE-4] a newer preview of a draft replaces one that waits; other drafts are left alone', async () => {
    const long = publicationOf(Array.from({ length: 120 }, (_, at) => [heading(`H${at}`), paragraph('Readings travel. '.repeat(40))]).flat());
    const running = preview(long, house, { draft: 'long' });
    const asked = ['a', 'b', 'a', 'a'].map((draft, at) => preview(publicationOf([paragraph(`Text ${at}`)]), house, { draft }));
    const codes = (await Promise.all(asked)).map((result) => (result.ok ? 'ok' : result.error.code));
    expect((await running).ok).toBe(true);
    expect(codes).toEqual(['host/cancelled', 'ok', 'host/cancelled', 'ok']);
  });
  it('[PRE-5] an old preview says that it has been replaced', async () => {
    const first = await preview(publicationOf([paragraph('First.')]), house, { draft: 'x' });
    for (let at = 0; at < 4; at++) await preview(publicationOf([paragraph(`Later ${at}`)]), house, { draft: 'x' });
    expect(first.ok && (await previewPage(first.value.key, 1))).toMatchObject({ ok: false, error: { code: 'host/cancelled' } });
  });
  it('[PRE-6] after its end the queue starts anew, and what waited was told', async () => {
    const waiting = preview(publicationOf([paragraph('Waiting.')]), house, { draft: 'y' });
    await endLayout();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'host/cancelled' } });
    expect((await preview(publicationOf([paragraph('Again.')]), house, { draft: 'y' })).ok).toBe(true);
  });
});

describe('pictures', () => {
  it.each([
    ['<svg><script>1</script></svg>', false],
    ['<svg><image href="https://x.example/a.png"/></svg>', false],
    ['<svg><image href="data:image/svg+xml;base64,AA"/></svg>', false],
    ['<svg onload="x"><g/></svg>', false],
    ['<svg><style>@import url(x)</style></svg>', false],
    ['<svg><use xlink:href="#g1"/><image href="data:image/png;base64,AA"/></svg>', true],
  ])('[PRE-7] %s is self-contained: %s', (svg, expected) => expect(isSelfContained(svg)).toBe(expected));

  it('[PRE-8] equal letters share one shape and keep their places', () => {
    const svg = [
      '<svg><use xlink:href="#g0" transform="translate(10 20)" fill="#000"/><use xlink:href="#g1" transform="matrix(0 1 1 0 5 5)"/>',
      '<defs><path id="g0" d="M1,2 L3,4 Z"/><path id="g1" d="M11,2 L13,4 Z"/></defs></svg>',
    ].join('');
    expect(shareGlyphs(svg)).toBe(
      [
        '<svg><use xlink:href="#g0" transform="translate(11 22)" fill="#000"/><use xlink:href="#g0" transform="matrix(0 1 1 0 5 5) translate(11 2)"/>',
        '<defs><path id="g0" d="M0,0 L2,2 Z"/></defs></svg>',
      ].join(''),
    );
  });
});

async function coverOf(name: string): Promise<string> {
  const laid = await preview(fixture(name), house, { draft: `cover of ${name}` });
  const svg = laid.ok ? await previewPage(laid.value.key, 1) : laid;
  if (!svg.ok) throw new Error(svg.error.code);
  return svg.value;
}
