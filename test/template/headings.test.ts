/** Headings of the form in other languages: a report issued in one is recognised like the English one. */
import { describe, expect, it } from 'vitest';
import { roleOf } from '../../electron/import/recognise/lexicon.ts';
import { headingIn, isFormHeading } from '../../shared/template/headings.ts';
import type { SectionDef } from '../../shared/template/schema.ts';
import { library } from '../library.ts';

const fixedOf = (defs: readonly SectionDef[]): SectionDef[] => defs.flatMap((def) => [...(def.heading === 'fixed' ? [def] : []), ...fixedOf(def.sections)]);
const all = [...library.templates.values()].flatMap(({ id, sections }) => fixedOf(sections).map((def) => ({ form: id, id: def.id, def })));

describe('headings of the form', () => {
  it.each(all)('[HDG-11] $form, $id: an importer takes it for the same part in French and Spanish', ({ def }) => {
    const english = roleOf(def.title)?.role ?? null;
    expect(['fr', 'es'].map((language) => roleOf(headingIn(def, language))?.role ?? null)).toEqual([english, english]);
  });

  it('[HDG-12] another language, and one with a country, fall back as a reader expects', () => {
    const [{ def } = { def: all[0]?.def }] = all.filter(({ id }) => id === 'key-conclusions');
    if (def === undefined) throw new Error('no key conclusions');
    expect(['fr-CH', 'ES', 'en-GB', 'ar', ''].map((language) => headingIn(def, language))).toEqual([
      'Conclusions principales',
      'Conclusiones principales',
      'Key conclusions',
      'Key conclusions',
      'Key conclusions',
    ]);
    expect(['key  conclusions', 'CONCLUSIONS PRINCIPALES', 'Key conclusoins', ''].map((text) => isFormHeading(def, text))).toEqual([true, true, false, false]);
  });
});
