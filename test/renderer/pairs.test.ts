import { describe, expect, it } from 'vitest';
import { pairsOf, tally } from '../../renderer/import/pairs.ts';
import type { Imported } from '../../shared/contract/calls/import.ts';

type Entry = Imported['entries'][number];

const entry = (kind: Entry['kind'], text: string, line: number | undefined): Entry => ({
  kind,
  text,
  section: [],
  number: null,
  support: null,
  contested: false,
  polarity: null,
  modality: null,
  addressees: [],
  quoted: [],
  attribution: null,
  themes: [],
  source: line === undefined ? {} : { line },
});

const section = (title: string, entries: number[], paragraphs: string[] = []): Imported['sections'][number] => ({
  title,
  number: null,
  level: 1,
  path: [title],
  date: null,
  host: null,
  paragraphs,
  entries,
});

const imported = (change: Partial<Imported>): Imported => ({
  file: 'minutes.txt',
  template: 'dialogues',
  score: 1,
  title: 'Third dialogue',
  dates: { start: null, end: null },
  language: 'en',
  fields: {},
  sections: [],
  entries: [],
  notes: [],
  pullQuotes: [],
  figures: [],
  people: [],
  warnings: [],
  ...change,
});

const lines = [
  'Third dialogue',
  'Hosted by Ardane',
  '',
  'KEY CONCLUSIONS',
  '• Many agreed that a warning which nobody is',
  'charged with receiving',
  'Prevention dialogues, 2024',
  '7',
  'remains a record.',
  'Ideas',
  '• States should answer.',
];

describe('source beside what was recognised', () => {
  const read = imported({
    sections: [section('Key conclusions', [0]), section('Ideas', [1])],
    entries: [
      entry('conclusion', 'Many agreed that a warning which nobody is charged with receiving remains a record.', 5),
      entry('proposal', 'States should answer.', 11),
    ],
    warnings: [
      { code: 'page-furniture', message: 'A running head was left out.', at: { line: 7 }, text: 'Prevention dialogues, 2024\n7' },
      { code: 'joined', message: 'A paragraph was broken here and was joined.', at: { line: 9 }, text: 'remains a record.' },
    ],
  });
  const pairs = pairsOf(read, lines, {});
  const rows = pairs.map(({ what, text, lines: own }) => [what, text.slice(0, 12), own.map((line) => line.no)]);

  it('[IMP-R1] every line that is not empty stands beside exactly one row, in the order of the source', () => {
    expect(pairs.flatMap((pair) => pair.lines.map((line) => line.no)).sort((a, b) => a - b)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(rows).toEqual([
      ['title', 'Third dialog', [1, 2]],
      ['heading', 'Key conclusi', [4]],
      ['entry', 'Many agreed ', [5, 6, 9]],
      ['out', 'Prevention d', [7, 8]],
      ['heading', 'Ideas', [10]],
      ['entry', 'States shoul', [11]],
    ]);
  });

  it('[IMP-R2] a repair stands with the row that it was made in', () => {
    expect(pairs.flatMap((pair) => pair.repairs.map((repair) => [pair.what, repair]))).toEqual([['entry', 'A paragraph was broken here and was joined.']]);
    expect(tally(read)).toEqual({ lost: 0, repairs: 1 });
  });

  it('[IMP-R3] what has no line in the source is shown all the same, after what stood before it', () => {
    const loose = imported({
      sections: [section('Ideas', [0, 1])],
      entries: [entry('proposal', 'States should answer.', 11), entry('lesson', 'Nowhere in the file.', undefined)],
    });
    expect(pairsOf(loose, lines, {}).map(({ text }) => text)).toEqual(['Third dialogue', 'Ideas', 'States should answer.', 'Nowhere in the file.']);
  });

  it('[IMP-R4] entries are counted by the kind that a person gave them', () => {
    const two = imported({ sections: [section('Ideas', [0, 1])], entries: [entry('proposal', 'One.', 1), entry('proposal', 'Two.', 2)] });
    const ordinals = (kinds: Record<string, Entry['kind']>) =>
      pairsOf(two, ['One.', 'Two.'], kinds)
        .filter((pair) => pair.entry !== null)
        .map((pair) => pair.ordinal);
    expect(ordinals({})).toEqual(['1', '2']);
    expect(ordinals({ 1: 'lesson' })).toEqual(['1', '1']);
  });
});
