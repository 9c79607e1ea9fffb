/** What we issue we can read again: samples, exported as text, Markdown and HTML, give back their form and their entries;
 *  what was read becomes a draft that its template takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { toMarkdown } from '../../electron/export/text/markdown.ts';
import { toPlainText } from '../../electron/export/text/plain-text.ts';
import { read } from '../../electron/import/read.ts';
import { recognise } from '../../electron/import/recognise/recognise.ts';
import { toDraft } from '../../electron/import/to-draft.ts';
import type { Imported } from '../../shared/contract/calls/import.ts';
import { Draft } from '../../shared/document/draft.ts';
import { blocksOf, plain } from '../../shared/document/text.ts';
import { MarkingScheme } from '../../shared/marking/scheme.ts';
import { HouseStyle } from '../../shared/publication/house-style.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import { publish } from '../../shared/publication/publish.ts';
import type { Library } from '../../shared/template/library.ts';
import { Template } from '../../shared/template/schema.ts';

const root = new URL('../../templates/', import.meta.url);
function load<S extends z.ZodType>(folder: string, schema: S): Map<string, z.output<S>> {
  const files = readdirSync(new URL(folder, root)).filter((name) => name.endsWith('.json'));
  return new Map(files.map((name) => [name.replace('.json', ''), schema.parse(JSON.parse(readFileSync(new URL(`${folder}/${name}`, root), 'utf8')))]));
}
const library: Library = { templates: load('reports', Template), markings: load('marking', MarkingScheme), houseStyles: load('house-style', HouseStyle) };

function published(id: string): Publication {
  const result = publish(Draft.parse(JSON.parse(readFileSync(new URL(`samples/${id}.json`, root), 'utf8'))), library);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.publication;
}

async function readBack(text: string, name: string): Promise<Imported> {
  const { source } = await read(new TextEncoder().encode(text), name);
  return recognise(source, { file: name, template: 'auto', table: null });
}

const count = (list: readonly { readonly kind: string }[]) => {
  const out: Record<string, number> = {};
  for (const { kind } of list) out[kind] = (out[kind] ?? 0) + 1;
  return out;
};

/** What the reader can know: a recommendation inside a theme is told only by its heading, so only these forms give every entry back. */
const wanted: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  conference: { 'key-point': 8, statement: 44, recommendation: 12 },
  dialogues: { question: 25, conclusion: 55, proposal: 36 },
  roundtable: { statement: 40 },
};

describe.each(Object.keys(wanted))('%s', (id) => {
  const formats = [
    ['text', 'a.txt', toPlainText],
    ['Markdown', 'a.md', toMarkdown],
  ] as const;

  it.each(formats)('[IMP-20] %s gives back form, days, entries and notes', async (_, name, write) => {
    const publication = published(id);
    const r = await readBack(write(publication), name);
    expect(r.template).toBe(id);
    expect(r.dates).toEqual(publication.dates);
    expect(count(r.entries)).toEqual(wanted[id]);
    expect(r.notes).toHaveLength(publication.notes.length);
    expect(r.notes.every(({ entry }) => entry !== null)).toBe(true);
    expect(r.pullQuotes).toHaveLength(publication.body.filter(({ type }) => type === 'pull-quote').length);
  });

  it('[IMP-21] what was read becomes a draft that the template takes, with every entry and paragraph', async () => {
    const r = await readBack(toMarkdown(published(id)), 'a.md');
    const draft = toDraft(r, library);
    if (!draft.ok) throw new Error(`${draft.error.code} ${JSON.stringify(draft.error.detail)}`);
    const texts = [...blocksOf(draft.value.body)].map(({ block }) => plain(block));
    const all = texts.join('\n');
    for (const { text } of r.entries) expect(texts).toContain(text);
    for (const paragraph of r.sections.flatMap(({ paragraphs }) => paragraphs)) for (const cell of paragraph.split(' | ')) expect(all).toContain(cell);
    expect(publish(draft.value, library).ok).toBe(true);
  });
});

it('[IMP-22] a file that fits no form still becomes a draft', async () => {
  const draft = toDraft(await readBack('A note\n\nTwo lines of prose, and no more than that.\n\n- one point\n', 'n.txt'), library);
  expect(draft.ok && draft.value.template).toBe('conference');
});
