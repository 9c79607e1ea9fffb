/** [GRD-18] Rule and marking: nothing above the document's marking stands in it, and what is marked carries its mark on every page. */

import type { Publication } from '../../publication/publication.ts';
import type { Check, DocumentContext, DocumentHit } from '../check.ts';

type Rank = 0 | 1 | 2;
const ranks: readonly [RegExp, Rank][] = [
  [/^(SC|S|STRICT\w*|STRICTLY CONFIDENTIAL|SECRET|TLP:RED|RED)$/i, 2],
  [/^(C|CONF\w*|CONFIDENTIAL|TLP:AMBER(\+STRICT)?|AMBER|R|RESTRICTED)$/i, 1],
];
const lines = /^\s*(?:\((SC|C)\)\s|\[?(STRICTLY CONFIDENTIAL|CONFIDENTIAL)\]?[.:]?\s*$)/;

export const marking: Check = {
  number: 18,
  name: 'marking',
  title: 'Rule and marking',
  document: (document) => (document.publication === null ? [] : [...portionHits(document, document.publication), ...pageHits(document.publication)]),
};

const rankOf = (portion: string): Rank => ranks.find(([test]) => test.test(portion.replace(/[()[\]\s]/g, (sign) => (sign === ' ' ? ' ' : ''))))?.[1] ?? 0;
const allowed = (publication: Publication): Rank => (publication.marking?.tone === 'strict' ? 2 : publication.marking?.tone === 'confidential' ? 1 : 0);

function portionHits({ passages }: DocumentContext, publication: Publication): DocumentHit[] {
  const ceiling = allowed(publication);
  const portions = new Map(publication.body.flatMap((block) => (block.portion === undefined ? [] : [[block.anchor, block.portion] as const])));
  const done = new Set<string>();
  return passages.flatMap((passage, region): DocumentHit[] => {
    const { anchor, text } = passage.region;
    const portion = anchor === null || done.has(anchor) ? undefined : portions.get(anchor);
    if (anchor !== null) done.add(anchor);
    const typed = lines.exec(text);
    const mark = portion ?? typed?.[1] ?? typed?.[2];
    if (mark === undefined || rankOf(mark) <= ceiling) return [];
    const level = publication.marking?.label ?? 'without marking';
    const end = passage.reading.text.length;
    return [
      {
        region,
        start: 0,
        end,
        level: 'block',
        reason: `This part is marked “${mark}” and stands in a variant that is ${level}; withhold it or raise the marking.`,
      },
    ];
  });
}

function pageHits(publication: Publication): DocumentHit[] {
  const { marking: mark } = publication;
  if (mark === null || mark.tone === 'open' || (mark.printed && mark.banner.trim() !== '')) return [];
  return [
    {
      region: null,
      start: 0,
      end: 0,
      level: 'block',
      label: 'marking',
      quote: mark.label,
      reason: `The document is ${mark.label}, and its pages do not carry the mark.`,
    },
  ];
}
