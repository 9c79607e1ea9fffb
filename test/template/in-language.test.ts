/** A form's printed words in the language of the report. */
import { describe, expect, it } from 'vitest';
import { structureOf } from '../../electron/core/examine.ts';
import { runText } from '../../shared/publication/inlines.ts';
import { publish } from '../../shared/publication/publish.ts';
import { checkTemplate } from '../../shared/template/check-template.ts';
import { inLanguage } from '../../shared/template/in-language.ts';
import type { SectionDef, Template } from '../../shared/template/schema.ts';
import { library, sample } from '../library.ts';

const forms = [...library.templates.values()];
const words = (line: string): string => line.replace(/\{[\w-]+\}|[\s,]/g, '');
const sections = (defs: readonly SectionDef[]): SectionDef[] => defs.flatMap((def) => [def, ...sections(def.sections)]);

/** Everything that a form prints of its own, by the language it has it in. */
function printed({ kindLabel, kindLabels, front, back, sections: defs, fixedTexts, tables }: Template) {
  const matter = [...front, ...back].flatMap(({ label, labels, text, texts }) => [[label, labels] as const, [text, texts] as const]);
  const fixed = fixedTexts.flatMap(({ wordings }) => wordings.map(({ text, texts }) => [text, texts] as const));
  const lines = sections(defs).map(({ dateline, datelines }) => [dateline, datelines] as const);
  const columns = tables.flatMap((form) => form.columns.map(({ title, titles }) => [title, titles] as const));
  return [[kindLabel, kindLabels] as const, ...matter, ...fixed, ...lines, ...columns].filter(([own]) => words(own ?? '') !== '');
}

function issued(id: string, language: string) {
  const published = publish({ ...sample(id), language }, library);
  if (!published.ok) throw new Error(published.error.code);
  return published.value.publication;
}
const fixedOf = (id: string, language: string) => issued(id, language).body.flatMap((block) => (block.type === 'fixed-text' ? [runText(block.content)] : []));

describe('the words that a form prints', () => {
  it.each(forms)('[HDG-13] $id has every one of them in French and Spanish, with the same fields', (form) => {
    const fields = (line: string) => [...line.matchAll(/\{[\w-]+\}/g)].map(([field]) => field).sort();
    for (const [own = '', others] of printed(form)) {
      expect(Object.keys(others ?? {}), own).toEqual(['fr', 'es']);
      for (const other of Object.values(others ?? {})) expect(fields(other), other).toEqual(fields(own));
    }
  });

  it.each(forms)('[HDG-14] $id in French and Spanish prints none of its English fixed texts, and lacks no caveat', ({ id }) => {
    const english = fixedOf(id, 'en-GB');
    for (const language of ['fr', 'es-AR']) {
      const other = fixedOf(id, language);
      expect(other).toHaveLength(english.length);
      expect(other.filter((text) => english.includes(text))).toEqual([]);
      expect(structureOf({ ...sample(id), language }, library).caveats).toEqual(structureOf(sample(id), library).caveats);
    }
  });

  it('[HDG-15] labels and datelines follow; a language the form does not have keeps its own words', () => {
    const labels = (language: string) => issued('dialogues', language).front.flatMap(({ label }) => label ?? []);
    expect([labels('fr-CH'), labels('es'), labels('ar')]).toEqual([
      ['Organisé par', 'Sommaire'],
      ['Organizado por', 'Índice'],
      ['Organised by', 'Contents'],
    ]);
    const lines = issued('dialogues', 'fr').body.flatMap((block) => (block.type === 'paragraph' && block.role === 'dateline' ? [runText(block.content)] : []));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^Accueilli par .+ 2026$/u);
  });

  it('[HDG-16] the same form in the same language is the same thing; a field that is not there is told in every language', () => {
    const [form] = forms;
    if (form === undefined) throw new Error('no form');
    expect(inLanguage(form, 'fr')).toBe(inLanguage(form, 'fr-FR'));
    const broken = { ...form, fixedTexts: [{ id: 'x', function: 'x', title: 'x', caveat: false, wordings: [{ text: 'x', texts: { fr: '{gone}' } }] }] };
    expect(checkTemplate(broken, library).filter(({ message }) => message.includes('gone'))).toHaveLength(1);
  });
});
