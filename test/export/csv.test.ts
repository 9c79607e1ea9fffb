import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cell, entriesToCsv } from '../../electron/export/csv/index.ts';
import type { SearchHit } from '../../shared/contract/calls/search.ts';

const entry: SearchHit = {
  id: 'e1',
  kind: 'proposal',
  text: 'Keep a calendar, and "publish" it.\nYearly.',
  snippet: [],
  support: 'some',
  contested: true,
  addressees: ['States', 'Forum'],
  themes: [],
  status: null,
  number: '8.iv',
  section: ['First dialogue', 'Ideas'],
  report: { id: 'r1', title: '=Rivers', date: '2026-03-03' },
  source: { page: 4 },
};

it('[CSV-1] quotes, commas and line ends survive; lists are joined; a title is no formula', () => {
  expect(entriesToCsv([entry])).toBe(
    '\ufeffid,kind,text,support,contested,addressees,themes,status,number,section,report,date,page,line\r\n' +
      'e1,proposal,"Keep a calendar, and ""publish"" it.\nYearly.",some,true,"States; Forum",,,8.iv,First dialogue > Ideas,"\'=Rivers",2026-03-03,4,\r\n',
  );
});

it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1', '%0A'])('[CSV-2] %j is no formula to a spreadsheet', (text) => {
  expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
});

it('[CSV-3] no cell begins like a formula, whatever it holds', () => {
  fc.assert(fc.property(fc.string(), (text) => !/^\s*[=+\-@]/.test(cell(text).replace(/^"/, ''))));
});
