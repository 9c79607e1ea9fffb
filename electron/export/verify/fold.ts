/** Brings text and names to one form, so that a name is found however it is written. */

/** Letters that decompose to no base letter. */
const special: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n', ə: 'e' };
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const cyrillic =
  'а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz';
const greek = 'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';
const letters: ReadonlyMap<string, string> = new Map(`${cyrillic} ${greek}`.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)]));

/** Signs that are not seen: zero-width, soft hyphen, direction marks, byte order mark; and the Arabic sign that only stretches a word. */
const unseen = /\u034f|\u0640|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Without unseen signs and diacritics, special letters spelled out; case is kept. */
export function unaccented(text: string): string {
  const ascii = /^[\n -~]*$/.test(text);
  if (ascii) return text;
  return text
    .replace(unseen, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßđðþłħıŋəØÆŒĐÐÞŁĦŊƏẞ]/g, (sign) => special[sign.toLowerCase()] ?? sign);
}

/** Lower case, letters and digits only, one blank between words. */
export function folded(text: string): string {
  return unaccented(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As `folded`, after taking out the hyphens and apostrophes inside words: "Lind-qvist" is one word. */
export function foldedTight(text: string): string {
  return folded(text.replace(unseen, '').replace(/(?<=\p{L})[-‐‑'’´`]\s*(?=\p{L})/gu, ''));
}

/** "Öström" → "oestroem": umlauts spelled out as German and Nordic passports do. Equal to `folded` where there are none. */
export function spelledOut(text: string): string {
  return folded(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüåø]/g, (sign) => umlauts[sign] ?? sign),
  );
}

/** Cyrillic and Greek letters in Latin ones, by the common tables; others stand. W and V are one letter there. */
export function transliterated(text: string): string {
  return folded([...text.toLowerCase().normalize('NFC')].map((sign) => letters.get(sign) ?? sign).join('')).replaceAll('w', 'v');
}

/** Whether a text has letters that `transliterated` changes. */
export function hasOtherLetters(text: string): boolean {
  return /[\u0370-\u052f]/.test(text);
}

/** Whether words of this text's script stand without spaces, or run together with what follows them (Hangul): then no word boundary can be asked of a name. */
export function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u.test(text);
}
