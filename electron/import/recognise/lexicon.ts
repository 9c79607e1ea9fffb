/** The importer's words: data under templates/lexicon, checked once and compiled. Nothing in code knows a language. */
import { z } from 'zod';
import { EntryKind, SupportId } from '../../../shared/entry/entry.ts';
import addresseesJson from '../../../templates/lexicon/addressees.json' with { type: 'json' };
import headingsJson from '../../../templates/lexicon/headings.json' with { type: 'json' };
import supportJson from '../../../templates/lexicon/support.json' with { type: 'json' };
import themesJson from '../../../templates/lexicon/themes.json' with { type: 'json' };

const phrases = z.array(z.string());

const Role = z.strictObject({
  role: z.string(),
  level: z.int(),
  skip: z.boolean().optional(),
  entry: EntryKind.optional(),
  forms: z.record(z.string(), z.number()).default({}),
  en: phrases,
  fr: phrases,
  es: phrases,
});
export type Role = z.infer<typeof Role>;

const Headings = z.looseObject({
  roles: z.array(Role),
  kindLabels: phrases,
  hosts: phrases,
  partners: phrases,
  credits: phrases,
});

const SupportPattern = z.strictObject({ p: z.string(), support: SupportId.nullable(), contested: z.boolean().optional() });
const Support = z.looseObject({
  languages: z.record(z.string(), z.strictObject({ people: z.string(), patterns: z.array(SupportPattern), contested: phrases, opens: phrases })),
});
const Named = z.array(z.strictObject({ name: z.string(), p: z.string() }));

export const headings = Headings.parse(headingsJson);

/** A heading's words as they are compared: lower case, one space, no number before, no mark after. */
export function normalHeading(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:\d{1,2}|[ivx]{1,5}|[a-h])[.)]\s+|(?:section|part|chapter|partie|parte)\s+\w+\s*[:.–-]\s*)/, '')
    .replace(/[\s:.;–-]+$/, '')
    .trim();
}

const compiledRoles = headings.roles.map((role) => ({
  role,
  exact: new Set([...role.en, ...role.fr, ...role.es].filter((phrase) => !phrase.includes('*')).map(normalHeading)),
  open: [...role.en, ...role.fr, ...role.es]
    .filter((phrase) => phrase.includes('*'))
    .map((phrase) => new RegExp(`^${normalHeading(phrase).split('*').map(escaped).join('.*')}$`, 'u')),
}));

/** As `roleOf`, whole phrases only: for lines that may be the beginning of something longer. */
export function exactRoleOf(heading: string): Role | null {
  const text = normalHeading(heading);
  return compiledRoles.find((one) => one.exact.has(text))?.role ?? null;
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
}

/** What part of a report a heading opens: an exact phrase before one with a star; null where the lexicon is silent. */
export function roleOf(heading: string): Role | null {
  const text = normalHeading(heading);
  if (text.length > 120) return null;
  const exact = compiledRoles.find((one) => one.exact.has(text));
  if (exact !== undefined) return exact.role;
  // A question, or a long line that only happens to hold the word, opens nothing.
  if (/[?.,;]["”’]?\s*$/.test(heading) || /^\p{Ll}/u.test(heading) || text.split(' ').length > 12) return null;
  return compiledRoles.find((one) => one.open.some((pattern) => pattern.test(text)))?.role ?? null;
}

const phrase = (list: readonly string[], flags: string) => new RegExp(`^(?:${list.map(escaped).join('|')})(?![\\p{L}])`, `${flags}u`);
export const hostOpening = phrase(headings.hosts, 'i');
export const partnersOpening = phrase(headings.partners, 'i');
export const creditOpening = new RegExp(`^(?:\\(?\\p{Lu}{2,4}\\s+)?(?:${headings.credits.map(escaped).join('|')})(?![\\p{L}])`, 'iu');
export const kindLabels = new Set(headings.kindLabels.map(normalHeading));

const support = Support.parse(supportJson).languages;

export interface CompiledSupport {
  readonly patterns: readonly { readonly pattern: RegExp; readonly support: SupportId | null; readonly contested: boolean }[];
  readonly contested: readonly RegExp[];
  readonly opens: readonly RegExp[];
  readonly people: RegExp;
}

const compiledSupport = new Map(
  Object.entries(support).map(([language, { people, patterns, contested, opens }]): [string, CompiledSupport] => {
    const compile = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source.replaceAll('{people}', people)})`, 'giu');
    return [
      language,
      {
        patterns: patterns.map((one) => ({ pattern: compile(one.p), support: one.support, contested: one.contested === true })),
        contested: contested.map(compile),
        opens: opens.map(compile),
        people: new RegExp(`(?<![\\p{L}])(?:${people})(?![\\p{L}])`, 'iu'),
      },
    ];
  }),
);

/** The patterns of a language; English where the lexicon has no other. */
export function supportWords(language: string): CompiledSupport {
  const found = compiledSupport.get(language.slice(0, 2)) ?? compiledSupport.get('en');
  if (found === undefined) throw new Error('the lexicon of support has no English');
  return found;
}

const named = (list: z.infer<typeof Named>, flags: string) =>
  list.map(({ name, p }) => ({ name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${p})(?![\\p{L}\\p{N}])`, `g${flags}u`) }));
export const addresseeWords = named(Named.parse(addresseesJson.addressees), '');
export const themeWords = named(Named.parse(themesJson.themes), 'i');
