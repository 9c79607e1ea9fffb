/** What a Word style says about a paragraph: heading level, list level, quote. Names are matched in English, French and Spanish. */
import { readXml } from './xml.ts';

export interface WordStyle {
  readonly name: string;
  readonly heading: number | null;
  readonly numId: string | null;
  readonly level: number;
}

/** Styles by id; a style inherits its numbering and outline level from the one it is based on. */
export function readStyles(bytes: Uint8Array | undefined): Map<string, WordStyle> {
  interface Raw {
    name: string;
    basedOn: string;
    outline: number | null;
    numId: string | null;
    level: number | null;
  }
  const raw = new Map<string, Raw>();
  let now: Raw | null = null;
  if (bytes !== undefined) {
    readXml(bytes, {
      open(name, at) {
        const value = at['w:val'] ?? '';
        if (name === 'w:style') {
          now = { name: '', basedOn: '', outline: null, numId: null, level: null };
          raw.set(at['w:styleId'] ?? '', now);
        } else if (now === null) return;
        else if (name === 'w:name') now.name = value;
        else if (name === 'w:basedOn') now.basedOn = value;
        else if (name === 'w:outlineLvl') now.outline = Number(value);
        else if (name === 'w:numId') now.numId = value;
        else if (name === 'w:ilvl') now.level = Number(value);
      },
      close(name) {
        if (name === 'w:style') now = null;
      },
      text() {},
    });
  }
  const inherited = <K extends 'outline' | 'numId' | 'level'>(id: string, key: K, depth = 0): Raw[K] | null => {
    const style = raw.get(id);
    if (style === undefined || depth > 20) return null;
    return style[key] ?? inherited(style.basedOn, key, depth + 1);
  };
  return new Map(
    [...raw].map(([id, style]) => [
      id,
      { name: style.name, heading: headingOf(style.name, inherited(id, 'outline')), numId: inherited(id, 'numId'), level: inherited(id, 'level') ?? 0 },
    ]),
  );
}

function headingOf(name: string, outline: number | null): number | null {
  const named = /^(?:heading|titre|título|titulo)\s*([1-9])$/i.exec(name);
  if (named?.[1] !== undefined) return Number(named[1]);
  if (/^title$|^titre$/i.test(name)) return 1;
  return outline !== null && outline < 9 ? outline + 1 : null;
}
