/** Writes the JSON Schemas of the file formats into docs/formats. `node scripts/schemas.ts` after a change of a schema; a test holds them equal. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Draft } from '../shared/document/draft.ts';
import { MarkingScheme } from '../shared/marking/scheme.ts';
import { HouseStyle } from '../shared/publication/house-style.ts';
import { Publication } from '../shared/publication/publication.ts';
import { Template } from '../shared/template/schema.ts';

const formats = { draft: Draft, template: Template, publication: Publication, marking: MarkingScheme, 'house-style': HouseStyle } as const;

/** Each schema as text, by file name. What may be left out in a file is optional here. */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(formats).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', reused: 'ref' }), null, 1)}\n`,
    ]),
  );
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../docs/formats');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of schemaFiles()) writeFileSync(join(folder, name), text);
}
