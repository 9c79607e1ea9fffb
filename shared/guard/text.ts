/** Text as the guard reads it: one Unicode form, no invisible characters, and a way back to the offsets of the original. */

export interface Reading {
  readonly text: string;
  /** Offset in the original (UTF-16 units) for each offset in `text`, with one more at the end; null where they are equal. */
  readonly map: readonly number[] | null;
}

// biome-ignore lint/suspicious/noMisleadingCharacterClass: the characters that join others are meant one by one
const invisible = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noMisleadingCharacterClass: as above
const needsWork = /[\u00ad\u02bc\u0300-\u200f\u201b\u2028-\u202f\u205f-\u209f\u20d0-\uffff\t]|[ \u00a0]{2}/;
const typographic: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '‛': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
};

/** "ﬁ" as two letters; the other compatibility forms are kept, as they may be meant (½, ²). */
const unligatured = (text: string): string => (/[\ufb00-\ufb06]/.test(text) ? text.normalize('NFKC') : text);

/** Reads text in NFC without zero-width characters; apostrophes, hyphens and spaces in one form each, and one space where several stand.
 *  Two texts that look the same read the same, whatever their Unicode form. */
export function readText(original: string): Reading {
  if (!needsWork.test(original)) return { text: original.replace(/[’‘\u2010\u2011\u00a0]/g, (sign) => typographic[sign] ?? sign), map: null };
  let text = '';
  // Asked of the text itself, the last sign would make it one string again and again: long texts took minutes.
  let last = '';
  const map: number[] = [];
  let at = 0;
  for (const cluster of clusters(original)) {
    const clean = unligatured(cluster.replace(invisible, '').normalize('NFC'));
    for (const sign of clean) {
      const same = typographic[sign] ?? sign;
      if (same === ' ' && last === ' ') continue;
      for (let unit = 0; unit < same.length; unit += 1) map.push(at);
      text += same;
      last = same.at(-1) ?? last;
    }
    at += cluster.length;
  }
  map.push(original.length);
  return { text, map };
}

/** A base with its combining marks and what is invisible among them. */
function clusters(text: string): string[] {
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: as above
  return text.match(/[\s\S](?:[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]|\p{M})*/gu) ?? [];
}

/** The stretch of the original that a stretch of the reading came from. */
export function original(reading: Reading, start: number, end: number): { start: number; end: number } {
  if (reading.map === null) return { start, end };
  return { start: reading.map[start] ?? 0, end: reading.map[end] ?? reading.map.at(-1) ?? end };
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ŋ: 'n', ħ: 'h', ə: 'a',
}; // biome-ignore format: a table
/** Cyrillic and Greek to Latin, one usual transliteration. */
const scripts: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а a|б b|в v|г g|ґ g|д d|е e|ё e|є ye|ж zh|з z|и i|і i|ї i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ў u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz|' +
    'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Letters of other scripts that look like Latin ones; used where a word mixes scripts. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  'аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs αa βb εe ηn ιi κk νv οo ρp τt υu χx'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Lower case, no diacritics, Latin letters: what two spellings of a name have in common. */
export function fold(text: string): string {
  if (!/[^ -~\s]/.test(text)) return text.toLowerCase();
  const flat = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/[^a-z0-9' -]/.test(flat)) return flat;
  const mixed = /[a-z]/.test(flat) && /[\u0370-\u052f]/.test(flat);
  return Array.from(flat, (sign) => (mixed ? lookalikes[sign] : undefined) ?? letters[sign] ?? scripts[sign] ?? sign).join('');
}

/** As `fold`, with the German and Scandinavian custom of writing ö as oe. */
export function foldLong(text: string): string {
  return fold(text.normalize('NFC').replace(/[äöüåøÄÖÜÅØ]/g, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' })[sign.toLowerCase()] ?? sign));
}
