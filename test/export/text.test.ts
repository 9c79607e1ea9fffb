import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../electron/export/plain.ts';
import { toJson } from '../../electron/export/text/json.ts';
import { toMarkdown } from '../../electron/export/text/markdown.ts';
import { toPlainText } from '../../electron/export/text/plain-text.ts';
import { columns, wrap } from '../../electron/export/text/wrap.ts';
import { Publication } from '../../shared/publication/publication.ts';
import { publicationNames, publicationOf } from './publications.ts';

const squeezed = (text: string) => text.replace(/\s+/g, '');

describe.each(publicationNames)('%s', (name) => {
  const publication = publicationOf(name);

  it('[TXT-1] plain text holds every word, in lines of at most 80 columns', () => {
    const text = toPlainText(publication);
    const tooLong = text.split('\n').filter((line) => columns(line) > 80 && line.trim().includes(' ') && !/https?:/.test(line));
    expect(tooLong).toEqual([]);
    const flat = squeezed(text);
    for (const block of publication.body) {
      if (block.type === 'figure' || block.type === 'table') continue;
      for (const run of block.content) if ('text' in run) expect(flat.toLowerCase()).toContain(squeezed(run.text).toLowerCase());
      if (block.type === 'numbered') expect(text).toContain(`\n${block.label}`);
    }
    for (const note of publication.notes) expect(flat).toContain(squeezed(note.content.map((run) => run.href ?? run.text).join('')));
  });

  it('[TXT-2] lines of a numbered paragraph hang beside its number', () => {
    const lines = toPlainText(publication).split('\n');
    for (const block of publication.body) {
      if (block.type !== 'numbered' || plain(block.content).length < 120) continue;
      const at = lines.findIndex((line) => line.startsWith(`${block.label} `));
      expect(lines[at + 1]).toMatch(/^ {5}\S/);
    }
  });

  it('[TXT-3] JSON is the Publication, with keys in order', () => {
    const json = toJson(publication);
    expect(Publication.parse(JSON.parse(json))).toEqual(publication);
    const reversed = Object.fromEntries(Object.entries(publication).reverse());
    expect(toJson(reversed)).toBe(json);
  });

  it('[TXT-4] Markdown holds every word and defines every note it refers to', () => {
    const markdown = toMarkdown(publication);
    const flat = squeezed(markdown.replace(/\\(.)/g, '$1'));
    for (const block of publication.body)
      if (block.type !== 'table') for (const run of block.content) if ('text' in run) expect(flat).toContain(squeezed(run.text));
    for (const note of publication.notes) expect(markdown).toContain(`[^${note.number}]: `);
  });
});

it('[TXT-5] Markdown signs in the text stay text', () => {
  const publication = {
    ...publicationOf('conference'),
    body: [
      {
        type: 'paragraph' as const,
        anchor: 'b1',
        role: 'plain' as const,
        content: [{ text: '# not a *heading* [link](x) <b> 1. a_b' }, { text: ' bold ', bold: true as const }, { text: 'end' }],
      },
    ],
  };
  const markdown = toMarkdown(publication);
  expect(markdown).toContain('\\# not a \\*heading\\* \\[link\\](x) \\<b\\> 1. a\\_b **bold** end');
});

it('[TXT-6] wrapping loses no word and never passes the measure, but for words longer than it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1, maxLength: 30 }).map((word) => word.replace(/\s/g, 'x')),
        { minLength: 1 },
      ),
      fc.integer({ min: 0, max: 12 }),
      (parts, indent) => {
        const text = parts.join(' ');
        const lines = wrap(text, '', indent);
        expect(squeezed(lines.join(''))).toBe(squeezed(text));
        for (const line of lines) if (line.trim().includes(' ')) expect(columns(line)).toBeLessThanOrEqual(80);
      },
    ),
    { numRuns: 200 },
  );
});
