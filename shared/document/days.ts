/** Days in words, the same on every machine: no clock, no time zone, no locale of the user. */
import type { DateRange } from './fields.ts';

const names = (language: string, options: Intl.DateTimeFormatOptions, day: Date): string =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' }).format(day);

function parts(day: string): { year: number; month: number | null; date: number | null; utc: Date } {
  const [year = 0, month, date] = day.split('-').map(Number);
  return { year, month: month ?? null, date: date ?? null, utc: new Date(Date.UTC(year, (month ?? 1) - 1, date ?? 1)) };
}

/** "2026-03-03" → "Tuesday 3 March 2026"; a month or year without its day stays "March 2026", "2026". */
export function dayInWords(day: string, language: string, weekday = true): string {
  const { year, month, date, utc } = parts(day);
  if (month === null) return String(year);
  const monthName = names(language, { month: 'long' }, utc);
  if (date === null) return `${monthName} ${year}`;
  if (!/^en\b/.test(language)) return names(language, { weekday: weekday ? 'long' : undefined, day: 'numeric', month: 'long', year: 'numeric' }, utc);
  return `${weekday ? `${names(language, { weekday: 'long' }, utc)} ` : ''}${date} ${monthName} ${year}`;
}

/** A range as a cover shows it: "Monday 16 – Wednesday 18 January 2023" (TEMPLATES, form D). One day is that day. */
export function rangeInWords({ start, end }: DateRange, language: string): string {
  if (start === end) return dayInWords(start, language);
  const [a, b] = [parts(start), parts(end)];
  const last = dayInWords(end, language);
  if (!/^en\b/.test(language) || a.date === null || b.date === null) return `${dayInWords(start, language)} – ${last}`;
  const weekday = names(language, { weekday: 'long' }, a.utc);
  if (a.year !== b.year) return `${dayInWords(start, language)} – ${last}`;
  if (a.month !== b.month) return `${weekday} ${a.date} ${names(language, { month: 'long' }, a.utc)} – ${last}`;
  return `${weekday} ${a.date} – ${last}`;
}
