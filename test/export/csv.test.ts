import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cell, entriesToCsv, entriesToJson } from '../../electron/export/csv/index.ts';
import type { Entry } from '../../shared/entry/entry.ts';

const entry: Entry = {
  kind: 'proposal',
  text: 'Keep a calendar, and "publish" it.\nYearly.',
  section: ['First dialogue', 'Ideas'],
  number: '8.iv',
  support: 'some',
  contested: true,
  polarity: 'should',
  modality: null,
  addressees: ['States', 'Forum'],
  themes: [],
  quoted: [],
  attribution: 'one participant',
  source: { paragraph: '8.iv' },
};

it('[CSV-1] quotes, commas and line ends survive; lists are joined', () => {
  const csv = entriesToCsv([entry]);
  expect(csv.startsWith('\ufeffkind,text,')).toBe(true);
  expect(csv).toContain(
    'proposal,"Keep a calendar, and ""publish"" it.\nYearly.",8.iv,First dialogue > Ideas,some,yes,should,,"States; Forum",,one participant,',
  );
  expect(JSON.parse(entriesToJson([entry]))).toEqual([entry]);
});

it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1', '%0A'])('[CSV-2] %j is no formula to a spreadsheet', (text) => {
  expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
});

it('[CSV-3] no cell begins like a formula, whatever it holds', () => {
  fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(cell(text).replace(/^"/, ''))));
});
