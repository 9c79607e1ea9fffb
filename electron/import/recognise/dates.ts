/** Days and ranges of days in words, in English, French and Spanish. A day without a year is checked by its weekday. */

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january janvier enero jan',
    'february février fevrier febrero feb',
    'march mars marzo mar',
    'april avril abril apr',
    'may mai mayo',
    'june juin junio jun',
    'july juillet julio jul',
    'august août aout agosto aug',
    'september septembre septiembre sept sep',
    'october octobre octubre oct',
    'november novembre noviembre nov',
    'december décembre decembre diciembre dec',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1])),
);
const weekdays: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'sunday dimanche domingo',
    'monday lundi lunes',
    'tuesday mardi martes',
    'wednesday mercredi miércoles miercoles',
    'thursday jeudi jueves',
    'friday vendredi viernes',
    'saturday samedi sábado sabado',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at])),
);

const month = `(?<month>${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const weekday = `(?:(?<weekday>${Object.keys(weekdays).join('|')}),?\\s+)?`;
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|er|º|°)?';
const year = '(?:,?\\s+(?:de\\s+|del\\s+)?(?<year>(?:19|20)\\d\\d))?';
const sep = '(?:\\s+(?:of|de)\\s+|\\s+)';
const dash = '\\s*(?:–|—|-|to|until|and|au|et|al|y|a)\\s*';
const rename = (source: string, suffix: string) => source.replace(/\(\?<(\w+)>/g, `(?<$1${suffix}>`);

/** "Monday 16 – Wednesday 18 January 2023", "30 January to 1 February 2023", "3rd to 4th May" */
const range = new RegExp(
  `(?<!\\d)${rename(weekday, 'A')}${rename(day, 'A')}(?:${sep}${rename(month, 'A')}${rename(year, 'A')})?${dash}${rename(weekday, 'B')}${rename(day, 'B')}${sep}${rename(month, 'B')}${rename(year, 'B')}(?!\\d)`,
  'iu',
);
/** "January 16–18, 2023" */
const americanRange = new RegExp(`(?<!\\p{L})${month}\\s+${rename(day, 'A')}${dash}${rename(day, 'B')}${year}(?!\\d)`, 'iu');
const single = new RegExp(`(?<!\\d)${weekday}${day}${sep}${month}${year}(?!\\d)(?!\\p{L})`, 'iu');
const american = new RegExp(`(?<!\\p{L})${weekday}${month}\\s+${day}(?:,?\\s+(?<year>(?:19|20)\\d\\d))(?!\\d)`, 'iu');
const iso = /(?<!\d)(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)(?!\d)/;
const monthYear = new RegExp(`(?<!\\p{L})${month}\\s+(?:de\\s+)?(?<year>(?:19|20)\\d\\d)(?!\\d)`, 'iu');

export interface FoundDate {
  /** YYYY-MM-DD, or YYYY-MM where no day is said. */
  readonly start: string;
  readonly end: string;
  /** A year was said. */
  readonly dated: boolean;
  readonly text: string;
}

const two = (n: number) => String(n).padStart(2, '0');

/** The day in a year; null where the month has no such day. */
function calendarDay(y: number, m: number, d: number): string | null {
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? `${y}-${two(m)}-${two(d)}` : null;
}

/** The year that a weekday fits: the parent's, else the nearest before or after within two; the parent's where none does. */
function yearFor(m: number, d: number, name: string | undefined, parent: number): number {
  if (name === undefined) return parent;
  const wanted = weekdays[name.toLowerCase()];
  const fits = [0, -1, 1, -2, 2].find((step) => new Date(Date.UTC(parent + step, m - 1, d)).getUTCDay() === wanted);
  return parent + (fits ?? 0);
}

type Groups = Readonly<Record<string, string | undefined>>;
const monthOf = (name: string | undefined) => months[(name ?? '').toLowerCase()] ?? 0;

function rangeFrom(g: Groups, parent: number | null, text: string): FoundDate | null {
  const [mB, dB, dA] = [monthOf(g['monthB'] ?? g['month']), Number(g['dayB']), Number(g['dayA'])];
  const said = g['yearB'] ?? g['year'];
  const yB = said === undefined ? (parent === null ? null : yearFor(mB, dB, g['weekdayB'], parent)) : Number(said);
  if (yB === null) return null;
  const mA = g['monthA'] === undefined ? mB : monthOf(g['monthA']);
  const yA = g['yearA'] === undefined ? (mA > mB ? yB - 1 : yB) : Number(g['yearA']);
  const [start, end] = [calendarDay(yA, mA, dA), calendarDay(yB, mB, dB)];
  return start === null || end === null || end < start ? null : { start, end, dated: said !== undefined, text };
}

/** The first day or range in a text. `parent` is the year of the event around it, for days without one; null: such days are passed over. */
export function findDate(text: string, parent: number | null): FoundDate | null {
  for (const pattern of [range, americanRange]) {
    const match = pattern.exec(text);
    const found = match?.groups === undefined ? null : rangeFrom(match.groups, parent, match[0]);
    if (found !== null) return found;
  }
  for (const pattern of [single, american, iso]) {
    const match = pattern.exec(text);
    const g = match?.groups;
    if (match === null || g === undefined) continue;
    const m = pattern === iso ? Number(g['month']) : monthOf(g['month']);
    const d = Number(g['day']);
    const y = g['year'] === undefined ? (parent === null ? null : yearFor(m, d, g['weekday'], parent)) : Number(g['year']);
    const found = y === null ? null : calendarDay(y, m, d);
    if (found !== null) return { start: found, end: found, dated: g['year'] !== undefined, text: match[0] };
  }
  const match = monthYear.exec(text);
  if (match?.groups === undefined) return null;
  const found = `${match.groups['year']}-${two(monthOf(match.groups['month']))}`;
  return { start: found, end: found, dated: true, text: match[0] };
}

/** The first year that a text names. */
export function findYear(text: string): number | null {
  const match = /(?<![\d/])(?:19[5-9]|20\d)\d(?![\d/])/.exec(text);
  return match === null ? null : Number(match[0]);
}
