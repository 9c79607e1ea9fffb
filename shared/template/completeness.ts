/** How far a draft has come, section by section: for the outline's discs, the Desk and the check of structure. */
import type { Draft } from '../document/draft.ts';
import { isEmptyField } from '../document/fields.ts';
import { countWords, isSection, plain } from '../document/text.ts';
import type { Section } from '../document/tree.ts';
import type { SectionDef, Template } from './schema.ts';

/** full: nothing required is empty · half: begun · empty: optional, nothing written · need: required, nothing written */
export type Fullness = 'full' | 'half' | 'empty' | 'need';

export interface SectionState {
  /** Id of the draft's section; null where a required one is missing. */
  readonly id: string | null;
  readonly section: string;
  readonly title: string;
  readonly fullness: Fullness;
  readonly words: number;
}

/** States of the top-level sections, in the template's order. */
export function sectionStates(draft: Pick<Draft, 'body'>, template: Template): SectionState[] {
  return template.sections.flatMap((def): SectionState[] => {
    const found = draft.body.filter(({ section }) => section === def.id);
    if (found.length === 0) return def.required ? [{ id: null, section: def.id, title: def.title, fullness: 'need' as const, words: 0 }] : [];
    return found.map((section) => ({ id: section.id, section: def.id, title: def.title, fullness: fullness(section, def), words: wordsIn(section) }));
  });
}

function fullness(section: Section, def: SectionDef): Fullness {
  const written = wordsIn(section) > 0 || section.children.some((child) => !isSection(child) && child.type === 'fixed-text' && def.blocks.length === 0);
  if (!written) return def.required ? 'need' : 'empty';
  return missingParts(section, def) ? 'half' : 'full';
}

/** A required inner section or section field is missing or empty. */
function missingParts(section: Section, def: SectionDef): boolean {
  const fields = def.fields.some((field) => field.required && isEmptyField(section.fields?.[field.id]));
  const inner = def.sections
    .filter((child) => child.required)
    .some((child) => {
      const found = section.children.filter(isSection).filter((node) => node.section === child.id);
      return found.length === 0 || found.some((node) => fullness(node, child) !== 'full');
    });
  return fields || inner;
}

/** Words a writer wrote: headings and fixed texts aside. */
function wordsIn(section: Section): number {
  return section.children.reduce((sum, child) => sum + (isSection(child) ? wordsIn(child) : child.type === 'heading' ? 0 : countWords(plain(child))), 0);
}

/** Counts for the Desk: sections that are full, of all that are required or begun, and the titles of what is missing. */
export function progress(draft: Pick<Draft, 'body'>, template: Template): { done: number; total: number; missing: string[] } {
  const states = sectionStates(draft, template).filter((state) => state.fullness !== 'empty');
  return {
    done: states.filter((state) => state.fullness === 'full').length,
    total: states.length,
    missing: states.filter((state) => state.fullness === 'need').map((state) => state.title),
  };
}
