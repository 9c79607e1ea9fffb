/** Finding a template's definition of the section that a draft's section is an instance of. */
import type { Section } from '../document/tree.ts';
import type { SectionDef, Template } from './schema.ts';

/** The definition of the innermost of these sections (outermost first); undefined where the template has none there. */
export function sectionDef(template: Template, sections: readonly Pick<Section, 'section'>[]): SectionDef | undefined {
  let defs: readonly SectionDef[] = template.sections;
  let found: SectionDef | undefined;
  for (const { section } of sections) {
    found = defs.find(({ id }) => id === section);
    if (found === undefined) return undefined;
    defs = found.sections;
  }
  return found;
}
