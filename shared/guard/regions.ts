/** The streams of a Publication that readers see: every one is read by the guard. */
import type { RuleId } from '../people/rule.ts';
import type { PubBlock, PubInline, Publication } from '../publication/publication.ts';
import { placeLabels } from './places.ts';

export type RegionKind =
  | 'title'
  | 'running'
  | 'file-name'
  | 'code'
  | 'field'
  | 'front'
  | 'back'
  | 'fixed-text'
  | 'heading'
  | 'dateline'
  | 'body'
  | 'quote'
  | 'pull-quote'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'table'
  | 'note'
  | 'link'
  | 'marking'
  /** A file's own properties, and those of them whose value is somebody's name. */
  | 'property'
  | 'author'
  | 'unread';

export interface Region {
  readonly kind: RegionKind;
  readonly anchor: string | null;
  /** For people: "para 11", "Key conclusions 5", "note 3", "title" (places.ts). */
  readonly label: string;
  readonly text: string;
  readonly rule: RuleId;
  /** Language tag where it is not the document's. */
  readonly lang?: string | undefined;
  /** Stretches of `text` that the rule wrote from the register: [start, end). */
  readonly attributed: readonly (readonly [number, number])[];
  /** Checks that are not run here, by number. */
  readonly exempt: readonly number[];
}

/** GUARD: fields, hosts, organisers, distribution lists, captions of public figures and fixed texts are exempt from 2 and 14. */
const listed = [2, 3, 4, 14] as const;
/** A fixed text is the template's own: it may say "the Chatham House Rule", "participants", an institution's address. */
const fixed = [2, 3, 4, 5, 6, 7, 9, 14, 15, 16] as const;

/** A file's name, a link or a person's name tells no story: only what leads to somebody is looked for. */
const ofNames = [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14] as const;

/** Every region of a Publication, in the order of the pages. */
export function regionsOf(publication: Publication): Region[] {
  const { rule } = publication;
  const region = (kind: RegionKind, label: string, text: string, more: Partial<Region> = {}): Region => ({
    kind,
    anchor: null,
    label,
    text,
    rule,
    attributed: [],
    exempt: [],
    ...more,
  });
  const regions: Region[] = [region('title', 'title', publication.title), region('running', 'running head', publication.running)];
  regions.push(region('file-name', 'file name', publication.fileName, { exempt: ofNames }));
  if (publication.code !== null) regions.push(region('code', 'code', publication.code));
  for (const [id, values] of Object.entries(publication.fields)) {
    for (const value of values) regions.push(region('field', `field ${id}`, value, { exempt: listed }));
  }
  for (const [kind, matters] of [['front', publication.front] as const, ['back', publication.back] as const]) {
    for (const matter of matters) {
      const isFixed = matter.role === 'fixed-text' || matter.role === 'disclaimer';
      const exempt = isFixed || kind === 'back' ? fixed : [...listed, 15];
      for (const line of matter.lines) regions.push(region(isFixed ? 'fixed-text' : kind, `${kind} matter, ${matter.role}`, line, { exempt }));
    }
  }
  const asset = (id: string) => publication.assets[id];
  const labels = placeLabels(publication.body);
  publication.body.forEach((block, index) => {
    regions.push(...blockRegions(block, labels[index] ?? block.type, region, asset));
  });
  const rules = noteRules(publication.body);
  for (const note of publication.notes) {
    const { text, attributed, links } = read(note.content);
    const place = { anchor: `note:${note.number}`, rule: rules.get(note.number) ?? rule };
    regions.push(
      region('note', `note ${note.number}`, text, { ...place, attributed }),
      ...links.map((link) => region('link', `link in note ${note.number}`, link, place)),
    );
  }
  return regions.filter((one) => one.text.trim() !== '');
}

/** A note stands under the rule of the text that it belongs to, which may be stricter than the document's. */
function noteRules(body: readonly PubBlock[]): Map<number, RuleId> {
  const marks = (block: PubBlock) => (block.type === 'table' ? block.rows.flat(2) : block.content).flatMap((inline) => ('note' in inline ? [inline.note] : []));
  return new Map(body.flatMap((block) => (block.rule === undefined ? [] : marks(block).map((note) => [note, block.rule ?? 'unattributed'] as const))));
}

type Make = (kind: RegionKind, label: string, text: string, more?: Partial<Region>) => Region;

function blockRegions(block: PubBlock, label: string, make: Make, asset: (id: string) => { alt: string; credit: string } | undefined): Region[] {
  const place: Partial<Region> = { anchor: block.anchor, lang: block.lang, ...(block.rule === undefined ? {} : { rule: block.rule }) };
  if (block.type === 'table') {
    const cells = block.rows.flatMap((row, r) => row.map((cell, c) => ({ ...read(cell), label: `${block.label || 'table'}, row ${r + 1}, column ${c + 1}` })));
    const regions = cells.flatMap((cell) => [
      make('table', cell.label, cell.text, { ...place, attributed: cell.attributed, exempt: /distribution|sources/.test(block.form ?? '') ? [2, 14] : [] }),
      ...cell.links.map((link) => make('link', `link in ${cell.label}`, link, place)),
    ]);
    return block.caption === undefined
      ? regions
      : [make('caption', `caption of ${block.label || 'table'}`, block.caption, { ...place, exempt: [2, 14] }), ...regions];
  }
  const { text, attributed, links } = read(block.content);
  const linked = links.map((link) => make('link', `link in ${label}`, link, place));
  if (block.type === 'figure') {
    const shown = asset(block.asset);
    const figure = { ...place, exempt: listed };
    return [
      make('caption', `caption of ${label}`, text, { ...figure, attributed }),
      make('alt', `alternative text of ${label}`, block.alt || (shown?.alt ?? ''), figure),
      make('credit', `credit of ${label}`, block.credit || (shown?.credit ?? ''), figure),
      ...linked,
    ];
  }
  const dateline = block.type === 'paragraph' && block.role === 'dateline';
  const kind: RegionKind = block.type === 'fixed-text' ? 'fixed-text' : dateline ? 'dateline' : block.type === 'heading' || block.type === 'quote' || block.type === 'pull-quote' ? block.type : 'body'; // biome-ignore format: one line
  const exempt = kind === 'fixed-text' ? fixed : kind === 'dateline' ? listed : kind === 'pull-quote' ? [7] : [];
  return [make(kind, label, text, { ...place, attributed, exempt }), ...linked];
}

function read(content: readonly PubInline[]): { text: string; attributed: [number, number][]; links: string[] } {
  let text = '';
  const attributed: [number, number][] = [];
  const links = new Set<string>();
  for (const inline of content) {
    if (!('text' in inline)) continue;
    if (inline.attributed) attributed.push([text.length, text.length + inline.text.length]);
    if (inline.href !== undefined) links.add(inline.href);
    text += inline.text;
  }
  return { text, attributed, links: [...links] };
}

export interface TextPassage {
  readonly text: string;
  readonly label: string;
  readonly anchor?: string | undefined;
  /** A field, a host, an organiser: exempt as the fields of a Publication are. */
  readonly listed?: boolean | undefined;
  /** What it is where it is no text: a link, an alternative text, the file's name, one of its properties. */
  readonly kind?: RegionKind | undefined;
}

/** Regions of imported text: one a paragraph. */
export function textRegions(paragraphs: readonly TextPassage[], rule: RuleId): Region[] {
  return paragraphs
    .filter((one) => one.text.trim() !== '')
    .map(({ text, label, anchor = null, listed: isListed = false, kind }) => ({
      kind: kind ?? (isListed ? 'field' : 'body'),
      anchor,
      label,
      text,
      rule,
      attributed: [],
      exempt: exemptOf(kind, isListed),
    }));
}

/** Alternative texts and companies are as free as fields are, but an address in them is none of the house's imprint. */
function exemptOf(kind: RegionKind | undefined, isListed: boolean): readonly number[] {
  if (kind === 'file-name' || kind === 'unread') return ofNames;
  if (kind === 'author') return [...ofNames, 10, 16];
  if (kind === 'link') return [];
  if (kind === 'alt' || (kind !== undefined && isListed)) return listed;
  return isListed ? [...listed, 15] : [];
}
