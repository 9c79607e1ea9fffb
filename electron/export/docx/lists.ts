/** Native numbering: the formats are read from the labels as printed, so that Word counts what the Publication says. */
import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import { letter, roman } from '../../../shared/document/roman.ts';
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { PubBlock, Publication } from '../../../shared/publication/publication.ts';
import { twips } from './measure.ts';

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];
type Config = INumberingOptions['config'][number];
type LevelOptions = Config['levels'][number];
type Place = Map<string, ListPlace | null>;

/** How one kind of label is printed: "(a)" is letters between brackets. */
interface Pattern {
  readonly format: Format;
  readonly before: string;
  readonly after: string;
}

export interface ListPlace {
  readonly reference: string;
  readonly level: number;
  readonly instance?: number;
}

export interface Lists {
  readonly config: readonly Config[];
  /** List and level of a block, by anchor; `null` where its label cannot be counted natively and must be typed. */
  readonly place: ReadonlyMap<string, ListPlace | null>;
}

/** Which counter prints `label` for the `ordinal`-th item; null where none does. */
export function patternOf(label: string, ordinal: number): Pattern | null {
  const parts = /^([([]?)([\p{L}\p{N}]+)([.):\]]*)$/u.exec(label.trim());
  const core = parts?.[2];
  if (parts === null || core === undefined) return null;
  const candidates: [Format, string][] = [
    [LevelFormat.DECIMAL, String(ordinal)],
    [LevelFormat.LOWER_ROMAN, roman(ordinal)],
    [LevelFormat.UPPER_ROMAN, roman(ordinal).toUpperCase()],
    [LevelFormat.LOWER_LETTER, letter(ordinal)],
    [LevelFormat.UPPER_LETTER, letter(ordinal).toUpperCase()],
  ];
  const found = candidates.find(([, text]) => text === core);
  return found === undefined ? null : { format: found[0], before: parts[1] ?? '', after: parts[3] ?? '' };
}

/** Reads all labels of a Publication and lays down the lists that print them. */
export function makeLists(publication: Publication, house: HouseStyle): Lists {
  const place: Place = new Map();
  const config: Config[] = [bulletList(house)];
  const subs = subitemPatterns(publication.body);
  numberParagraphs(publication.body, subs, house, config, place);
  numberHeadings(publication.body, config, place);
  return { config, place };
}

function subitemPatterns(body: readonly PubBlock[]): Pattern[] {
  const roman1: Pattern = { format: LevelFormat.LOWER_ROMAN, before: '', after: '.' };
  return [1, 2].map((level) => {
    const first = body.find((block) => block.type === 'subitem' && block.level === level);
    return (first?.type === 'subitem' ? patternOf(first.label, first.ordinal) : null) ?? roman1;
  });
}

/** Paragraphs run through the whole text; a jump in the numbers opens a list that starts there.
 *  Sub-items are its second and third level and so restart by themselves; a run that no numbered paragraph opens has a list of its own. */
function numberParagraphs(body: readonly PubBlock[], subs: readonly Pattern[], house: HouseStyle, config: Config[], place: Place): void {
  let expected = 1;
  let reference = '';
  let fresh = false;
  let instance = 0;
  let own = 0;
  for (const block of body) {
    if (block.type === 'numbered') {
      if (reference === '' || block.number !== expected) {
        const pattern = patternOf(block.label, block.number) ?? { format: LevelFormat.DECIMAL, before: '', after: '.' };
        reference = `paragraphs-${block.number}`;
        config.push({ reference, levels: paragraphLevels(pattern, subs, block.number, house) });
      }
      expected = block.number + 1;
      fresh = true;
      place.set(block.anchor, { reference, level: 0 });
    } else if (block.type === 'subitem') {
      if (block.level === 1 && block.restart) {
        own = fresh ? 0 : ++instance;
        fresh = false;
      }
      const native = own === 0 && reference !== '';
      place.set(block.anchor, native ? { reference, level: block.level } : { reference: 'subitems', level: block.level - 1, instance: own });
    }
  }
  config.push({ reference: 'subitems', levels: subs.map((pattern, level) => subitemLevel(pattern, level, level, house)) });
}

function paragraphLevels(pattern: Pattern, subs: readonly Pattern[], start: number, house: HouseStyle): LevelOptions[] {
  const first: LevelOptions = {
    level: 0,
    format: pattern.format,
    text: `${pattern.before}%1${pattern.after}`,
    alignment: AlignmentType.LEFT,
    start,
    style: { paragraph: { indent: { left: twips(house.hang), hanging: twips(house.hang) } } },
  };
  return [first, ...subs.map((sub, n) => subitemLevel(sub, n + 1, n, house))];
}

/** Room for a sub-item's number, set flush right so that its points stand in line, and the space after it; in points. */
const number = { width: 17, gap: 6 };
/** Room for the dash of a bullet. */
const dash = 13;

/** Sub-items begin where the text of their paragraph does. `depth` counts from 0. */
function subitemLevel(pattern: Pattern, level: number, depth: number, house: HouseStyle): LevelOptions {
  return {
    level,
    format: pattern.format,
    text: `${pattern.before}%${level + 1}${pattern.after}`,
    alignment: AlignmentType.RIGHT,
    style: { paragraph: { indent: { left: twips(house.hang + (number.width + number.gap) * (depth + 1)), hanging: twips(number.gap) } } },
  };
}

/** Dashes hang left of the text: those of the first level in the hanging column. */
function bulletList(house: HouseStyle): Config {
  return {
    reference: 'bullets',
    levels: [0, 1, 2].map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: '–',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: twips(house.hang + dash * level), hanging: twips(dash) } } },
    })),
  };
}

/** Headings that the form numbers (I, A, 1) are one list; where Word would count otherwise the label is typed. */
function numberHeadings(body: readonly PubBlock[], config: Config[], place: Place): void {
  const patterns: (Pattern | undefined)[] = [];
  const counts = [0, 0, 0, 0];
  for (const block of body) {
    if (block.type !== 'heading' || block.label === undefined) continue;
    const at = block.level - 1;
    counts[at] = (counts[at] ?? 0) + 1;
    counts.fill(0, at + 1);
    const pattern = patternOf(block.label, counts[at] ?? 1);
    patterns[at] ??= pattern ?? undefined;
    const known = patterns[at];
    const native =
      pattern !== null && known !== undefined && known.format === pattern.format && known.after === pattern.after && known.before === pattern.before;
    place.set(block.anchor, native ? { reference: 'headings', level: at } : null);
  }
  if (patterns.length === 0) return;
  const levels = [0, 1, 2, 3].map((level): LevelOptions => {
    const { format, before, after } = patterns[level] ?? { format: LevelFormat.DECIMAL, before: '', after: '.' };
    return {
      level,
      format,
      text: `${before}%${level + 1}${after}`,
      alignment: AlignmentType.LEFT,
      suffix: LevelSuffix.SPACE,
      style: { paragraph: { indent: { left: 0, firstLine: 0 } } },
    };
  });
  config.push({ reference: 'headings', levels });
}
