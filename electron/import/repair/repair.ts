/** Repairs of what extraction broke, one after another. Each is a pure function and reports what it did. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import type { SourcePlace } from '../../../shared/entry/entry.ts';
import type { Block } from '../text/block.ts';
import { joinBroken } from './broken.ts';
import { takeContents } from './contents.ts';
import { takeFigures } from './figures.ts';
import { takeFurniture } from './furniture.ts';
import { splitJoinedWords } from './joined-words.ts';
import { takeNotes } from './notes.ts';
import { takeInnerQuotes, takePullQuotes } from './pull-quotes.ts';

export type Warning = Imported['warnings'][number];

export interface TakenNote {
  readonly mark: string;
  readonly text: string;
  readonly at: SourcePlace;
}

export interface TakenQuote {
  readonly text: string;
  readonly at: SourcePlace;
}

export interface TakenFigure {
  readonly caption: string;
  readonly credit: string;
  readonly at: SourcePlace;
}

export interface Repaired {
  readonly blocks: readonly Block[];
  readonly notes: readonly TakenNote[];
  readonly pullQuotes: readonly TakenQuote[];
  readonly figures: readonly TakenFigure[];
  readonly warnings: readonly Warning[];
}

export function placeOf(block: Pick<Block, 'line' | 'page'>): SourcePlace {
  return { line: block.line, ...(block.page === undefined ? {} : { page: block.page }) };
}

export function warning(code: string, message: string, block: Pick<Block, 'line' | 'page' | 'text'>): Warning {
  return { code, message, at: placeOf(block), text: block.text.slice(0, 2000) };
}

/** The text's own order of repairs: what stands between the parts of a paragraph goes first, then the parts are joined. */
export function repair(blocks: readonly Block[]): Repaired {
  const contents = takeContents(blocks);
  const furniture = takeFurniture(contents.blocks);
  const notes = takeNotes(furniture.blocks);
  const figures = takeFigures(notes.blocks);
  const quotes = takePullQuotes(figures.blocks);
  const joined = joinBroken(quotes.blocks);
  const inner = takeInnerQuotes(joined.blocks, quotes.pullQuotes);
  const words = splitJoinedWords(inner.blocks);
  return {
    blocks: words.blocks,
    notes: notes.notes,
    pullQuotes: [...quotes.pullQuotes, ...inner.pullQuotes],
    figures: figures.figures,
    warnings: [contents, furniture, notes, figures, quotes, joined, inner, words].flatMap(({ warnings }) => warnings),
  };
}
