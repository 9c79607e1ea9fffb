/** What extraction left of markup in plain text becomes marks, note marks and links; the text that remains is plain. */

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly mark: 'bold' | 'italic' | 'link';
  /** For links. */
  readonly href?: string;
}

/** A reference to a note; `at` is where it stood in the text. */
export interface NoteMark {
  readonly mark: string;
  readonly at: number;
}

export interface CleanText {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly notes: readonly NoteMark[];
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits of a superscript run as plain digits. */
export function lowered(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/gu, (sign) => String(raised.indexOf(sign)));
}

type Open = { readonly sign: string; readonly start: number; readonly mark: 'bold' | 'italic' };

/** Where a token may begin. */
const special = /[<[\\*_⁰¹²³⁴-⁹]/gu;

/** Reads one line or paragraph. Signs that pair with nothing stay characters, except doubled ones, which no prose uses. */
export function cleanText(raw: string): CleanText {
  let text = '';
  const marks: Mark[] = [];
  const notes: NoteMark[] = [];
  const open: Open[] = [];
  let from = 0;
  while (from < raw.length) {
    special.lastIndex = from;
    const at = special.exec(raw)?.index ?? raw.length;
    text += raw.slice(from, at);
    if (at >= raw.length) break;
    const taken = token(raw, at);
    from = at + (taken?.length ?? 1);
    if (taken === null) text += raw[at];
    else if (taken.kind === 'note') notes.push({ mark: taken.text, at: text.length });
    else if (taken.kind === 'link') {
      marks.push({ start: text.length, end: text.length + taken.text.length, mark: 'link', href: taken.href });
      text += taken.text;
    } else if (taken.kind === 'plain') text += taken.text;
    else text = emphasis(taken.text, text, raw[from] ?? '', open, marks);
  }
  for (const { sign, start } of open.reverse()) {
    if (sign.length === 1) text = text.slice(0, start) + sign + text.slice(start);
  }
  return { text, marks: marks.filter(({ start, end }) => end > start), notes };
}

/** Opens or closes a mark; a sign between spaces is a character. */
function emphasis(sign: string, text: string, next: string, open: Open[], marks: Mark[]): string {
  const mark = sign.length === 2 ? 'bold' : 'italic';
  const at = open.findIndex((one) => one.sign === sign);
  const begun = open[at];
  if (begun !== undefined && text.length > begun.start && !/\s$/.test(text)) {
    open.splice(at, 1);
    marks.push({ start: begun.start, end: text.length, mark });
    return text;
  }
  if (begun === undefined && /^\S/.test(next)) {
    open.push({ sign, start: text.length, mark });
    return text;
  }
  return sign.length === 2 ? text : text + sign;
}

type Token = { readonly length: number } & (
  | { readonly kind: 'note' | 'plain' | 'sign'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
);

const tokens: readonly (readonly [RegExp, (match: RegExpExecArray) => Token])[] = [
  [/<(https?:\/\/[^\s>]{1,2000})>/iy, (m) => ({ kind: 'link', length: m[0].length, text: m[1] ?? '', href: m[1] ?? '' })],
  [/\[([^\]\n]{1,300})\]\((https?:\/\/[^\s)]{1,2000})\)/iy, (m) => ({ kind: 'link', length: m[0].length, text: m[1] ?? '', href: m[2] ?? '' })],
  [/\[\^(\w{1,4})\]/y, (m) => ({ kind: 'note', length: m[0].length, text: m[1] ?? '' })],
  [/<sup>\s*(\d{1,3})\s*<\/sup>/iy, (m) => ({ kind: 'note', length: m[0].length, text: m[1] ?? '' })],
  [/[⁰¹²³⁴-⁹]{1,3}/uy, (m) => ({ kind: 'note', length: m[0].length, text: lowered(m[0]) })],
  [/<\/?(?:sup|sub|b|i|em|strong|u|br|span|p)\b[^<>]{0,80}>/iy, (m) => ({ kind: 'plain', length: m[0].length, text: '' })],
  [/\\([*_#[\]<>\\`~-])/y, (m) => ({ kind: 'plain', length: m[0].length, text: m[1] ?? '' })],
  [/(?:\*\*|__(?=\S))/y, (m) => ({ kind: 'sign', length: m[0].length, text: '**' })],
  [/\*/y, (m) => ({ kind: 'sign', length: m[0].length, text: '*' })],
];

/** The token that begins at an offset. A number in square brackets is a note mark only right after a word. */
function token(raw: string, at: number): Token | null {
  const before = raw[at - 1];
  const bracketed = raw[at] !== '[' || before === undefined || /\s|[([]/.test(before) ? null : /^\[(\d{1,3})\]/.exec(raw.slice(at, at + 5));
  if (bracketed !== null) return { kind: 'note', length: bracketed[0].length, text: bracketed[1] ?? '' };
  for (const [pattern, make] of tokens) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    if (match !== null) return make(match);
  }
  return null;
}
