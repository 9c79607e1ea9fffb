/** How hard a passphrase is to guess, estimated in bits from how people make them. Errs on the strict side. */

export interface Strength {
  /** 0 (guessed at once) to 4. */
  readonly score: number;
  /** The gate of creation and change: score 3 or more. */
  readonly ok: boolean;
  /** What to do about it; empty when it is strong. */
  readonly advice: string;
}

/** Bits from which scores 1 to 4 begin. With 0.5 s a guess, 42 bits are 70,000 years on one machine. */
const steps = [18, 30, 42, 64];
/** What a word costs a guesser who has a list: a vocabulary of about 3,000 words in daily use. */
const wordBits = 11.5;
/** The words and numbers tried first everywhere; each costs a guesser next to nothing. */
const common = new Set(
  (
    'password passwort passphrase secret letmein welcome admin administrator login master access hello iloveyou love monkey dragon sunshine princess football ' +
    'baseball shadow superman batman trustno qwerty qwertz azerty asdf asdfgh zxcvbn abc test default root user guest changeme computer internet secure security ' +
    'rapporteur archive report confidential 123 1234 12345 123456 1234567 12345678 123456789 1234567890 000000 111111 121212 654321 666666 696969 112233 123123 007'
  ).split(' '),
);
const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', '0123456789'].map((row) =>
  row.repeat(3),
);

/** Scores a passphrase as it will be used (NFKC). */
export function passphraseStrength(passphrase: string): Strength {
  const bits = passphraseBits(passphrase);
  const score = steps.filter((step) => bits >= step).length;
  return { score, ok: score >= 3, advice: adviceFor(passphrase, score) };
}

function adviceFor(passphrase: string, score: number): string {
  if (score >= 3) return '';
  const words = passphrase.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
  if (words.length >= 2) return 'add one or two words that do not belong to the others';
  return passphrase.length < 10 ? 'use four unrelated words, or at least 12 random characters' : 'use four unrelated words instead of one word with changes';
}

/** Sum over the parts; a part seen before, a run on the keyboard and a common word are worth little. */
export function passphraseBits(passphrase: string): number {
  const parts = passphrase.normalize('NFKC').match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  const seen = new Set<string>();
  let bits = 0;
  for (const part of parts) {
    const plain = part.toLowerCase();
    bits += seen.has(plain) ? 1 : partBits(part, plain);
    seen.add(plain);
  }
  return bits;
}

function partBits(part: string, plain: string): number {
  const length = [...plain].length;
  if (common.has(plain)) return 4;
  if (isRun(plain) || new Set(plain).size <= Math.ceil(length / 4)) return Math.min(6, 1 + length);
  if (/^\p{N}/u.test(part)) return /^(19|20)\d\d$/.test(part) ? 7 : 3.1 * length;
  if (!/^\p{L}/u.test(part)) return Math.min(3, length) * 3.5;
  const capitals = part === plain ? 0 : /^\p{Lu}[^\p{Lu}]*$/u.test(part) || part === part.toUpperCase() ? 1 : 0.5 * length;
  return capitals + (looksLikeWord(plain) ? wordBits * Math.min(1, length / 4) + Math.max(0, length - 8) * 0.5 : 4.2 * length);
}

/** abcd, 4321, qwerty: a stretch of the alphabet, the digits or a keyboard's row, either way. */
function isRun(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  return plain.length >= 3 && rows.some((row) => row.includes(plain) || row.includes(backwards));
}

/** Vowels and consonants alternate as in speech. Scripts without Latin vowels count as words. */
function looksLikeWord(plain: string): boolean {
  const letters = plain.normalize('NFD').replace(/\p{M}/gu, '');
  if (!/^[a-z]+$/.test(letters)) return true;
  const vowels = letters.replace(/[^aeiouy]/g, '').length / letters.length;
  return vowels >= 0.2 && vowels <= 0.75 && !/[^aeiouy]{5}|q[^u]|[jvx][^aeiouy]|[aeiou]{4}/.test(letters);
}
