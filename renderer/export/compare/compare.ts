/** What one reader gets against another, paragraph by paragraph. Pure: both sides are what `publish` makes. */
import type { PubBlock } from '../../../shared/publication/publication.ts';
import type { Published } from '../../../shared/publication/publish.ts';
import { compareContent, contentOf, type Piece, piecesOf } from './pieces.ts';

/** A paragraph that the other reader does not get, gets in other words, or gets in addition. */
export interface Difference {
  readonly kind: 'withheld' | 'changed' | 'added';
  /** Id of the draft's block. */
  readonly id: string;
  /** Number as printed: "12."; '' where it has none. */
  readonly label: string;
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
}

export type Row =
  | Difference
  /** An unchanged heading over what differs: it tells the place. */
  | { readonly kind: 'place'; readonly id: string; readonly text: string }
  | { readonly kind: 'unchanged'; readonly id: string; readonly count: number };

export interface Comparison {
  readonly rows: readonly Row[];
  readonly withheld: number;
  readonly added: number;
  /** Attributions that read differently. */
  readonly attributions: number;
  /** Other words that read differently: references to paragraphs that moved. */
  readonly passages: number;
  /** Paragraphs that keep their words under another number. */
  readonly renumbered: number;
}

type Side = Pick<Published, 'publication' | 'origins'>;

/** Compares two publications of one draft. Blocks are told by the draft's ids, so nothing is guessed from likeness. */
export function comparePublications(before: Side, after: Side): Comparison {
  const pairs = paired(blocksOf(before), blocksOf(after));
  const differences = pairs.map(({ id, was, is }) => ({ id, block: is ?? was, difference: differenceOf(id, was, is) }));
  const found = differences.flatMap(({ difference }) => difference ?? []);
  const changes = found.filter(({ kind }) => kind === 'changed').flatMap(({ pieces }) => hunksOf(pieces));
  return {
    rows: rowsOf(differences),
    withheld: found.filter(({ kind }) => kind === 'withheld').length,
    added: found.filter(({ kind }) => kind === 'added').length,
    attributions: changes.filter((attributed) => attributed).length,
    passages: changes.filter((attributed) => !attributed).length,
    renumbered: pairs.filter(({ was, is }) => was !== undefined && is !== undefined && labelOf(was) !== labelOf(is)).length,
  };
}

interface Pair {
  readonly id: string;
  readonly was: PubBlock | undefined;
  readonly is: PubBlock | undefined;
}

function blocksOf({ publication, origins }: Side): Map<string, PubBlock> {
  return new Map(publication.body.map((block) => [origins.get(block.anchor) ?? block.anchor, block]));
}

/** Both sides in the draft's order: each side keeps it, so what only one has stands before the next that both have. */
function paired(was: ReadonlyMap<string, PubBlock>, is: ReadonlyMap<string, PubBlock>): Pair[] {
  const pairs: Pair[] = [];
  const fresh = [...is];
  let next = 0;
  const addUntil = (id: string | null): void => {
    for (let entry = fresh[next]; entry !== undefined && entry[0] !== id; entry = fresh[++next])
      if (!was.has(entry[0])) pairs.push({ id: entry[0], was: undefined, is: entry[1] });
  };
  for (const [id, block] of was) {
    const same = is.get(id);
    if (same !== undefined) {
      addUntil(id);
      next++;
    }
    pairs.push({ id, was: block, is: same });
  }
  addUntil(null);
  return pairs;
}

const labelOf = (block: PubBlock): string => ('label' in block ? (block.label ?? '') : '');

function differenceOf(id: string, was: PubBlock | undefined, is: PubBlock | undefined): Difference | null {
  const shown = is ?? was;
  if (shown === undefined) return null;
  const common = { id, label: labelOf(shown), heading: shown.type === 'heading' };
  if (is === undefined) return { ...common, kind: 'withheld', pieces: piecesOf(contentOf(shown), 'gone') };
  if (was === undefined) return { ...common, kind: 'added', pieces: piecesOf(contentOf(shown), 'new') };
  const pieces = compareContent(contentOf(was), contentOf(is));
  return pieces.every(({ kind }) => kind === 'same') ? null : { ...common, kind: 'changed', pieces };
}

/** Places where words differ, as: an attribution is among them. What goes and what comes at one place count once. */
function hunksOf(pieces: readonly Piece[]): boolean[] {
  const hunks: boolean[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'same') continue;
    const goesOn = at > 0 && pieces[at - 1]?.kind !== 'same';
    if (goesOn) hunks.push((hunks.pop() ?? false) || piece.attributed);
    else hunks.push(piece.attributed);
  }
  return hunks;
}

interface Told {
  readonly id: string;
  readonly block: PubBlock | undefined;
  readonly difference: Difference | null;
}

/** Unchanged paragraphs as one line (headings do not count); the nearest heading over a difference stays in sight. */
function rowsOf(all: readonly Told[]): Row[] {
  const rows: Row[] = [];
  let unchanged = 0;
  let place: { id: string; text: string } | null = null;
  const close = (id: string): void => {
    if (unchanged > 0) rows.push({ kind: 'unchanged', id: `before ${id}`, count: unchanged });
    unchanged = 0;
  };
  for (const { id, block, difference } of all) {
    const isHeading = block?.type === 'heading';
    if (difference === null && isHeading) place = { id, text: textOf(block) };
    else if (difference === null) {
      unchanged++;
    } else {
      close(id);
      if (place !== null && !isHeading) rows.push({ kind: 'place', ...place });
      place = null;
      rows.push(difference);
    }
  }
  close('end');
  return rows;
}

function textOf(block: PubBlock): string {
  return piecesOf(contentOf(block), 'same')
    .map(({ text }) => text)
    .join('');
}
