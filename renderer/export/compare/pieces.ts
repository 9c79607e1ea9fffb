/** Two wordings of one paragraph, laid over each other: words that stay, words that go, words that come. Attributions go and come whole. */
import type { PubBlock, PubInline } from '../../../shared/publication/publication.ts';

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  /** Worded from the register by the rule, not typed. */
  readonly attributed: boolean;
}

interface Token {
  readonly text: string;
  readonly attributed: boolean;
}

/** Note marks are signs of the page: their numbers follow the text, so the comparison leaves them out. */
function tokensOf(content: readonly PubInline[]): Token[] {
  return content.flatMap((inline): Token[] => {
    if ('note' in inline || inline.text === '') return [];
    if (inline.attributed) return [{ text: inline.text, attributed: true }];
    return (inline.text.match(/\s+|[^\s]+/gu) ?? []).map((text) => ({ text, attributed: false }));
  });
}

/** The words of a block in reading order; a table's caption first, its cells with a bar between them. */
export function contentOf(block: PubBlock): readonly PubInline[] {
  if (block.type !== 'table') return block.content;
  const cells = block.rows.flatMap((row) => row.flatMap((cell, at) => [{ text: at === 0 ? '\n' : ' | ' }, ...cell]));
  return [{ text: block.caption ?? '' }, ...cells];
}

/** One wording alone, in the kind given. */
export function piecesOf(content: readonly PubInline[], kind: Piece['kind']): Piece[] {
  return joined(tokensOf(content).map((token) => ({ ...token, kind })));
}

/** The fewest words that go and come between two wordings. Cost grows with the product of the lengths that differ;
 *  past `mostCells` the part that differs is shown as replaced whole. */
export function compareContent(before: readonly PubInline[], after: readonly PubInline[]): Piece[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const shorter = Math.min(was.length, is.length);
  let head = 0;
  while (head < shorter && equal(was[head], is[head])) head++;
  let tail = 0;
  while (tail < shorter - head && equal(was[was.length - 1 - tail], is[is.length - 1 - tail])) tail++;
  const same = (tokens: readonly Token[]): Piece[] => tokens.map((token) => ({ ...token, kind: 'same' }));
  const middle = between(was.slice(head, was.length - tail), is.slice(head, is.length - tail));
  return joined([...same(is.slice(0, head)), ...middle, ...same(is.slice(is.length - tail))]);
}

const equal = (one: Token | undefined, other: Token | undefined): boolean => one?.text === other?.text;
const mostCells = 4_000_000;

function between(was: readonly Token[], is: readonly Token[]): Piece[] {
  if (was.length * is.length > mostCells) return [...was.map((token) => gone(token)), ...is.map((token) => come(token))];
  const width = is.length + 1;
  // lengths[i * width + j]: longest common run of words of was[i…] and is[j…].
  const lengths = new Uint32Array((was.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--) lengths[i * width + j] = equal(was[i], is[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, fresh] = [was[i], is[j]];
    if (old !== undefined && fresh !== undefined && equal(old, fresh)) {
      pieces.push({ ...fresh, kind: 'same' });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(gone(old));
      i++;
    } else if (fresh !== undefined) {
      pieces.push(come(fresh));
      j++;
    }
  }
  return pieces;
}

const gone = (token: Token): Piece => ({ ...token, kind: 'gone' });
const come = (token: Token): Piece => ({ ...token, kind: 'new' });

/** Neighbours of one kind as one piece; a space that stayed between two words that did not goes with them; what goes stands before what comes. */
function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  let hunk: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = made.at(-1);
    if (last?.kind === piece.kind) made[made.length - 1] = { ...last, text: last.text + piece.text, attributed: last.attributed || piece.attributed };
    else made.push(piece);
  };
  const close = (): void => {
    const replaced = hunk.some(({ kind }) => kind === 'gone') && hunk.some(({ kind }) => kind === 'new');
    for (const kind of replaced ? (['gone', 'new'] as const) : []) {
      const own = hunk.filter((piece) => piece.kind === kind || piece.kind === 'same');
      add({ kind, text: own.map(({ text }) => text).join(''), attributed: own.some(({ attributed }) => attributed) });
    }
    if (!replaced) for (const piece of hunk) add(piece);
    hunk = [];
  };
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const bridges = hunk.length > 0 && piece.kind === 'same' && piece.text.trim() === '' && next !== undefined && next.kind !== 'same';
    if (piece.kind !== 'same' || bridges) hunk.push(piece);
    else {
      close();
      add(piece);
    }
  }
  close();
  return made;
}
