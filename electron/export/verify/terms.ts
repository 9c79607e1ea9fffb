/** What of a register must not be found in any file under a rule. */
import type { NameLexicon } from '../../../shared/guard/lexicon.ts';
import type { Person } from '../../../shared/people/person.ts';
import type { RuleId } from '../../../shared/people/rule.ts';
import { folded, foldedTight, isUnspaced, spelledOut, transliterated } from './fold.ts';
import { isFormatWord } from './format-words.ts';

export interface ProtectedTerm {
  /** What was found, for the message; never the words themselves. */
  readonly kind: 'name' | 'affiliation' | 'code' | 'notes' | 'withheld';
  /** All folded forms to search for, each between word boundaries. */
  readonly forms: readonly string[];
  /** always: wherever it stands. unless-own: only where the Publication's own text, which the guard has judged, does not hold it
   *  (a country as a topic, a host, a fixed text, a surname that is a word, a finding kept with a reason). */
  readonly when: 'always' | 'unless-own';
  /** Too ordinary to be looked for among a format's own words ("a rice"): only where people read. */
  readonly wordsOnly?: true;
}

/** Names that are also words, as the guard knows them; folded. */
type Words = ReadonlySet<string>;

/** Terms of all people that the rule, with each one's consent, does not show. Forms shorter than three letters are not searched: they would be noise.
 *  @param lexicon which names are also words, as in the guard's check 1 */
export function protectedTerms(people: readonly Person[], rule: RuleId, lexicon: NameLexicon): ProtectedTerm[] {
  const words: Words = new Set([...lexicon.commonWords, ...lexicon.calendar].map(folded));
  return people.flatMap((person) => [
    ...(rule === 'named' && person.consent === 'named' ? [] : names(person, words)),
    ...(affiliationShown(person, rule) ? [] : term('affiliation', [person.affiliation ?? '', severalWords(person.role)], 'unless-own')),
    ...(person.code.length >= 4 ? term('code', [person.code], 'unless-own') : []),
    ...(person.notes ?? []).flatMap((note) => sentences('notes', note)),
  ]);
}

/** Texts of blocks that a variant withholds, sentence by sentence. */
export function withheldTerms(texts: readonly string[]): ProtectedTerm[] {
  return texts.flatMap((text) => sentences('withheld', text));
}

/** Sentences of four words or more; shorter ones are not telling. */
function sentences(kind: 'notes' | 'withheld', text: string): ProtectedTerm[] {
  return text
    .split(/(?<=[.!?])\s+|\n/)
    .filter((sentence) => folded(sentence).split(' ').length >= 4)
    .flatMap((sentence) => term(kind, [sentence], 'unless-own'));
}

/** By affiliation everybody's is shown; by name, that of those who consented to be shown at all. */
function affiliationShown(person: Person, rule: RuleId): boolean {
  return rule === 'affiliation' || (rule === 'named' && person.consent !== 'none');
}

/** "former President of the Council" tells who it is; "Ambassador" does not. */
function severalWords(role: string | undefined): string {
  return role !== undefined && folded(role).split(' ').length >= 3 ? role : '';
}

function term(kind: ProtectedTerm['kind'], texts: readonly string[], when: ProtectedTerm['when']): ProtectedTerm[] {
  const forms = [...new Set(texts.flatMap(spellings))].filter((form) => form.replace(/ /g, '').length >= (isUnspaced(form) ? 2 : 3));
  return forms.length === 0 ? [] : [{ kind, forms, when }];
}

/** One wording in all its spellings: folded, hyphens closed, umlauts spelled out, in Latin letters, with what Arabic and Hebrew write on to a word. */
function spellings(text: string): string[] {
  const forms = [folded(text), foldedTight(text), spelledOut(text), transliterated(text)].filter((form) => form !== '');
  return [...forms, ...forms.flatMap(withProclitics)];
}

function withProclitics(form: string): string[] {
  if (/^\p{Script=Arabic}/u.test(form)) return [...[...'وفبكل'].map((sign) => sign + form), ...(form.startsWith('ال') ? [`لل${form.slice(2)}`] : [])];
  return /^\p{Script=Hebrew}/u.test(form) ? [...'ושהבכלמ'].map((sign) => sign + form) : [];
}

const particles = new Set(
  'de del della di da dos das do du la le van von der den ter al el bin ibn abu y e zu of the dr prof mr mrs ms sir jr sr ii iii'.split(' '),
);

/** Full names, initials with surname, surname alone, and the same of every alias. A name that its bearer lets stand may be in the text. */
function names(person: Person, words: Words): ProtectedTerm[] {
  const several: string[] = [];
  const single: string[] = [];
  const ordinary: string[] = [];
  for (const name of [person.name, ...(person.aliases ?? [])].filter((own) => own.trim() !== '')) {
    const parts = name
      .replace(/,/g, ' ')
      .trim()
      .split(/\s+/)
      .filter((part) => !particles.has(folded(part)));
    const surname = parts.at(-1) ?? name;
    single.push(parts.length < 2 ? name.trim() : surname, ...surname.split(/[-‐‑'’]/).filter((half) => half.length >= 5 && half !== surname));
    if (parts.length < 2) continue;
    // "Will Power" in full is two ordinary words as well: where the text's own words hold them, the guard has judged them.
    const isOrdinary = parts.every((part) => words.has(folded(part)));
    (isOrdinary ? ordinary : several).push(name, parts.join(' '), `${surname} ${parts.slice(0, -1).join(' ')}`);
    (words.has(folded(surname)) || isFormatWord(folded(surname)) ? ordinary : several).push(...initials(parts));
  }
  return [
    ...term('name', several, person.consent === 'named' ? 'unless-own' : 'always'),
    ...ordinary.flatMap((name) => term('name', [name], 'unless-own')).map((one) => ({ ...one, wordsOnly: true }) as const),
    ...single.flatMap((name) => term('name', [name], 'unless-own')),
  ];
}

/** "A Lindqvist", "A B Lindqvist", "Lindqvist A"; one letter proves nothing without the surname. */
function initials(parts: readonly string[]): string[] {
  const surname = parts.at(-1) ?? '';
  const given = parts.slice(0, -1).map((part) => part.slice(0, 1));
  return [`${given[0]} ${surname}`, `${given.join(' ')} ${surname}`, `${surname} ${given.join(' ')}`];
}
