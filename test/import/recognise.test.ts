/** Recognition on fixture folders: a new case is two files, no code. Every fixture is fiction, with the damage that extraction does. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { read } from '../../electron/import/read.ts';
import { recognise } from '../../electron/import/recognise/recognise.ts';
import { bare } from '../../electron/import/recognise/words.ts';
import { Imported } from '../../shared/contract/calls/import.ts';

const root = new URL('../fixtures/import/', import.meta.url);

const Expected = z.strictObject({
  template: z.string().optional(),
  title: z.string().optional(),
  language: z.string().optional(),
  dates: z.strictObject({ start: z.string(), end: z.string() }).optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  counts: z.record(z.string(), z.int()).optional(),
  sections: z.array(z.string()).optional(),
  entries: z.array(z.looseObject({ has: z.string(), section: z.string().optional() })).default([]),
  absent: z.array(z.string()).default([]),
  notes: z.int().optional(),
  figures: z.int().optional(),
  pullQuotes: z.array(z.string()).optional(),
  warnings: z.array(z.string()).default([]),
});

async function imported(name: string): Promise<Imported> {
  const file = readdirSync(new URL(`${name}/`, root)).find((entry) => entry.startsWith('input.'));
  if (file === undefined) throw new Error(`no input in ${name}`);
  const { source, table } = await read(new Uint8Array(readFileSync(new URL(`${name}/${file}`, root))), file);
  return recognise(source, { file, template: 'auto', table: table ?? null });
}

describe.each(readdirSync(root))('%s', (name) => {
  const expected = Expected.parse(JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), 'utf8')));
  const result = imported(name);

  it('has the contract’s shape; every entry stands in one section, in order', async () => {
    const r = Imported.parse(await result);
    expect(r.sections.flatMap(({ entries }) => entries)).toEqual(r.entries.map((_, at) => at));
    for (const section of r.sections) {
      expect(section.flow.flatMap((item) => ('entry' in item ? [item.entry] : []))).toEqual(section.entries);
      expect(section.flow.filter((item) => 'paragraph' in item)).toHaveLength(section.paragraphs.length);
    }
  });

  it('form, title, days, fields and counts', async () => {
    const r = await result;
    if (expected.template !== undefined) expect(r.template).toBe(expected.template);
    if (expected.title !== undefined) expect(r.title).toBe(expected.title);
    if (expected.language !== undefined) expect(r.language).toBe(expected.language);
    if (expected.dates !== undefined) expect(r.dates).toEqual(expected.dates);
    if (expected.fields !== undefined) expect(r.fields).toMatchObject(expected.fields);
    const counts = Object.fromEntries(Object.keys(expected.counts ?? {}).map((kind) => [kind, r.entries.filter((entry) => entry.kind === kind).length]));
    expect(counts).toEqual(expected.counts ?? {});
    if (expected.sections !== undefined) expect(r.sections.map(({ title }) => title)).toEqual(expected.sections);
  });

  it('entries, notes, margin quotes, figures, warnings', async () => {
    const r = await result;
    for (const { has, section, ...rest } of expected.entries) {
      const found = r.entries.find(({ text }) => text.includes(has));
      expect(found, has).toBeDefined();
      expect(found, has).toMatchObject(rest);
      if (section !== undefined) expect(found?.section.join(' > '), has).toContain(section);
    }
    for (const words of expected.absent) expect(r.entries.filter(({ text }) => text.includes(words))).toEqual([]);
    if (expected.notes !== undefined) expect(r.notes).toHaveLength(expected.notes);
    if (expected.figures !== undefined) expect(r.figures).toHaveLength(expected.figures);
    if (expected.pullQuotes !== undefined) expect(r.pullQuotes.map(({ text }) => text)).toEqual(expected.pullQuotes);
    for (const code of expected.warnings) expect(r.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('no word of the file is lost', async () => {
    const r = await result;
    const all = ` ${bare(JSON.stringify(r).replace(/\\[nrt"]/g, ' '))} `;
    const file = readdirSync(new URL(`${name}/`, root)).find((entry) => entry.startsWith('input.')) ?? '';
    const words = bare(readFileSync(new URL(`${name}/${file}`, root), 'utf8').replace(/-\n/g, '')).split(' ');
    // Words that became a date, a host or the form itself.
    const understood = /^(?:\p{L}*day|mardi|jeudi|mars|février|january|may|june|november|september|accueilli|hosted|photo|page)$/u;
    const lost = words.filter((word) => /^\p{L}{4,}$/u.test(word) && !understood.test(word) && !all.includes(word));
    expect(lost).toEqual([]);
  });
});
