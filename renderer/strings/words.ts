/** Dates, sizes and numbers in words, as the interface writes them (British English). */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const monthYear = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' });
const count = new Intl.NumberFormat('en-GB');

/** "9,480" */
export function numberWords(value: number): string {
  return count.format(value);
}

/** "1 entry", "64 entries" */
export function countWords(value: number, one: string, many: string): string {
  return `${count.format(value)} ${value === 1 ? one : many}`;
}

const startOfDay = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);

/** "Today 14:02", "Yesterday 18:12", "17 Nov", "17 Nov 2025".
 *  @param ms     wall clock, ms since 1970 UTC
 *  @param nowMs  the same, now */
export function whenWords(ms: number, nowMs: number): string {
  const days = Math.round((startOfDay(nowMs) - startOfDay(ms)) / 86_400_000);
  if (days === 0) return `Today ${clock.format(ms)}`;
  if (days === 1) return `Yesterday ${clock.format(ms)}`;
  return new Date(ms).getFullYear() === new Date(nowMs).getFullYear() ? day.format(ms) : dayYear.format(ms);
}

const dayMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "20 November, 22:14"; with the year where it is another one: what names one backup among several. */
export function momentWords(ms: number, nowMs: number = Date.now()): string {
  const named = new Date(ms).getFullYear() === new Date(nowMs).getFullYear() ? dayMonth : dayMonthYear;
  return `${named.format(ms)}, ${clock.format(ms)}`;
}

/** "Mon 23 Nov" */
export function weekdayWords(ms: number): string {
  return weekday.format(ms);
}

/** "14 Nov 2023" from "2023-11-14"; "Nov 2023" from "2023-11"; what is no date stays as it is. */
export function dateWords(iso: string): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const at = new Date(Number(year), Number(month ?? '1') - 1, Number(date ?? '1'));
  if (month === undefined) return year;
  return date === undefined ? monthYear.format(at) : dayYear.format(at);
}

/** "212 KB", "1.4 MB" */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "five" for 5, up to twelve; figures above. */
export function smallNumber(value: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][value] ?? count.format(value);
}
