/** PDF: text with positions → lines in reading order, with page, size and left edge. No scripts, no fonts, no pictures are run or drawn. */
import { limits, Refused } from '../limits.ts';
import type { Source, SourceLine } from '../source.ts';

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** @throws Refused  no PDF, damaged, protected by a password, or too many pages */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) throw new Refused('input/unreadable', 'it is no PDF');
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > limits.pages) throw new Refused('input/too-large', `it has more than ${limits.pages} pages`);
    const lines: SourceLine[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const [, , width = 595] = page.view as number[];
      for (const line of linesOf(
        items.filter((item): item is Extract<typeof item, { str: string }> => 'str' in item),
        width,
      ))
        lines.push({ ...line, line: lines.length + 1, page: number });
      page.cleanup();
    }
    if (!lines.some((line) => /\p{L}{3}/u.test(line.text))) throw new Refused('input/unreadable', 'it holds no text: its pages are pictures');
    return { kind: 'pdf', lines, notices: [] };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Refused('input/unreadable', locked ? 'it is protected by a password' : 'it is damaged or incomplete');
  } finally {
    await task.destroy();
  }
}

/** Joins items on one baseline, top to bottom; a page of two columns is read column by column. */
export function linesOf(items: readonly Item[], pageWidth: number): Omit<SourceLine, 'line' | 'page'>[] {
  const shown = items.filter((item) => item.str.trim() !== '');
  const columns = splitColumns(shown, pageWidth);
  return columns.flatMap(baselines);
}

/** Two columns where a gutter in the middle third is free of text and both sides hold a good part of it. */
function splitColumns(items: readonly Item[], width: number): Item[][] {
  const left = (item: Item) => item.transform[4] ?? 0;
  for (let x = width * 0.4; x <= width * 0.6; x += 4) {
    const crossing = items.filter((item) => left(item) < x && left(item) + item.width > x).length;
    const before = items.filter((item) => left(item) + item.width <= x);
    const after = items.filter((item) => left(item) >= x);
    if (crossing <= items.length * 0.03 && before.length > items.length * 0.3 && after.length > items.length * 0.3 && items.length > 30) {
      const wide = items.filter((item) => left(item) < x && left(item) + item.width > x);
      return [[...wide, ...before], after];
    }
  }
  return [[...items]];
}

function baselines(items: readonly Item[]): Omit<SourceLine, 'line' | 'page'>[] {
  const sorted = [...items].sort((a, b) => (b.transform[5] ?? 0) - (a.transform[5] ?? 0) || (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
  const rows: Item[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const y = row?.[0]?.transform[5] ?? Number.NaN;
    const tolerance = Math.max(2, (row?.[0]?.height ?? 10) * 0.45);
    if (row !== undefined && Math.abs(y - (item.transform[5] ?? 0)) <= tolerance) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    row.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
    return { text: joinItems(row), size: Math.max(...row.map((item) => item.height)), left: row[0]?.transform[4] ?? 0 };
  });
}

/** A gap wider than a sixth of the size is a space. */
function joinItems(row: readonly Item[]): string {
  let text = '';
  let end = Number.NaN;
  for (const item of row) {
    const start = item.transform[4] ?? 0;
    if (text !== '' && start - end > item.height / 6 && !/\s$/.test(text) && !/^\s/.test(item.str)) text += ' ';
    text += item.str;
    end = start + item.width;
  }
  return text.replace(/\s+/g, ' ').trim();
}
