/** [GRD-19] Structure: missing caveats and sections, pull quotes that no longer match, references to nowhere, opposites that are gone, quantifiers against the tally, and
 *  entries of the register that the guard cannot use. */

import { type SupportId, supportIds } from '../../entry/entry.ts';
import { supportHolds, supportTitle } from '../../people/support.ts';
import type { Check, DocumentContext, DocumentHit, Passage } from '../check.ts';
import { registerHits } from '../register.ts';

export const structure: Check = {
  number: 19,
  name: 'structure',
  title: 'Structure',
  document: (document) => [
    ...templateHits(document),
    ...pullQuoteHits(document),
    ...oppositeHits(document),
    ...referenceHits(document),
    ...tallyHits(document),
    ...registerHits(document),
  ],
};

const whole = (label: string, quote: string, reason: string): DocumentHit => ({ region: null, start: 0, end: 0, level: 'warn', label, quote, reason });

function templateHits({ structure: facts }: DocumentContext): DocumentHit[] {
  const caveats = facts.caveats.filter((one) => !one.present && !one.reason?.trim());
  return [
    ...caveats.map((one) => whole('caveats', one.title, `The caveat “${one.title}” of the template is missing; it can be left out only with a reason.`)),
    ...facts.missingSections.map((title) => whole('sections', title, `The section “${title}” is required and is missing or empty.`)),
  ];
}

/** Letters and digits, a blank at both ends: marks, quotation marks, an ellipsis and a capital at the start are aside, but no word is cut. */
const flat = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `; // biome-ignore format: one line

/** Margin quotes whose words stand in no block of the body as they are. */
function pullQuoteHits({ passages }: DocumentContext): DocumentHit[] {
  const quotes = passages.map((passage, region) => ({ passage, region })).filter(({ passage }) => passage.region.kind === 'pull-quote');
  if (quotes.length === 0) return [];
  const body = passages.filter((one) => one.region.kind === 'body' || one.region.kind === 'quote').map((one) => flat(one.reading.text));
  return quotes
    .filter(({ passage }) => !body.some((text) => text.includes(flat(passage.reading.text))))
    .map(({ passage, region }) => ({
      region,
      start: 0,
      end: passage.reading.text.length,
      level: 'warn',
      reason: 'This pull quote is no longer a part of the body, word for word.',
    }));
}

function oppositeHits({ passages, structure: { lostOpposites = [] } }: DocumentContext): DocumentHit[] {
  return lostOpposites.flatMap((anchor): DocumentHit[] => {
    const region = passages.findIndex((passage) => passage.region.anchor === anchor);
    const words = passages[region]?.tokens.slice(0, 6).at(-1);
    const reason = 'The opposite of this position is gone from the draft: choose another, or take the pair off.';
    return words === undefined ? [] : [{ region, start: 0, end: words.end, level: 'warn', reason }];
  });
}

const reference =
  /\b(?:paras?|paragraphs?|paragraphes?|párrs?|párrafos?)\.?\s+(\d{1,3})(?!\s*(?:of|de|du|del)\s)(?![\d/])(?=\s+(?:above|below|ci-dessus|ci-dessous|supra|infra|anterior|siguiente|más)\b|\))/giu;

function referenceHits({ passages, publication }: DocumentContext): DocumentHit[] {
  if (publication === null) return [];
  const numbers = new Set(publication.body.flatMap((block) => (block.type === 'numbered' ? [block.number] : [])));
  return passages.flatMap((passage, region) =>
    [...passage.reading.text.matchAll(reference)]
      .filter((match) => !numbers.has(Number(match[1])))
      .map(
        (match): DocumentHit => ({
          region,
          start: match.index,
          end: match.index + match[0].length,
          level: 'warn',
          reason: `There is no paragraph ${match[1]} in this document.`,
        }),
      ),
  );
}

function tallyHits({ passages, tallies, attendance }: DocumentContext): DocumentHit[] {
  return passages.flatMap((passage, region): DocumentHit[] => {
    const tally = passage.region.anchor === null ? undefined : tallies.get(passage.region.anchor);
    const typed = tally === undefined ? null : firstQuantifier(passage);
    if (tally === undefined || typed === null || supportHolds(typed.id, tally, attendance)) return [];
    const fit = supportTitle(tally, attendance);
    const counted = `${tally.for} for and ${tally.against} against`;
    return [
      {
        region,
        start: typed.start,
        end: typed.end,
        level: 'warn',
        reason: `The tally (${counted}) does not bear this out${fit === null ? '' : `; “${fit}” would fit`}.`,
      },
    ];
  });
}

/** The first one that somebody typed: "another speaker", as the rule words a person, counts nobody. */
function firstQuantifier(passage: Passage): { id: SupportId; start: number; end: number } | null {
  for (const { match, value } of passage.pack.quantifiers.matches(passage.tokens)) {
    const [first, last] = [passage.tokens[match.from], passage.tokens[match.to - 1]];
    const id = supportIds.find((one) => one === value);
    if (passage.written[match.from] === true) continue;
    if (id !== undefined && first !== undefined && last !== undefined) return { id, start: first.start, end: last.end };
  }
  return null;
}
