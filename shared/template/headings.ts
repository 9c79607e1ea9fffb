/** Headings that the form gives: in the draft's language where the form has it. A section is known by its key, never by these words. */
import type { SectionDef } from './schema.ts';

/** The form's heading in this language (BCP 47); in the form's own where it has no other. */
export function headingIn(def: SectionDef, language: string): string {
  return def.titles?.[language.slice(0, 2).toLowerCase()] ?? def.title;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();

/** Whether a heading says what the form says, in any of its languages; capitals and the kind of apostrophe aside. */
export function isFormHeading(def: SectionDef, text: string): boolean {
  return [def.title, ...Object.values(def.titles ?? {})].some((title) => folded(title) === folded(text));
}
