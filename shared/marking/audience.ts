/** What an audience may see. Withholding happens before numbering, so nothing counts what is not there. */
import { isSection } from '../document/text.ts';
import type { Block, Body, Section } from '../document/tree.ts';
import type { AudienceDef, SectionDef } from '../template/schema.ts';
import type { MarkingScheme } from './scheme.ts';

export interface View {
  readonly audience: AudienceDef;
  readonly scheme: MarkingScheme;
  /** Section keys that the template withholds from every variant. */
  readonly withheldSections: ReadonlySet<string>;
}

/** The body as this audience may see it. Sections whose every block is withheld keep their heading only. */
export function visibleBody(body: Body, view: View): Body {
  return body.filter((section) => visible(section, view)).map((section) => visibleSection(section, view));
}

function visibleSection(section: Section, view: View): Section {
  const children = section.children.filter((child) => visible(child, view)).map((child) => (isSection(child) ? visibleSection(child, view) : child));
  return { ...section, children };
}

function visible(node: Section | Block, { audience, scheme, withheldSections }: View): boolean {
  if (node.withheld === true) return false;
  if (isSection(node) && withheldSections.has(node.section)) return false;
  if (node.audiences !== undefined && !node.audiences.includes(audience.id)) return false;
  return node.portion === undefined || audience.ceiling === undefined || reaches(audience.ceiling, node.portion, scheme);
}

/** Whether an audience with this ceiling may see a portion. A ceiling that the draft's scheme does not have (the scheme was changed) lets no marked
 *  portion through: doubt withholds. */
function reaches(ceiling: string, portion: string, scheme: MarkingScheme): boolean {
  return scheme.levels.some(({ id }) => id === ceiling) && rank(scheme, portion) <= rank(scheme, ceiling);
}

/** Position of a level in its scheme, weak to strong; an unknown level counts as the strongest: doubt withholds. */
export function rank(scheme: MarkingScheme, level: string): number {
  const found = scheme.levels.findIndex(({ id }) => id === level);
  return found === -1 ? scheme.levels.length : found;
}

/** Keys of the sections that a template withholds, at any depth. */
export function withheldSections(sections: readonly SectionDef[]): Set<string> {
  const found = sections.flatMap((section) => [...(section.withheld ? [section.id] : []), ...withheldSections(section.sections)]);
  return new Set(found);
}
