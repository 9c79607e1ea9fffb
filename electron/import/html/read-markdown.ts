/** Markdown, as far as reports use it: headings, lists, quotes, tables, notes, emphasis. What is none of these is a paragraph. */
import type { Source, SourceLine, SourceMark } from '../source.ts';

export function readMarkdown(text: string): Source {
  const lines: SourceLine[] = [];
  let paragraph: { text: string; line: number } | null = null as { text: string; line: number } | null;
  const flush = () => {
    if (paragraph !== null) lines.push(finish(paragraph.text, paragraph.line, undefined));
    paragraph = null;
  };
  for (const [at, raw] of text.split('\n').entries()) {
    const hinted = hintOf(raw);
    const last = lines.at(-1);
    if (raw.trim() === '' || /^\s*([-*_])(\s*\1){2,}\s*$/.test(raw)) flush();
    else if (hinted !== null) {
      flush();
      if (hinted.text !== '') lines.push(finish(hinted.text, at + 1, hinted.hint));
    } else if (paragraph !== null) paragraph = { ...paragraph, text: `${paragraph.text} ${raw.trim()}` };
    else if (last?.hint !== undefined && /^\s{2,}\S/.test(raw)) lines[lines.length - 1] = finish(`${last.text} ${raw.trim()}`, last.line, last.hint);
    else paragraph = { text: raw.trim(), line: at + 1 };
  }
  flush();
  return { kind: 'markdown', lines, notices: [] };
}

function hintOf(raw: string): { text: string; hint: SourceLine['hint'] } | null {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(raw);
  if (heading !== null) return { text: heading[2] ?? '', hint: { kind: 'heading', level: heading[1]?.length ?? 1 } };
  const bullet = /^(\s*)[-*+•]\s+(.*)$/.exec(raw);
  if (bullet !== null) return { text: bullet[2] ?? '', hint: { kind: 'bullet', level: 1 + Math.min(2, Math.floor((bullet[1]?.length ?? 0) / 2)) } };
  const number = /^(\s*)(\d{1,3}[.)]|[ivx]{1,6}[.)])\s+(.*)$/.exec(raw);
  if (number !== null)
    return { text: number[3] ?? '', hint: { kind: 'number', label: number[2] ?? '', level: 1 + Math.min(2, Math.floor((number[1]?.length ?? 0) / 2)) } };
  const note = /^\[\^([\w-]+)\]:\s*(.*)$/.exec(raw);
  if (note !== null) return { text: note[2] ?? '', hint: { kind: 'note', mark: note[1] ?? '' } };
  const quote = /^\s{0,3}>\s?(.*)$/.exec(raw);
  if (quote !== null) return { text: quote[1] ?? '', hint: { kind: 'quote' } };
  if (/^\s*\|.*\|\s*$/.test(raw)) {
    const cells = raw
      .trim()
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { text: cells.every((cell) => /^:?-+:?$/.test(cell)) ? '' : cells.join(' | '), hint: { kind: 'row', cells } };
  }
  return null;
}

/** Takes emphasis marks and link targets out of the text and keeps them as marks. */
function finish(raw: string, line: number, hint: SourceLine['hint']): SourceLine {
  const text = raw.replace(/(\*\*\*|___)(?=\S)(.+?)(?<=\S)\1/g, '**$2**');
  const marks: SourceMark[] = [];
  let out = '';
  const pattern =
    /\[\^([\w-]+)\]|\[([^\]]*)\]\(([^)\s]*)[^)]*\)|(\*\*|__)(?=\S)(.+?)(?<=\S)\4|([*_])(?=\S)(.+?)(?<=\S)\6|<sup>(.*?)<\/sup>|\\([\\`*_{}[\]()#+\-.!>])/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    out += text.slice(from, match.index);
    from = match.index + match[0].length;
    const start = out.length;
    const mark = match[1] !== undefined || match[8] !== undefined ? 'superscript' : match[5] !== undefined ? 'bold' : match[7] !== undefined ? 'italic' : null;
    out += match[1] ?? match[2] ?? match[5] ?? match[7] ?? match[8] ?? match[9] ?? '';
    if (mark !== null) marks.push({ start, end: out.length, mark });
  }
  out += text.slice(from);
  return { text: out, line, whole: true, ...(hint === undefined ? {} : { hint }), ...(marks.length === 0 ? {} : { marks }) };
}
