/** PDF: text with positions → lines in reading order, with page, size and left edge. No scripts, no fonts, no pictures are run or drawn. */
import { limits, Refused } from '../limits.ts';
import type { Source, SourceLine } from '../source.ts';
import { linesOf } from './layout.ts';
import { openPdf } from './open-pdf.ts';

/** @throws Refused  no PDF, damaged, protected by a password, or too many pages */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) throw new Refused('input/unreadable', 'it is no PDF');
  const task = await openPdf(bytes, { strict: true });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > limits.pages) throw new Refused('input/too-large', `it has more than ${limits.pages} pages`);
    const lines: SourceLine[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      for (const line of linesOf(items.filter((item): item is Extract<typeof item, { str: string }> => 'str' in item)))
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
