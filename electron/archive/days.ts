/** Days as numbers YYYYMMDD, so that a year or a month that stands for its days sorts and compares. */

/** "2023-05" means 20230500 at the earliest and 20230599 at the latest; an unknown day is before all days. */
export function dayRange(date: string): { readonly low: number; readonly high: number } {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (parts === null) return { low: 0, high: 0 };
  const [, year = '0', month, day] = parts;
  return { low: Number(`${year}${month ?? '00'}${day ?? '00'}`), high: Number(`${year}${month ?? '99'}${day ?? '99'}`) };
}
