/** Which blocks are headings, and what each opens. */
import { bodySize } from '../repair/notes.ts';
import { type Block, whollyBold } from '../text/block.ts';
import { findDate } from './dates.ts';
import { creditOpening, hostOpening, kindLabels, normalHeading, partnersOpening, type Role, roleOf } from './lexicon.ts';
import { endsSentence, sentences, wordCount } from './words.ts';

export interface Head {
  /** Index of its block. */
  readonly at: number;
  readonly role: Role | null;
  /** From the file (1 and deeper); 0 where it says nothing. */
  readonly level: number;
  /** A line with host and date follows: a dialogue, a session, a segment. */
  readonly dated: boolean;
}

/** "Hosted by the Permanent Mission of X, Tuesday 3 March": a short line with a host, or a short line that is a day. */
export function isDateline(block: Block | undefined): boolean {
  if (block === undefined || (block.kind !== 'para' && block.kind !== 'heading') || wordCount(block.text) > 32) return false;
  if (hostOpening.test(block.text)) return true;
  const date = findDate(block.text, 2000);
  return date !== null && wordCount(block.text.replace(date.text, '')) <= 8 && !endsSentence(block.text) && /^(?:[^.]*)$/.test(block.text);
}

/** Headings among the blocks: what the file marks, what the lexicon knows, and short lines that stand alone and end no sentence. */
export function findHeads(blocks: readonly Block[]): Map<number, Head> {
  const heads = new Map<number, Head>();
  const body = bodySize(blocks);
  for (const [at, block] of blocks.entries()) {
    const role = block.kind === 'heading' || block.kind === 'para' ? roleOf(block.text) : null;
    const dated = isDateline(blocks[at + 1]) && hostOpening.test(blocks[at + 1]?.text ?? '');
    const listed = role === null && !dated && isLabelled(block) && (isLabelled(blocks[at - 1]) || isLabelled(blocks[at + 1]));
    if (!listed && isHead(block, role, dated, body, blocks[at + 1])) heads.set(at, { at, role, level: block.kind === 'heading' ? block.level : 0, dated });
  }
  return heads;
}

function isHead(block: Block, role: Role | null, dated: boolean, body: number | null, next: Block | undefined): boolean {
  // "1. Gauges" before a paragraph: a numbered heading, no numbered paragraph.
  if (block.kind === 'number') return block.alone && next?.kind === 'para' && wordCount(block.text) <= 10 && !/[.,;:?!]$/.test(block.text);
  if (block.kind === 'heading') return !isDateline(block) || role !== null;
  if (block.kind !== 'para' || isDateline(block) || creditOpening.test(block.text) || partnersOpening.test(block.text)) return false;
  if (/^(?:table|figure|box|chart|tableau|encadré|cuadro|gráfico|recuadro)\s+\d/i.test(block.text)) return false;
  const words = wordCount(block.text);
  if (role !== null && words <= 14) return true;
  if (dated && words <= 45) return true;
  if (/^https?:|@|^www\./.test(block.text) || !/^["“‘'(¿¡]*[\p{Lu}\p{N}]/u.test(block.text) || kindLabels.has(normalHeading(block.text))) return false;
  const larger = body !== null && block.size !== undefined && block.size > body * 1.08;
  const marked = larger || whollyBold(block) || isCapitals(block.text);
  const parts = sentences(block.text);
  const question = words <= (parts.length === 1 ? 32 : parts.length === 2 ? 18 : 0) && parts.every(({ text }) => /\?["”’)]*$/.test(text));
  if (marked && words <= 30 && !/[.,;]$/.test(block.text)) return true;
  if (question) return block.alone;
  return block.alone && parts.length === 1 && words <= 16 && !/[.,;:!]["”’)]*$/.test(block.text) && next !== undefined;
}

/** "Urgency: Urgent": one of a list of facts. */
function isLabelled(block: Block | undefined): boolean {
  return block?.kind === 'para' && /^\p{Lu}[\p{L} ]{1,40}:(?:\s+\S.{0,80})?$/u.test(block.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** "II. What the record shows" → number and title. */
export function splitNumber(heading: string): { number: string | null; title: string } {
  const match = /^((?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,6}|[A-H])[.)]|(?:Section|Part|Chapter|Partie|Parte)\s+\w+\s*[:.–-])\s+(?=\S)/u.exec(heading);
  if (match === null) return { number: null, title: heading };
  return {
    number: (match[1] ?? '').replace(/[.):\s–-]+$/, '').replace(/^(?:Section|Part|Chapter|Partie|Parte)\s+/, ''),
    title: heading.slice(match[0].length),
  };
}
