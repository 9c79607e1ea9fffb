import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaFiles } from '../../scripts/schemas.ts';

it.each([...schemaFiles()])('[FMT-1] docs/formats/%s is the schema that the program uses', (name, text) => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/formats', name), 'utf8')).toBe(text);
});
