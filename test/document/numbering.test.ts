import { describe, expect, it } from 'vitest';
import { dayInWords, rangeInWords } from '../../shared/document/days.ts';
import { numberBody, numberNotes } from '../../shared/document/numbering.ts';
import { letter, roman } from '../../shared/document/roman.ts';
import type { Block, Body, Section } from '../../shared/document/tree.ts';

const text = (id: string, type: 'numbered' | 'paragraph' | 'bullet' | 'subitem', level = 1): Block =>
  ({ id, type, ...(type === 'bullet' || type === 'subitem' ? { level } : {}), children: [{ text: id }] }) as Block;
const section = (id: string, children: Section['children']): Section => ({ type: 'section', id, section: 's', children });
const labels = (body: Body, subitems: 'roman' | 'letters' = 'roman', headings: 'none' | 'un' = 'none') =>
  Object.fromEntries([...numberBody(body, { paragraphs: 'arabic', subitems, headings })].map(([id, { ref }]) => [id, ref]));
const heading = (id: string, level: number): Block => ({ id, type: 'heading', level, children: [{ text: id }] });

describe('numbering', () => {
  it('[NUM-1] paragraphs run on across headings and sections', () => {
    expect(labels([section('a', [text('p1', 'numbered'), heading('h', 2), text('p2', 'numbered')]), section('b', [text('p3', 'numbered')])])).toEqual({
      p1: '1',
      p2: '2',
      p3: '3',
    });
  });
  it('[NUM-2] sub-items restart in each paragraph, and go on after a bullet', () => {
    const body = [
      section('a', [
        text('p1', 'numbered'),
        text('i1', 'subitem'),
        text('x', 'bullet'),
        text('i2', 'subitem'),
        text('k1', 'subitem', 2),
        text('p2', 'numbered'),
        text('i3', 'subitem'),
      ]),
    ];
    expect(labels(body)).toEqual({ p1: '1', i1: '1.i', i2: '1.ii', k1: '1.ii.a', p2: '2', i3: '2.i' });
    expect(labels(body, 'letters')).toMatchObject({ i2: '1.b', k1: '1.b.i' });
  });
  it('[NUM-3] UN headings: I, A, 1', () => {
    const body = [section('a', [heading('h1', 1), heading('h2', 2), heading('h3', 3), heading('h4', 2)]), section('b', [heading('h5', 1), heading('h6', 2)])];
    expect(labels(body, 'letters', 'un')).toEqual({ h1: 'I', h2: 'A', h3: '1', h4: 'B', h5: 'II', h6: 'A' });
  });
  it('[NUM-4] notes count in the order of the text', () => {
    const note = (id: string) => ({ type: 'footnote' as const, id, children: [{ text: 'n' }] });
    const block = (id: string, ...notes: string[]): Block => ({ type: 'paragraph', id, children: [{ text: '' }, ...notes.map(note)] });
    expect([...numberNotes([section('a', [block('p', 'n1', 'n2')]), section('b', [block('q', 'n3')])])]).toEqual([
      ['n1', 1],
      ['n2', 2],
      ['n3', 3],
    ]);
  });
  it.each([
    [4, 'iv', 'd'],
    [9, 'ix', 'i'],
    [14, 'xiv', 'n'],
    [27, 'xxvii', 'aa'],
    [49, 'xlix', 'ww'],
  ])('%i is %s and %s', (n, asRoman, asLetter) => {
    expect([roman(n), letter(n)]).toEqual([asRoman, asLetter]);
  });
});

describe('days in words', () => {
  it.each([
    ['one day', '2026-03-03', '2026-03-03', 'Tuesday 3 March 2026'],
    ['one month', '2023-01-16', '2023-01-18', 'Monday 16 – Wednesday 18 January 2023'],
    ['two months', '2026-01-30', '2026-02-02', 'Friday 30 January – Monday 2 February 2026'],
    ['two years', '2025-12-31', '2026-01-01', 'Wednesday 31 December 2025 – Thursday 1 January 2026'],
    ['months only', '2026-03', '2026-04', 'March 2026 – April 2026'],
  ])('[DAY-1] a range of %s', (_, start, end, words) => expect(rangeInWords({ start, end }, 'en-GB')).toBe(words));
  it('[DAY-2] other languages', () => expect([dayInWords('2026-03-03', 'fr'), dayInWords('2026-10', 'es')]).toEqual(['mardi 3 mars 2026', 'octubre 2026']));
});
