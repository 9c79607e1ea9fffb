/** Small readings of plain text that several layers share. */

/** Letters, digits and single spaces only, in lower case: for comparing what two places say. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const abbreviation =
  /(?:\b(?:e\.g|i\.e|cf|etc|vs|no|nos|para|paras|art|op|vol|fig|p|pp|mr|mrs|ms|dr|prof|st|inter alia|al|approx|incl|resp|jr)|\b\p{Lu})\.["”’)]*$/iu;

/** Sentences with their offsets; an abbreviation or an initial ends none. */
export function sentences(text: string): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+["”’»)\]]*\s+(?=["“‘«(¿¡]*[\p{Lu}\p{N}¿¡])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (/^\./.test(match[0]) && abbreviation.test(text.slice(start, end))) continue;
    out.push({ text: text.slice(start, end), start });
    start = match.index + match[0].length;
  }
  const rest = text.slice(start);
  if (rest.trim() !== '') out.push({ text: rest.trimEnd(), start });
  return out;
}

/** A sentence's end, quotation marks, brackets and note marks aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;]["”’'»)\]]*[\d¹²³⁴-⁹]*\s*$/u.test(text);
}

/** Parts in double quotation marks, or in single ones that hold at least two words. Unclosed quotes end with the text. */
export function quotedParts(text: string): string[] {
  const out: string[] = [];
  for (const match of text.matchAll(/[“"«]\s?([^“”"«»]+?)\s?(?:[”"»]|$)|‘((?:[^‘’]|’(?=\p{L}))+\s(?:[^‘’]|’(?=\p{L}))+)’/gu)) {
    const part = (match[1] ?? match[2] ?? '').trim();
    if (part !== '') out.push(part);
  }
  return out;
}

/** The language by its small words: "en", "fr" or "es"; English in doubt. */
export function languageOf(text: string): 'en' | 'fr' | 'es' {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: string) => words.filter((word) => list.split(' ').includes(word)).length;
  const scores = [
    { language: 'en' as const, score: count('the of and to that in is was for it with on') },
    { language: 'fr' as const, score: count('le la les des du et que dans une est par pour aux sur') },
    { language: 'es' as const, score: count('el la los las del y que en una es por para con se') },
  ];
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).language;
}
