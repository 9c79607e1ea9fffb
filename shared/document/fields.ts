/** Values of a draft's fields: a line of text, a list of lines, a range of days, or an asset's id. */
import { z } from 'zod';

/** A calendar day, YYYY-MM-DD; or a month or year where no day is known. */
export const Day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export const DateRange = z.strictObject({ start: Day, end: Day });
export type DateRange = z.infer<typeof DateRange>;

export const FieldValue = z.union([z.string(), z.array(z.string()), DateRange]);
export type FieldValue = z.infer<typeof FieldValue>;
export type Fields = Readonly<Record<string, FieldValue>>;

/** The field as one line of text; empty where it is absent. A range is "start/end" (ISO 8601). */
export function fieldText(fields: Fields, id: string): string {
  const value = fields[id];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : `${value.start}/${value.end}`;
}

/** The field as a list; a line of text is a list of one; absent or empty is []. */
export function fieldList(fields: Fields, id: string): string[] {
  const value = fields[id];
  if (value === undefined || value === '') return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [value.start, value.end];
}

/** The field as a range of days; a single day is a range of one; null where it is absent. */
export function fieldRange(fields: Fields, id: string): DateRange | null {
  const value = fields[id];
  if (value === undefined || value === '' || Array.isArray(value)) return null;
  return typeof value === 'string' ? { start: value, end: value } : value;
}

/** Whether nothing has been filled in. */
export function isEmptyField(value: FieldValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);
}
