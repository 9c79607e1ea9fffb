/** Counts numbered paragraphs as Word does: what the reader will see beside each. */
import { letter, roman } from '../../../shared/document/roman.ts';
import { all, type Element, type Opened, val, words } from './open.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
};

/** "12. The words", "i. the words" of every counted paragraph of the body, in order; bullets are left out. */
export function counted(docx: Opened): string[] {
  const numbering = docx.tree('word/numbering.xml');
  const abstracts = new Map(all(numbering, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'], levelsOf(list)]));
  const instances = new Map(
    all(numbering, 'w:num').map((num) => [
      num.attributes['w:numId'],
      { abstract: val(num, 'w:abstractNumId') ?? '', overrides: all(num, 'w:lvlOverride').length > 0 },
    ]),
  );
  const counters = new Map<string, (number | undefined)[]>();
  return all(docx.tree('word/document.xml'), 'w:p').flatMap((paragraph) => {
    const id = val(paragraph, 'w:numId');
    const instance = id === undefined ? undefined : instances.get(id);
    if (id === undefined || instance === undefined) return [];
    const levels = abstracts.get(instance.abstract) ?? [];
    const at = Number(val(paragraph, 'w:ilvl') ?? 0);
    const key = instance.overrides ? `num ${id}` : `list ${instance.abstract}`;
    const counts = counters.get(key) ?? [];
    counts[at] = (counts[at] ?? (levels[at]?.start ?? 1) - 1) + 1;
    counts.fill(undefined, at + 1);
    counters.set(key, counts);
    const level = levels[at];
    const print = level === undefined ? undefined : formats[level.format];
    if (level === undefined || print === undefined) return [];
    return [`${level.text.replace(/%(\d)/g, (_all, digit: string) => print(counts[Number(digit) - 1] ?? 0))} ${own(paragraph)}`];
  });
}

/** Words of the paragraph itself, without those of a text box anchored in it. */
function own(paragraph: Element): string {
  return words({ ...paragraph, children: paragraph.children.filter((child) => typeof child !== 'string' && first(child) === undefined) });
}

function first(element: Element): Element | undefined {
  return all(element, 'w:txbxContent')[0];
}

function levelsOf(list: Element): Level[] {
  return all(list, 'w:lvl').map((level) => ({
    format: val(level, 'w:numFmt') ?? '',
    text: val(level, 'w:lvlText') ?? '',
    start: Number(val(level, 'w:start') ?? 1),
  }));
}
