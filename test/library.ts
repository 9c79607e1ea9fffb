/** The shipped templates, markings, house styles and samples, read once for the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Draft } from '../shared/document/draft.ts';
import { parseDraft } from '../shared/document/parse.ts';
import { MarkingScheme } from '../shared/marking/scheme.ts';
import { HouseStyle } from '../shared/publication/house-style.ts';
import type { Library } from '../shared/template/library.ts';
import { Template } from '../shared/template/schema.ts';

const templates = join(import.meta.dirname, '../templates');

function load<T extends { id: string }>(folder: string, schema: z.ZodType<T>): Map<string, T> {
  const files = readdirSync(join(templates, folder)).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => schema.parse(JSON.parse(readFileSync(join(templates, folder, file), 'utf8')))).map((value) => [value.id, value]));
}

export const library: Library = {
  templates: load('reports', Template),
  markings: load('marking', MarkingScheme),
  houseStyles: load('house-style', HouseStyle),
};

export function sample(id: string): Draft {
  const parsed = parseDraft(JSON.parse(readFileSync(join(templates, 'samples', `${id}.json`), 'utf8')));
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}
