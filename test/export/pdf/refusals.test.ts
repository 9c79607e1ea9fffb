/** What is told before a file is written, and what text can never do. */
import { afterAll, describe, expect, it } from 'vitest';
import { endLayout } from '../../../electron/export/pdf/client.ts';
import { layOut } from '../../../electron/export/pdf/layout.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { fixture, heading, house, paragraph, publicationOf } from './fixtures.ts';
import { readPdf } from './read.ts';

afterAll(endLayout);

const errorOf = async (publication: Publication) => {
  const result = await layOut(publication, house, { kind: 'issue' });
  return result.ok ? null : result.error;
};

describe('before layout', () => {
  it('[PDF-20] a character that no bundled face has is named with its place', async () => {
    const error = await errorOf(publicationOf([paragraph('Readings travel.'), paragraph('A sign from far away: \u{10330}\u{1f600}')]));
    expect(error).toEqual({ code: 'export/missing-glyphs', detail: { characters: '\u{10330} \u{1f600}', at: 'b2' } });
  });
  it('[PDF-21] spaces, joiners and marks of direction need no sign', async () => {
    expect(await errorOf(publicationOf([paragraph('a\u00a0b\u200bc\u200fd\u2060e\u202f100\u00adg')]))).toBeNull();
  });
  it('[PDF-22] a picture without alternative text is refused by its anchor', async () => {
    const conference = fixture('conference');
    const body = conference.body.map((block) => (block.type === 'figure' ? { ...block, alt: ' ' } : block));
    const figure = body.find(({ type }) => type === 'figure')?.anchor;
    expect(await errorOf({ ...conference, body })).toMatchObject({ code: 'export/layout', detail: { at: figure } });
  });
  it('[PDF-23] a heading that skips a level is refused by its anchor', async () => {
    const error = await errorOf(publicationOf([heading('One'), heading('Three', 3), paragraph('Text.')]));
    expect(error).toMatchObject({ code: 'export/layout', detail: { at: 'b2' } });
  });
  it('[PDF-24] a picture that is no picture is a failure, not a crash; the next job runs', async () => {
    const conference = fixture('conference');
    const broken = Object.fromEntries(Object.entries(conference.assets).map(([id, asset]) => [id, { ...asset, base64: 'AAAA' }]));
    expect(await errorOf({ ...conference, assets: broken })).toMatchObject({ code: 'export/layout' });
    expect(await errorOf(publicationOf([paragraph('Text.')]))).toBeNull();
  });
});

describe('text stays text', () => {
  const hostile = [
    '#panic("no") #import "@preview/x:1.0.0": y',
    '$x^2$ *bold* _emph_ `raw` = heading',
    '<label> @reference [content] {code}',
    'C:\\users \\u{41} // comment /* more */ ~ --- ...',
    '#read("/etc/hostname") #sys.inputs',
    '<script>alert(1)</script> &amp; %PDF',
  ];
  it.each(hostile)('[PDF-25] %s', async (text) => {
    const notes = [{ number: 1, content: [{ text }] }];
    const publication = publicationOf([heading(text), paragraph(text), { type: 'bullet', level: 1, content: [{ text, bold: true }, { note: 1 }] } as never], {
      title: text,
      running: text,
      code: text,
      notes,
      back: [{ role: 'imprint', label: text, lines: [text] }],
    });
    const result = await layOut(publication, house, { kind: 'issue' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const read = await readPdf(result.value.bytes);
    const page = read.pages
      .map((one) => one.text)
      .join('')
      .replaceAll(/\s+/g, '');
    expect(page.split(text.replaceAll(/\s+/g, '')).length - 1).toBeGreaterThanOrEqual(5);
    expect(read.title).toBe(text);
  });
});
