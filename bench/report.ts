/** The report that the exporters are measured with (EXPORT): 60 pages, 200 numbered paragraphs, 20 notes, one picture, one table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PubBlock, Publication } from '../shared/publication/publication.ts';

const fixture = join(import.meta.dirname, '../test/fixtures/publications/conference.json');
const paragraphs = 200;
const sentences = [
  'It was widely felt that in each of the three basins the early signs had been visible for months.',
  'A gauge was left unread, a market closed, and a radio programme changed its tone.',
  'Some doubted that a further channel would help, and proposed a duty to answer within fourteen days.',
  'Others, however, disagreed: a duty without a calendar would be met with a form of words.',
  'The commission had forwarded eleven notes and received two replies, both of them printed.',
  'What failed was reception, and reception is an office, a telephone and a person who is paid.',
  'It was suggested that stations be numbered and that the key be kept outside the basin.',
  'Rehearsal was preferred to planning, and a rehearsed plan found its funds within a year.',
];

function prose(at: number, count: number): string {
  return Array.from({ length: count }, (_, i) => sentences[(at * 3 + i * 5 + (i >> 1)) % sentences.length]).join(' ');
}

/** The same publication each time. */
export function report(): Publication {
  const model = Publication.parse(JSON.parse(readFileSync(fixture, 'utf8')));
  const [asset] = Object.keys(model.assets).filter((id) => model.assets[id]?.mime === 'image/jpeg');
  const body: Omit<PubBlock, 'anchor'>[] = [];
  const add = (block: Record<string, unknown>) => body.push(block as unknown as Omit<PubBlock, 'anchor'>);
  add({ type: 'heading', level: 1, content: [{ text: 'Summary' }] });
  add({ type: 'paragraph', role: 'lead', content: [{ text: prose(1, 4) }] });
  for (let n = 1; n <= paragraphs; n++) {
    if (n % 20 === 1) add({ type: 'heading', level: 1, content: [{ text: `Part ${(n - 1) / 20 + 1}: what was said of it` }] });
    else if (n % 7 === 1) add({ type: 'heading', level: 2, content: [{ text: `The question put in paragraph ${n}` }] });
    const note = n % 10 === 5 ? [{ note: (n - 5) / 10 + 1 }] : [];
    add({
      type: 'numbered',
      number: n,
      label: `${n}.`,
      content: [{ text: `Point ${n} has a key phrase.`, bold: true }, { text: ` ${prose(n, 5 + (n % 4))}` }, ...note],
    });
    if (n % 12 === 0)
      for (let i = 1; i <= 3; i++)
        add({ type: 'subitem', level: 1, ordinal: i, label: `${'i'.repeat(i)}.`, restart: i === 1, content: [{ text: prose(n + i, 1) }] });
    if (n === 60 && asset !== undefined)
      add({ type: 'figure', asset, label: 'Figure 1', content: [{ text: 'The gauge' }], credit: 'Archive', alt: 'A gauge in a river.' });
    if (n === 90) add({ type: 'table', label: 'Table 1', caption: 'Hours to a decision', headerRows: 1, widths: [2, 1, 1], rows: table() });
  }
  const notes = Array.from({ length: paragraphs / 10 }, (_, at) => ({
    number: at + 1,
    content: [{ text: `Basin Commission, annual report, table ${at + 1}.` }],
  }));
  return Publication.parse({ ...model, body: body.map((block, at) => ({ ...block, anchor: `b${at + 1}` })), notes });
}

function table(): { text: string }[][][] {
  return Array.from({ length: 14 }, (_, row) =>
    (row === 0 ? ['Basin', '2019', '2025'] : [`Basin ${row}`, `${row * 7 + 11}`, `${row * 3 + 5}`]).map((text) => [{ text }]),
  );
}
