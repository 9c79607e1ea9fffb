/** Lengths of a house style in the units of WordprocessingML: twentieths of a point, half points. */
import type { HouseStyle } from '../../../shared/publication/house-style.ts';

/** Points to twentieths of a point (w:ind, w:spacing, w:pgMar). */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Points to half points (w:sz). */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** Points to the pixels that the library takes for pictures (96 to the inch). */
export function pixels(points: number): number {
  return Math.round((points * 96) / 72);
}

export interface Geometry {
  /** Points from the edge of the page to the text, on the side where a line begins. */
  readonly start: number;
  readonly end: number;
  /** Width of the text column, the hanging numbers included. */
  readonly text: number;
  /** Width of a pull quote in the margin column; 0: none. */
  readonly column: number;
}

/** Space between the margin column and the text, in points. */
const gutter = 16;

/** Where text and margin column stand on the page. The margin column's width includes the gutter to the text. */
export function geometry(house: HouseStyle): Geometry {
  const { page, marginColumn } = house;
  const start = page.inner + marginColumn;
  return { start, end: page.outer, text: page.width - start - page.outer, column: Math.max(0, marginColumn - gutter) };
}
