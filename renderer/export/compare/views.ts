/** The two sides of a comparison: what a reader gets, and everything that was written, under any rule. */
import { ok, type Result } from '../../../shared/contract/result.ts';
import type { Draft } from '../../../shared/document/draft.ts';
import { isSection } from '../../../shared/document/text.ts';
import type { Section } from '../../../shared/document/tree.ts';
import type { MarkingScheme } from '../../../shared/marking/scheme.ts';
import type { RuleId } from '../../../shared/people/rule.ts';
import { type Published, publish } from '../../../shared/publication/publish.ts';
import type { SectionDef, Template } from '../../../shared/template/schema.ts';
import { type Comparison, comparePublications } from './compare.ts';

/** `audience` null: the writer's own view, nothing withheld. `rule` absent: the draft's own, stricter where a section says so;
 *  chosen for the writer's view, it holds in every section. `names`: everybody as the register has them, consent or not. */
export interface View {
  readonly audience: string | null;
  readonly rule?: RuleId | 'names' | undefined;
  /** Whom a numbered copy is made out to: it stands on the title page. */
  readonly recipient?: string | undefined;
}

export interface Material {
  readonly draft: Draft;
  readonly template: Template;
  readonly schemes: readonly MarkingScheme[];
}

/** Compares what two readers of one draft get.
 *  @fails as `publish` fails: an unknown audience or scheme, a speaker who is gone from the register */
export function compareViews(material: Material, before: View, after: View): Result<Comparison> {
  const was = published(material, before);
  if (!was.ok) return was;
  const is = published(material, after);
  return is.ok ? ok(comparePublications(was.value, is.value)) : is;
}

function published({ draft, template, schemes }: Material, { audience, rule, recipient }: View): Result<Published> {
  const whole = audience === null;
  const library = {
    templates: new Map([[template.id, whole ? opened(template) : template]]),
    markings: new Map(schemes.map((scheme) => [scheme.id, scheme])),
    houseStyles: new Map(),
  };
  const people = rule === 'names' ? draft.people.map((person) => ({ ...person, consent: 'named' as const })) : draft.people;
  const body = whole ? draft.body.map((section) => unsealed(section, rule !== undefined)) : draft.body;
  const copy = recipient === undefined ? {} : { copy: { number: 1, of: 1, recipient } };
  return publish({ ...draft, people, body }, library, { audience: audience ?? everything, rule: rule === 'names' ? 'named' : rule, ...copy });
}

const everything = 'everything';

/** The form with one more audience that may see every level, and no section of it withheld. */
function opened(template: Template): Template {
  const open = (section: SectionDef): SectionDef => ({ ...section, withheld: false, sections: section.sections.map(open) });
  return { ...template, sections: template.sections.map(open), audiences: [...template.audiences, { id: everything, title: '', numbered: false }] };
}

function unsealed(section: Section, oneRule: boolean): Section {
  const children = section.children.map((child) => (isSection(child) ? unsealed(child, oneRule) : { ...child, withheld: undefined, audiences: undefined }));
  return { ...section, withheld: undefined, audiences: undefined, rule: oneRule ? undefined : section.rule, children };
}
