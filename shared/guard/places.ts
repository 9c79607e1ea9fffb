/** Where a block stands, in words for people: "para 11", "para 10 iv", "Key conclusions 5", "Introduction, par. 2". */
import type { PubBlock } from '../publication/publication.ts';

/** Longest part of a heading that a label shows, in characters. */
const longest = 40;

interface Position {
  /** Text of the last heading; empty before the first. */
  readonly heading: string;
  /** Number of the last numbered paragraph under it. */
  readonly number: number | null;
  /** How many blocks of a type stand under the heading so far. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The label of each block, in the order of the body. */
export function placeLabels(body: readonly PubBlock[]): string[] {
  let position: Position = { heading: '', number: null, counts: new Map() };
  return body.map((block) => {
    position = moved(position, block);
    return labelOf(block, position);
  });
}

function moved(before: Position, block: PubBlock): Position {
  if (block.type === 'heading') return { heading: shortened(headingText(block)), number: null, counts: new Map() };
  const counts = new Map(before.counts).set(block.type, (before.counts.get(block.type) ?? 0) + 1);
  return { ...before, number: block.type === 'numbered' ? block.number : before.number, counts };
}

function labelOf(block: PubBlock, { heading, number, counts }: Position): string {
  const ordinal = counts.get(block.type) ?? 1;
  switch (block.type) {
    case 'heading':
      return 'heading';
    case 'numbered':
      return `para ${block.number}`;
    case 'subitem':
      return `${number === null ? 'item' : `para ${number}`} ${block.label.replace(/[().]/g, '').trim()}`;
    case 'figure':
    case 'table':
      return block.label || block.type;
    case 'bullet':
      return heading === '' ? `bullet ${ordinal}` : `${heading} ${ordinal}`;
    case 'paragraph':
      return heading === '' ? `paragraph ${ordinal}` : `${heading}, par. ${ordinal}`;
    default: {
      const name = block.type.replace('-', ' ');
      return heading === '' ? `${name} ${ordinal}` : `${heading}, ${name} ${ordinal}`;
    }
  }
}

function headingText(block: Extract<PubBlock, { type: 'heading' }>): string {
  return block.content.map((inline) => ('text' in inline ? inline.text : '')).join('').trim(); // biome-ignore format: one line
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
