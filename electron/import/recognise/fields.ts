/** Front and back matter: title, days, series code, partners, rapporteur, disclaimers. What has no place is told. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import { type Warning, warning } from '../repair/repair.ts';
import { type Block, whollyBold } from '../text/block.ts';
import { type FoundDate, findDate, findYear } from './dates.ts';
import { type Head, isDateline } from './heads.ts';
import { kindLabels, normalHeading, partnersOpening } from './lexicon.ts';
import { bare, endsSentence, wordCount } from './words.ts';

export type Fields = Record<string, Imported['fields'][string]>;

export interface Matter {
  readonly title: string;
  readonly fields: Fields;
  readonly date: FoundDate | null;
  /** The year of the event, for days without one. */
  readonly year: number | null;
  readonly warnings: readonly Warning[];
}

/** Where the body begins: the first heading of the form, list item, number or long paragraph. */
export function frontEnd(blocks: readonly Block[], heads: ReadonlyMap<number, Head>): number {
  const at = blocks.findIndex(
    (block, index) =>
      ((heads.get(index)?.role ?? null) !== null && !isKindLine(blocks, index)) ||
      ['bullet', 'number', 'subitem', 'row'].includes(block.kind) ||
      opensText(blocks, heads, index) ||
      (block.kind === 'para' && wordCount(block.text) >= 40),
  );
  if (at <= 0) return Math.max(0, at);
  // A heading that the lexicon does not know, just before the first paragraph, belongs to the body unless it is the title.
  const before = heads.get(at - 1);
  return before !== undefined && at >= 3 && heads.get(at) === undefined && blocks[at - 1]?.kind === 'heading' && (blocks[at - 1]?.level ?? 1) > 1 ? at - 1 : at;
}

/** A heading and sentences under it: the text has begun, whatever the heading says. A heading that only its short line makes one needs more of them. */
function opensText(blocks: readonly Block[], heads: ReadonlyMap<number, Head>, at: number): boolean {
  const [head, next] = [blocks[at], blocks[at + 1]];
  if (at === 0 || head === undefined || next?.kind !== 'para' || isDateline(next) || !endsSentence(next.text)) return false;
  if (head.kind === 'heading') return head.level > 1 && wordCount(next.text) >= 8;
  return at > 1 && heads.has(at) && wordCount(next.text) >= 15 && findDate(next.text, null) === null;
}

/** "Summary" on a cover is the kind of the report; as a heading it stands before a paragraph. */
function isKindLine(blocks: readonly Block[], at: number): boolean {
  return (
    at < 4 && kindLabels.has(normalHeading(blocks[at]?.text ?? '')) && wordCount(blocks[at + 1]?.text ?? '') < 25 && !/[.!]$/.test(blocks[at + 1]?.text ?? '')
  );
}

const imprint = /^(.{2,60}?)\s*[|•·,]\s*(\p{L}+ (?:19|20)\d\d)$/u;
const backWords =
  /\b(?:do(?:es)? not (?:necessarily )?(?:represent|reflect|constitute)|statement of policy|personal interpretations?|own account of the proceedings|please consult our website|subscribe to|newsletter|should you wish to (?:read|participate)|disclaimer|all rights reserved|brief summar(?:y|ies) of the main points|n'engagent? pas|no reflejan? necesariamente|no representan? necesariamente)\b/i;

/** Where the back matter begins: after the last item of a list, at an imprint, a disclaimer or a repeated cover. */
export function backStart(blocks: readonly Block[], title: string): number {
  const last = blocks.findLastIndex(({ kind }) => kind === 'bullet' || kind === 'number' || kind === 'subitem' || kind === 'row');
  const from = Math.max(last + 1, Math.floor(blocks.length / 2));
  for (let at = from; at < blocks.length; at++) {
    const text = blocks[at]?.text ?? '';
    const isImprint = imprint.test(text) && findDate(text, null) !== null;
    if (isImprint || backWords.test(text) || /^https?:\S+$|^www\.\S+$/.test(text) || kindLabels.has(normalHeading(text)) || bare(text) === bare(title)) {
      const name = blocks[at - 1];
      return isImprint && name !== undefined && at - 1 >= from && isName(name.text) ? at - 1 : at;
    }
  }
  return blocks.length;
}

function isName(text: string): boolean {
  return /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}’'.-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}’'.-]*){1,5}$/u.test(text.trim());
}

/** Reads the cover. `intro` is the beginning of the body, where a report without a cover says when it met. */
export function readFront(front: readonly Block[], intro: string, metaTitle: string | undefined): Matter {
  const title = pickTitle(front, metaTitle);
  const fields: Fields = {};
  const warnings: Warning[] = [];
  const place = new FrontReader(title, fields, warnings);
  for (const block of front) place.read(block);
  const date = place.date ?? findDate(intro.slice(0, 1500), null);
  const year =
    findYear(`${title} ${front.map(({ text }) => text).join(' ')}`) ?? (date === null ? findYear(intro.slice(0, 3000)) : Number(date.start.slice(0, 4)));
  return { title, fields, date, year, warnings };
}

class FrontReader {
  date: FoundDate | null = null;
  readonly #title: string;
  readonly #fields: Fields;
  readonly #warnings: Warning[];
  #partners = false;
  #titled = false;

  constructor(title: string, fields: Fields, warnings: Warning[]) {
    this.#title = title;
    this.#fields = fields;
    this.#warnings = warnings;
  }

  read(block: Block): void {
    const text = block.text.trim();
    if (markingLine.test(text)) this.#fields['marking'] ??= text;
    else if (bare(text) === bare(this.#title)) {
      this.#partners = false;
      this.#titled = true;
    } else if (kindLabels.has(normalHeading(text))) {
      this.#partners = false;
      this.#fields['kind'] ??= text;
    } else if (partnersOpening.test(text)) this.#readPartners(text);
    else if (wordCount(text) <= 30 && this.#readDate(text)) this.#partners = false;
    else if (this.#partners) this.#list('partners', text);
    else this.#readOther(block, text);
  }

  #readOther(block: Block, text: string): void {
    if (/^https?:\S+$|^www\.\S+$/.test(text)) this.#fields['website'] ??= text;
    else if (alike(text, this.#title)) this.#warnings.push(warning('title-differs', 'The title stands a second time with other words.', block));
    else if (
      this.#titled &&
      /^(?:a |the )?(?:consolidated |summary |joint )?(?:report|summary|account|proceedings) (?:of|on|from)\b|^(?:rapport|informe|compte rendu)\b/i.test(text)
    )
      this.#fields['subtitle'] ??= text;
    else if (!this.#titled && wordCount(text) <= 6) this.#list('organisers', text);
    else if (this.#titled && this.date !== null && wordCount(text) <= 30) this.#list('places', text.replace(/\.$/, ''));
    else if (this.#titled && wordCount(text) <= 30 && this.#fields['subtitle'] === undefined) this.#fields['subtitle'] = text;
    else this.#warnings.push(warning('unplaced', 'This line of the cover found no field.', block));
  }

  #readPartners(text: string): void {
    const rest = text.replace(partnersOpening, '').replace(/^\s*[:–-]?\s*/, '');
    this.#partners = rest === '';
    if (rest !== '') this.#fields['partnership'] ??= rest;
  }

  #readDate(text: string): boolean {
    const code = /(?:^|[|•·,]\s*|\s)([A-Z]{1,5}\s?\d{1,5}(?:[/-]\d{1,5})?|[A-Z]\/(?:[A-Z0-9]+\/?)+\d+)(?=\s*(?:$|[|•·,]))/.exec(text);
    const date = findDate(text, null);
    if (date === null && (code === null || wordCount(text) > 4)) return false;
    if (date !== null) this.date ??= date;
    if (code !== null) {
      this.#fields['code'] ??= code[1] ?? '';
      const parts = /^([A-Z]+)\s?(\d.*)$/.exec(code[1] ?? '');
      if (parts !== null) Object.assign(this.#fields, { series: parts[1] ?? '', number: parts[2] ?? '' });
    }
    const rest = text
      .replace(date?.text ?? '', '')
      .replace(code?.[1] ?? '', '')
      .replace(/^[\s|•·,.–-]+|[\s|•·,–-]+$/g, '');
    if (wordCount(rest) > 1 && date !== null) this.#list('places', rest);
    return true;
  }

  #list(id: string, text: string): void {
    const now = this.#fields[id];
    this.#fields[id] = Array.isArray(now) ? [...now, text] : [text];
  }
}

/** A classification line is no title. */
const markingLine = /^(?:strictly confidential|confidential|unclassified|restricted|tlp:\w+|strictement confidentiel|estrictamente confidencial)\b/i;

/** The title: what stands twice, is set large or bold, has the length of a title, and comes before a date. */
function pickTitle(front: readonly Block[], metaTitle: string | undefined): string {
  const sizes = front.map(({ size }) => size ?? 0);
  const largest = Math.max(0, ...sizes);
  const scored = front.map((block, at) => {
    const words = wordCount(block.text);
    const date = findDate(block.text, null);
    if (
      words < 2 ||
      markingLine.test(block.text) ||
      partnersOpening.test(block.text) ||
      kindLabels.has(normalHeading(block.text)) ||
      (date !== null && wordCount(block.text.replace(date.text, '')) < 4)
    )
      return { at, score: -9 };
    const twice = front.some((other, index) => index !== at && bare(other.text) === bare(block.text)) ? 3 : 0;
    const marked =
      largest > 0 && sizes.some((size) => size < largest) ? (block.size === largest ? 5 : 0) : block.kind === 'heading' || whollyBold(block) ? 2 : 0;
    const length = words >= 4 && words <= 40 ? 2 : 0;
    const dated = [1, 2].some((step) => findDate(front[at + step]?.text ?? '', null) !== null) ? 1 : 0;
    const meta = metaTitle !== undefined && bare(metaTitle) === bare(block.text) ? 2 : 0;
    return { at, score: twice + marked + length + dated + meta + (/^(?:summary of|horizon scan)/i.test(block.text) ? 2 : 0) - at * 0.3 };
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < -5) return metaTitle ?? front[0]?.text.trim() ?? '';
  return front[best.at]?.text.trim() ?? '';
}

function alike(a: string, b: string): boolean {
  const [left, right] = [new Set(bare(a).split(' ')), new Set(bare(b).split(' '))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return left.size >= 4 && shared / Math.max(left.size, right.size) > 0.6;
}

/** Reads what stands after the body: rapporteur, place and month of issue, website, newsletter, disclaimers, tagline. */
export function readBack(back: readonly Block[], title: string, fields: Fields): Warning[] {
  const warnings: Warning[] = [];
  const disclaimers: string[] = [];
  for (const [at, block] of back.entries()) {
    const text = block.text.trim();
    const issued = imprint.test(text) && findDate(text, null) !== null;
    if (bare(text) === bare(title) || kindLabels.has(normalHeading(text))) continue;
    if (issued) fields['issued'] ??= text;
    else if (imprint.test(back[at + 1]?.text ?? '') && isName(text)) fields['rapporteur'] ??= text;
    else if (/newsletter|bulletin|subscribe/i.test(text) && /https?:|www\./.test(text)) fields['newsletter'] ??= text;
    else if (/https?:|www\./.test(text) && wordCount(text) <= 40) fields['website'] ??= text;
    else if (wordCount(text) >= 12 || backWords.test(text)) disclaimers.push(text);
    else if (findDate(text, null) !== null && wordCount(text) <= 10) continue;
    else if (at >= back.length - 2 && wordCount(text) <= 14) fields['tagline'] ??= text;
    else warnings.push(warning('unplaced', 'This line at the end found no field.', block));
  }
  if (disclaimers.length > 0) fields['disclaimer'] = disclaimers;
  return warnings;
}
