/** Stretches that a writer sets apart from the text: brackets, stars, comment signs. Most of what stands there was meant for the editor. */

/** How much such marks say by themselves: `always` never stands in a report, `square` seldom, `round` is everyday. */
export type Mark = 'always' | 'square' | 'round';

export interface Aside {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  /** Without the marks. */
  readonly inner: string;
}

const marks: readonly { readonly mark: Mark; readonly sign: RegExp; readonly test: RegExp }[] = [
  { mark: 'always', sign: /<!--|\/\*/, test: /<!--([\s\S]{0,400}?)-->|\/\*([\s\S]{0,400}?)\*\//g },
  { mark: 'always', sign: /~~|\^\^|\/\/|%%|\(\(|\{[+-]/, test: /~~([^~\n]{1,200})~~|\^\^\s?(\S[^\n]{0,120})|(?<![:\p{L}\p{N}/])\/\/\s(\S[^\n]{0,160})|%%\s?(\S[^\n%]{0,160})|\(\(([^()\n]{2,160})\)\)|\{[+-]{1,2}([^{}\n]{1,160})[+-]{1,2}\}/gu },
  { mark: 'always', sign: /\*\*\s|={2,3}\s|_{2,3}\s|#{2,3}\s/, test: /\*{2,3}\s(\S[^*\n]{0,200}?)\s?\*{2,3}|(?<!\S)={2,3}\s?(\S[^=\n]{0,200}?)\s?={2,3}(?!\S)|(?<!\S)#{2,4}\s(\S[^#\n]{0,200}?)\s#{2,4}(?!\S)/g },
  { mark: 'square', sign: /[[{<]/, test: /\[([^[\]\n]{1,240})\](?!\()|\{([^{}\n]{2,240})\}|<([^<>\n/]{3,160})>|<<([^<>\n]{1,160})>>/g },
  { mark: 'square', sign: /\*|\|/, test: /(?<![\p{L}\p{N}*])\*{1,3}(?=\S)([^*\n]{3,200}?)(?<=\S)\*{1,3}(?![\p{L}\p{N}*])|\|\s(\S[^|\n]{2,160}?)\s\|/gu },
  { mark: 'square', sign: /^\s*(?:-+|=+)>|^\s*>/, test: /^\s*(?:[-=]*>)\s?(\S[^\n]{2,160})/g },
  { mark: 'round', sign: /[(–—]/, test: /\(([^()\n]{1,200})\)|\s[–—]\s([^–—\n]{2,80})\s[–—](?=\s|$)/g },
]; // biome-ignore format: a table

/** All asides of a text; one inside another is told by itself. */
export function asidesOf(text: string): Aside[] {
  return marks.flatMap(({ mark, sign, test }) =>
    sign.test(text)
      ? [...text.matchAll(test)].map((match) => ({
          mark,
          start: match.index,
          end: match.index + match[0].length,
          inner: (match.slice(1).find((group) => group !== undefined) ?? '').trim(),
        }))
      : [],
  );
}
