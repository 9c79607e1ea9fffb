/** What is wrong with the files of a lexicon, and where: a half-written one must end as an error with its place, not as a fault while checking. */
import type { z } from 'zod';
import { conditions } from './conditions.ts';
import { LanguageLexicon, languages, NameLexicon, type PatternDef, SharedLexicon } from './lexicon.ts';
import { compilePattern } from './patterns.ts';

export interface LexiconFault {
  /** File and path in it: "en.json: patterns.2.14.p". */
  readonly at: string;
  readonly reason: string;
}

/** The first fault of the parsed JSON files, by file name without ending; null where `readLexicon` will take them and every pattern compiles. */
export function lexiconFault(files: Readonly<Record<string, unknown>>): LexiconFault | null {
  for (const language of languages) {
    const parsed = LanguageLexicon.safeParse(files[language]);
    const fault = parsed.success ? patternFault(`${language}.json`, parsed.data) : formFault(`${language}.json`, parsed.error);
    if (fault !== null) return fault;
  }
  const shared = SharedLexicon.safeParse(files['shared']);
  if (!shared.success) return formFault('shared.json', shared.error);
  const names = NameLexicon.safeParse(files['names']);
  return names.success ? null : formFault('names.json', names.error);
}

function formFault(file: string, error: z.ZodError): LexiconFault {
  const [issue] = error.issues;
  return { at: `${file}: ${issue?.path.join('.') ?? ''}`, reason: issue?.message ?? 'a part has the wrong form' };
}

function patternFault(file: string, lexicon: LanguageLexicon): LexiconFault | null {
  for (const [check, defs] of Object.entries(lexicon.patterns)) {
    for (const [index, def] of defs.entries()) {
      const reason = defFault(def);
      if (reason !== null) return { at: `${file}: patterns.${check}.${index}`, reason };
    }
  }
  return null;
}

function defFault(def: PatternDef): string | null {
  const unknown = [...(def.when ?? []), ...(def.unless ?? [])].find((name) => !Object.hasOwn(conditions, name));
  if (unknown !== undefined) return `there is no condition “${unknown}”`;
  try {
    compilePattern(def.p);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'a pattern cannot be read';
  }
}
