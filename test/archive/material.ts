/** What these tests work on: drafts, paragraphs, reports, a counted clock. */
import type { Result } from '../../shared/contract/result.ts';
import { Draft } from '../../shared/document/draft.ts';
import type { Filing, FilingParagraph } from '../../shared/entry/filing.ts';

export const passphrase = 'correct horse battery staple 42';

/** The value, or the test fails with the code. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}

/** The code of a failure, or 'ok'. */
export function code(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Ids count up, time moves a second with each question: what is stored is the same in every run. */
export function counted(startMs = Date.UTC(2026, 0, 5, 9)): { now: () => number; newId: (prefix: string) => string; setMs: (ms: number) => void } {
  let ms = startMs;
  let id = 0;
  return {
    now: () => {
      ms += 1000;
      return ms;
    },
    newId: (prefix) => {
      id += 1;
      return `${prefix}-${id}`;
    },
    setMs: (to) => {
      ms = to;
    },
  };
}

export const people = [
  { id: 'p1', code: 'ZB', name: 'Zuberlinde Quastenhof', category: 'diplomat', affiliation: 'Kestria', aliases: ['Zubi'], notes: ['a house with four doors'] },
  { id: 'p2', code: 'OM', name: 'Ormazd Tillenbrook', category: 'un-official', role: 'Envoy' },
] as const;

/** A draft with a speaker, an intervention, a picture. */
export function draft(texts: readonly string[] = ['The meeting began with the budget.', 'Then it turned to water.']): Draft {
  return Draft.parse({
    format: 'rapporteur/draft',
    version: 1,
    template: 'dialogues',
    fields: { title: 'A meeting on water' },
    rule: 'chatham-house',
    marking: { scheme: 'un', level: 'unclassified' },
    audience: 'public',
    people: people.map((person) => ({ ...person })),
    body: [
      {
        type: 'section',
        id: 's1',
        section: 'body',
        children: [
          ...texts.map((text, index) => ({ type: 'paragraph', id: `b${index + 1}`, children: [{ text }] })),
          { type: 'paragraph', id: 'bs', children: [{ text: 'It was said by ' }, { type: 'speaker', person: 'p1' }, { text: ' at noon.' }] },
          { type: 'intervention', id: 'bi', person: 'p2', children: [{ text: '' }] },
        ],
      },
    ],
    assets: { a1: { mime: 'image/png', base64: Buffer.from('not really a picture').toString('base64'), alt: 'A chart' } },
  });
}

/** The operations of typing a text at the end of paragraph `block` (counted from 0). */
export function typing(block: number, offset: number, text: string): { type: string; path: number[]; offset: number; text: string }[] {
  return [...text].map((letter, index) => ({ type: 'insert_text', path: [0, block, 0], offset: offset + index, text: letter }));
}

export function paragraph(text: string, more: Partial<FilingParagraph> = {}): FilingParagraph {
  return {
    kind: 'text',
    text,
    section: ['Part one'],
    number: null,
    support: null,
    contested: false,
    polarity: null,
    modality: null,
    addressees: [],
    quoted: [],
    attribution: null,
    themes: [],
    source: {},
    block: null,
    tally: null,
    opposite: null,
    ...more,
  };
}

export function filing(paragraphs: readonly FilingParagraph[], more: Partial<Filing> = {}): Filing {
  return {
    title: 'Report on water',
    date: '2023-01-16',
    dateEnd: '2023-01-18',
    template: 'conference',
    language: 'en-GB',
    fields: { series: ['WP'] },
    paragraphs,
    source: { kind: 'file', name: 'water.txt', bytes: Buffer.from(paragraphs.map(({ text }) => text).join('\n')) },
    ...more,
  };
}
