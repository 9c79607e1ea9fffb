/** Captions and credits of pictures, which extraction leaves in the middle of the text. */
import { creditOpening, roleOf } from '../recognise/lexicon.ts';
import { wordCount } from '../recognise/words.ts';
import type { Block } from '../text/block.ts';
import { placeOf, type TakenFigure, type Warning } from './repair.ts';

const numbered = /^\[?(?:figure|fig\.|photo|image|graph|chart|gráfico|graphique)\s+\d+\s*[.:–-]\s*/i;

/** A credit line takes the paragraph before it as its caption, unless that one is a heading or a long paragraph. */
export function takeFigures(blocks: readonly Block[]): { blocks: Block[]; figures: TakenFigure[]; warnings: Warning[] } {
  const out: Block[] = [];
  const figures: TakenFigure[] = [];
  for (const block of blocks) {
    if (block.kind === 'para' && numbered.test(block.text) && wordCount(block.text) <= 60) {
      figures.push({ caption: block.text.replace(numbered, '').replace(/(?<!\[[^\]]*)\]$/, ''), credit: '', at: placeOf(block) });
      continue;
    }
    if (!isCredit(block)) {
      out.push(block);
      continue;
    }
    const before = out.at(-1);
    const caption = before !== undefined && isCaption(before) ? (out.pop()?.text ?? '') : '';
    figures.push({ caption, credit: block.text, at: placeOf(before !== undefined && caption !== '' ? before : block) });
  }
  return { blocks: out, figures, warnings: [] };
}

function isCredit(block: Block): boolean {
  return block.kind === 'para' && creditOpening.test(block.text) && wordCount(block.text) <= 14 && !/[.!?]\s+\p{Lu}/u.test(block.text);
}

function isCaption(block: Block): boolean {
  return block.kind === 'para' && block.alone && wordCount(block.text) <= 60 && wordCount(block.text) >= 3 && roleOf(block.text) === null;
}
