/** Findings as scripts and as people read them. */
import type { Finding, Findings } from '../../../../shared/guard/finding.ts';
import type { Answer } from '../command.ts';

/** Text that a finding may stand in, as the guard read it. */
export interface Around {
  readonly text: string;
  readonly label: string;
}

export interface Told {
  /** For the sentence around the words; empty: only the words are shown. */
  readonly around?: readonly Around[];
  /** What to do with a finding that shall stay, where that is possible. */
  readonly keep?: string;
}

/** `{block, warn, human}` for scripts, places with their sentences for people; exit 3 where something blocks. */
export function answer({ block, warn, human }: Findings, told: Told = {}): Answer {
  const json = { block: block.map(record), warn: warn.map(record), human };
  const parts = [
    ...part(
      block,
      block.length === 1
        ? '1 finding blocks. Change it before the report goes out:'
        : `${block.length} findings block. Change them before the report goes out:`,
      told,
    ),
    ...part(warn, warn.length === 1 ? '1 finding warns. Read it once more:' : `${warn.length} findings warn. Read them once more:`, told),
    foot(block.length, warn.length, human),
    ...(block.length > 0 && told.keep !== undefined ? [told.keep] : []),
  ];
  return { json, text: parts.join('\n\n'), exit: block.length === 0 ? 0 : 3 };
}

function record({ id, check, name, at, quote, reason, replacement }: Finding): unknown {
  return { id, check, name, at, quote, reason, replacement };
}

function part(findings: readonly Finding[], title: string, told: Told): string[] {
  return findings.length === 0 ? [] : [[title, ...findings.map((finding) => `\n${item(finding, told)}`)].join('\n')];
}

function item(finding: Finding, { around = [], keep }: Told): string {
  const { at, quote, reason, replacement, id } = finding;
  const sentence = sentenceAround(finding, around);
  return [
    `  ${at.label}${keep === undefined ? '' : `  [${id}]`}`,
    ...(sentence === null || sentence === quote ? [] : [`    ${sentence}`]),
    `    ${reason.includes(quote) ? '' : `“${quote}”: `}${reason}`,
    ...(replacement === null ? [] : [replacement === '' ? '    Take it out.' : `    Write instead: “${replacement}”`]),
  ].join('\n');
}

/** Never "safe": what was looked for, and what is left to a reader. */
function foot(block: number, warn: number, human: number): string {
  const first = block + warn === 0 ? 'No known clue found.' : block === 0 ? 'Nothing blocks.' : null;
  const rest = human === 0 ? null : human === 1 ? '1 statement only a reader can judge.' : `${human} statements only a reader can judge.`;
  return [first, rest, 'No check knows everything.'].filter((words) => words !== null).join(' ');
}

/** Longest sentence that is shown whole, in characters; of a longer one, the words around the quote. */
const longest = 220;

function sentenceAround({ at, quote }: Finding, around: readonly Around[]): string | null {
  const found = around.find(({ text, label }) => label === at.label && text.slice(at.start, at.end) === quote && quote !== '');
  if (found === undefined) return null;
  const { text } = found;
  const from = [...text.slice(0, at.start).matchAll(/[.!?…]["”’)]*\s+(?=\p{Lu}|$)|\n/gu)].at(-1);
  const start = from === undefined ? 0 : from.index + from[0].length;
  const rest = /[.!?…]["”’)]*(?=\s+\p{Lu}|\s*$)|\n/u.exec(text.slice(at.end));
  const end = rest === null ? text.length : at.end + rest.index + rest[0].length;
  if (end - start <= longest) return text.slice(start, end).trim();
  const [left, right] = [Math.max(start, at.start - 90), Math.min(end, at.end + 90)];
  const cut = text
    .slice(left, right)
    .replace(left > start ? /^\S*\s/ : /^/, '')
    .replace(right < end ? /\s\S*$/ : /$/, '')
    .trim();
  return `${left > start ? '… ' : ''}${cut}${right < end ? ' …' : ''}`;
}
