/** Publications and the house style that the tests of the PDF lay out. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HouseStyle } from '../../../shared/publication/house-style.ts';
import { type PubBlock, Publication } from '../../../shared/publication/publication.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'test/fixtures/publications');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export const house = HouseStyle.parse(json(join(root, 'templates/house-style/house.json')));
export const fixtureNames = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5));

export function fixture(name: string): Publication {
  return Publication.parse(json(join(folder, `${name}.json`)));
}

/** A publication of plain blocks: anchors are given, notes are texts. */
export function publicationOf(blocks: readonly Omit<PubBlock, 'anchor'>[], over: Partial<Publication> = {}): Publication {
  return Publication.parse({
    format: 'rapporteur/publication',
    version: 1,
    template: { id: 'summary', title: 'Summary', version: '1.0' },
    language: 'en-GB',
    direction: 'ltr',
    title: 'A plain title',
    running: 'A plain title',
    code: null,
    dates: { start: '2026-03-16', end: '2026-03-18' },
    rule: 'chatham-house',
    marking: null,
    audience: { id: 'public', title: 'Public' },
    copy: null,
    houseStyle: 'house',
    fileName: 'plain',
    fields: {},
    front: [{ role: 'title', lines: ['A plain title'] }],
    back: [],
    body: blocks.map((block, at) => ({ ...block, anchor: `b${at + 1}` })),
    notes: [],
    assets: {},
    ...over,
  });
}

export const paragraph = (text: string): Omit<PubBlock, 'anchor'> => ({ type: 'paragraph', role: 'plain', content: [{ text }] }) as Omit<PubBlock, 'anchor'>;
export const heading = (text: string, level = 1): Omit<PubBlock, 'anchor'> => ({ type: 'heading', level, content: [{ text }] }) as Omit<PubBlock, 'anchor'>;
