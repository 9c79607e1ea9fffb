/** The guard's words: data in templates/lexicon/*.json, checked here and compiled once. Nothing in code knows a language. */
import { z } from 'zod';

export const languages = ['en', 'fr', 'es'] as const;
export type GuardLanguage = (typeof languages)[number];

const list = z.array(z.string().min(1));

/** One pattern of a check; see patterns.ts for how it is written. */
export const PatternDef = z.strictObject({
  p: z.string().min(1),
  level: z.enum(['block', 'warn']).optional(),
  /** Name of a condition in conditions.ts that must hold besides. */
  unless: list.optional(),
  when: list.optional(),
  /** What one key writes instead. */
  instead: z.string().optional(),
  /** Overrides the check's reason sentence. */
  why: z.string().optional(),
});
export type PatternDef = z.infer<typeof PatternDef>;

/** Words of one language. `classes` are named sets that patterns refer to as `@name`; an entry may have several words. */
export const LanguageLexicon = z.strictObject({
  format: z.literal('rapporteur/lexicon'),
  language: z.enum(languages),
  /** Small words that tell the language of imported text. */
  signs: list,
  classes: z.record(z.string(), list),
  /** Endings of words that stand in no class, by the class they then take: "-ologist" makes a person. */
  endings: z.record(z.string(), list).default({}),
  /** As `classes`, but letter case counts ("May", "WHO"). */
  exact: z.record(z.string(), list).default({}),
  /** By check number. */
  patterns: z.record(z.string(), z.array(PatternDef)),
  /** Patterns behind which a description of the speaker stands: "according to", "a question from". */
  sources: list.default([]),
  /** Where adjectives stand, seen from their noun. */
  adjectives: z.enum(['before', 'after']).default('before'),
  /** Phrases of support, by the id of the scale. */
  quantifiers: z.record(z.string(), list),
  /** Nouns of people and the category of the register they say. */
  categories: z.record(z.string(), list),
  /** Regions that a description may name, by the name the register uses. */
  regions: z.record(z.string(), list),
});
export type LanguageLexicon = z.infer<typeof LanguageLexicon>;

/** [ISO code, English names, English demonyms, French names, French demonyms, Spanish names, Spanish demonyms], alternatives by "|". */
const Country = z.tuple([z.string().length(2), z.string(), z.string(), z.string(), z.string(), z.string(), z.string()]);

export const SharedLexicon = z.strictObject({
  format: z.literal('rapporteur/lexicon-shared'),
  countries: z.array(Country),
  /** Bodies and their acronyms, as written. */
  bodies: list,
  /** Cities that tell where somebody spoke from. */
  places: list,
});
export type SharedLexicon = z.infer<typeof SharedLexicon>;

export const NameLexicon = z.strictObject({
  format: z.literal('rapporteur/lexicon-names'),
  honorifics: list,
  particles: list,
  /** Titles that follow a surname in scripts without spaces. */
  suffixes: list,
  /** Given names that are forms of one another. */
  groups: z.array(list),
  /** Surnames and given names that are also words. */
  commonWords: list,
  /** Names that are also months, countries or places: a capital in mid-sentence says nothing. */
  calendar: list,
});
export type NameLexicon = z.infer<typeof NameLexicon>;

export interface Lexicon {
  readonly languages: Readonly<Record<GuardLanguage, LanguageLexicon>>;
  readonly shared: SharedLexicon;
  readonly names: NameLexicon;
}

/** Builds the lexicon from the parsed JSON files of templates/lexicon, by file name without ending.
 *  @throws where a file is missing or has the wrong form: the program cannot guard without its words */
export function readLexicon(files: Readonly<Record<string, unknown>>): Lexicon {
  const read = (language: GuardLanguage) => LanguageLexicon.parse(files[language]);
  return {
    languages: { en: read('en'), fr: read('fr'), es: read('es') },
    shared: SharedLexicon.parse(files['shared']),
    names: NameLexicon.parse(files['names']),
  };
}

/** Files that `readLexicon` wants. */
export const lexiconFiles = ['en', 'fr', 'es', 'shared', 'names'] as const;

/** The lexicon language of a BCP 47 tag; English where there is none. */
export function guardLanguage(tag: string): GuardLanguage {
  const short = tag.toLowerCase().split('-')[0] ?? '';
  return languages.find((language) => language === short) ?? 'en';
}

/** The language that plain text is most likely in, by its small words; English when in doubt. */
export function detectLanguage(text: string, lexicon: Lexicon): GuardLanguage {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best: GuardLanguage = 'en';
  let most = 0;
  for (const language of languages) {
    const signs = new Set(lexicon.languages[language].signs);
    const count = words.filter((word) => signs.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
