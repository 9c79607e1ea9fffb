/** What one reader gets against another, piece by piece. Pure: both sides are what `publish` makes. */
import { compareContent, type Piece, piecesOf } from './pieces.ts';
import { type Part, type Side, type Unit, unitsOf } from './units.ts';

/** A paragraph, note or piece of the title page that the other reader does not get, gets in other words, or gets in addition. */
export interface Difference extends Pick<Unit, 'id' | 'part' | 'label' | 'heading'> {
  readonly kind: 'withheld' | 'changed' | 'added';
  readonly pieces: readonly Piece[];
}

export type Row =
  | Difference
  /** An unchanged heading over what differs: it tells the place. */
  | { readonly kind: 'place'; readonly id: string; readonly text: string }
  | { readonly kind: 'unchanged'; readonly id: string; readonly count: number }
  /** What stands on the title page or the last page, the same for both. */
  | { readonly kind: 'matter'; readonly id: string; readonly part: Part; readonly lines: readonly string[] };

export interface Comparison {
  readonly rows: readonly Row[];
  readonly withheld: number;
  readonly added: number;
  readonly notesWithheld: number;
  readonly notesAdded: number;
  /** Pieces of the title page and the last page that differ. */
  readonly matter: number;
  /** Attributions that read differently. */
  readonly attributions: number;
  /** Other words that read differently: references to paragraphs that moved. */
  readonly passages: number;
  /** Paragraphs that keep their words under another number. */
  readonly renumbered: number;
}

/** Compares two publications of one draft. Blocks and notes are told by the draft's ids, so nothing is guessed from likeness. */
export function comparePublications(before: Side, after: Side): Comparison {
  const pairs = paired(unitsOf(before), unitsOf(after));
  const told = pairs.map(({ was, is }) => ({ unit: is ?? was, difference: differenceOf(was, is) }));
  const found = told.flatMap(({ difference }) => difference ?? []);
  const changes = found.filter(({ kind }) => kind === 'changed').flatMap(({ pieces }) => hunksOf(pieces));
  const count = (kind: Difference['kind'], part: Part): number => found.filter((one) => one.kind === kind && one.part === part).length;
  return {
    rows: rowsOf(told),
    withheld: count('withheld', 'body'),
    added: count('added', 'body'),
    notesWithheld: count('withheld', 'note'),
    notesAdded: count('added', 'note'),
    matter: found.filter(({ part }) => part === 'front' || part === 'back').length,
    attributions: changes.filter((attributed) => attributed).length,
    passages: changes.filter((attributed) => !attributed).length,
    renumbered: pairs.filter(({ was, is }) => is?.part === 'body' && was !== undefined && was.label !== is.label).length,
  };
}

interface Pair {
  readonly was: Unit | undefined;
  readonly is: Unit | undefined;
}

/** Both sides in the draft's order: each side keeps it, so what only one has stands before the next that both have. */
function paired(was: ReadonlyMap<string, Unit>, is: ReadonlyMap<string, Unit>): Pair[] {
  const pairs: Pair[] = [];
  const fresh = [...is];
  let next = 0;
  const addUntil = (id: string | null): void => {
    for (let entry = fresh[next]; entry !== undefined && entry[0] !== id; entry = fresh[++next])
      if (!was.has(entry[0])) pairs.push({ was: undefined, is: entry[1] });
  };
  for (const [id, unit] of was) {
    const same = is.get(id);
    if (same !== undefined) {
      addUntil(id);
      next++;
    }
    pairs.push({ was: unit, is: same });
  }
  addUntil(null);
  return pairs;
}

function differenceOf(was: Unit | undefined, is: Unit | undefined): Difference | null {
  const shown = is ?? was;
  if (shown === undefined) return null;
  const { id, part, label, heading, content } = shown;
  const common = { id, part, label, heading };
  if (is === undefined) return { ...common, kind: 'withheld', pieces: piecesOf(content, 'gone') };
  if (was === undefined) return { ...common, kind: 'added', pieces: piecesOf(content, 'new') };
  const pieces = compareContent(was.content, is.content);
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
  readonly unit: Unit | undefined;
  readonly difference: Difference | null;
}

/** Unchanged paragraphs as one line (headings and notes do not count), an unchanged title page as its lines;
 *  the nearest heading over a difference stays in sight. */
function rowsOf(all: readonly Told[]): Row[] {
  const rows: Row[] = [];
  let unchanged = 0;
  let matter: Unit[] = [];
  let place: { id: string; text: string } | null = null;
  const close = (id: string): void => {
    if (unchanged > 0) rows.push({ kind: 'unchanged', id: `before ${id}`, count: unchanged });
    unchanged = 0;
  };
  const closeMatter = (): void => {
    const [first] = matter;
    if (first) rows.push({ kind: 'matter', id: first.id, part: first.part, lines: matter.map(textOf) });
    matter = [];
  };
  for (const { unit, difference } of all) {
    if (unit === undefined) continue;
    const isMatter = unit.part === 'front' || unit.part === 'back';
    if (unit.part !== matter[0]?.part) closeMatter();
    if (isMatter) close(unit.id);
    if (difference !== null) {
      close(unit.id);
      if (place !== null && !unit.heading && !isMatter) rows.push({ kind: 'place', ...place });
      place = null;
      rows.push(difference);
    } else if (isMatter) matter.push(unit);
    else if (unit.heading) place = { id: unit.id, text: textOf(unit) };
    else if (unit.part === 'body') unchanged++;
  }
  close('end');
  closeMatter();
  return rows;
}

function textOf({ content }: Unit): string {
  return piecesOf(content, 'same')
    .map(({ text }) => text)
    .join('');
}
