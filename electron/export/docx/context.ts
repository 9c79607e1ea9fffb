/** What every block needs to know while one document is being made. */
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { PubBlock, Publication } from '../../../shared/publication/publication.ts';
import { plain } from '../plain.ts';
import { type Lists, makeLists } from './lists.ts';
import { type Geometry, geometry } from './measure.ts';
import { besideOf, type PullQuote } from './pull-quote.ts';

export interface Context {
  readonly publication: Publication;
  readonly house: HouseStyle;
  readonly geometry: Geometry;
  readonly lists: Lists;
  readonly rtl: boolean;
  /** A cover and contents stand before the text, which then begins on a page of its own. */
  readonly cover: boolean;
  /** Bookmark number by anchor, of the blocks that something refers to: headings for the contents, targets of references. */
  readonly bookmarks: ReadonlyMap<string, number>;
  /** Margin quotes by the anchor of the block that they stand beside. */
  readonly beside: ReadonlyMap<string, readonly PullQuote[]>;
  /** Anchors of blocks that stay on the page of what follows: a lead-in of a list, a caveat before its proposals. */
  readonly leads: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly pages: ReadonlyMap<string, number> | null;
}

/** How Word finds the words of a cross-reference anew: a field instruction, and the part of the wording that it yields. */
export interface Target {
  readonly instruction: string;
  readonly yields: string;
}

export function makeContext(publication: Publication, house: HouseStyle, pages: ReadonlyMap<string, number> | null): Context {
  const targets = new Map(publication.body.flatMap((block) => targetOf(block).map((target) => [block.anchor, target] as const)));
  const wanted = [...headingsOf(publication).map((block) => block.anchor), ...referred(publication)];
  const bookmarks = new Map([...new Set(wanted)].filter((anchor) => targets.has(anchor)).map((anchor, n) => [anchor, n + 1]));
  return {
    publication,
    house,
    geometry: geometry(house),
    lists: makeLists(publication, house),
    rtl: publication.direction === 'rtl',
    cover: publication.front.some((matter) => matter.role === 'contents'),
    bookmarks,
    beside: besideOf(publication.body),
    leads: leadIns(publication.body),
    targets,
    pages,
  };
}

function leadIns(body: readonly PubBlock[]): ReadonlySet<string> {
  const opensList = (at: number) => body[at + 1]?.type === 'bullet' || body[at + 1]?.type === 'subitem';
  const leads = body.filter(
    (block, at) =>
      opensList(at) &&
      (block.type === 'fixed-text' ||
        ('content' in block && block.type !== 'bullet' && block.type !== 'subitem' && plain(block.content).trimEnd().endsWith(':'))),
  );
  return new Set(leads.map((block) => block.anchor));
}

/** Headings that the contents list: two levels. */
export function headingsOf(publication: Publication): Extract<PubBlock, { type: 'heading' }>[] {
  return publication.body.filter((block) => block.type === 'heading').filter((block) => block.level <= 2);
}

function targetOf(block: PubBlock): Target[] {
  switch (block.type) {
    case 'numbered':
    case 'subitem':
      return [{ instruction: `REF ${block.anchor} \\r \\h`, yields: block.label.replace(/\.$/, '') }];
    case 'figure':
    case 'table':
      return [{ instruction: `REF ${block.anchor} \\h`, yields: block.label }];
    case 'heading':
      return [{ instruction: `REF ${block.anchor} \\h`, yields: plain(block.content) }];
    default:
      return [{ instruction: '', yields: '' }];
  }
}

function referred(publication: Publication): string[] {
  const contents = publication.body.flatMap((block) => (block.type === 'table' ? block.rows.flat(2) : block.content));
  return [...contents, ...publication.notes.flatMap((note) => note.content)].flatMap((run) =>
    'target' in run && run.target !== undefined ? [run.target] : [],
  );
}
