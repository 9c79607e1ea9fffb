/** The fixture publications and the house style that exporters are tested with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HouseStyle } from '../../shared/publication/house-style.ts';
import { Publication } from '../../shared/publication/publication.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/fixtures/publications');

export const house = HouseStyle.parse(JSON.parse(readFileSync(join(root, 'templates/house-style/house.json'), 'utf8')));

export const publicationNames = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

export function publicationOf(name: string): Publication {
  return Publication.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}
