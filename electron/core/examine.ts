/** Reads a draft as the guard does: published for an audience, held against its register, its template's caveats and sections. */
import { ok, type Result } from '../../shared/contract/result.ts';
import type { Draft, Override } from '../../shared/document/draft.ts';
import { blocksOf, isSection, sectionsOf } from '../../shared/document/text.ts';
import { oppositesOf } from '../../shared/entry/opposites.ts';
import type { StructureFacts } from '../../shared/guard/check.ts';
import type { Findings } from '../../shared/guard/finding.ts';
import { checkPublication, type GuardMemo } from '../../shared/guard/guard.ts';
import { type Published, type PublishOptions, publish } from '../../shared/publication/publish.ts';
import { turnsOf } from '../../shared/publication/turns.ts';
import { progress } from '../../shared/template/completeness.ts';
import { caveatOverride } from '../../shared/template/fixed-text.ts';
import type { Library } from '../../shared/template/library.ts';
import type { SectionDef, Template } from '../../shared/template/schema.ts';
import type { Core } from './core.ts';

export interface Examined {
  readonly published: Published;
  readonly findings: Findings;
}

export interface ExamineOptions extends PublishOptions {
  /** Findings kept with a reason, beside the draft's own. */
  readonly overrides?: readonly Override[] | undefined;
  /** What the guard remembers of this draft since its last look. */
  readonly memo?: GuardMemo | undefined;
}

/** Publishes and checks. @fails as publish; template/invalid the lexicons */
export function examine(core: Core, draft: Draft, options: ExamineOptions = {}): Result<Examined> {
  const library = core.library();
  if (!library.ok) return library;
  const lexicon = core.lexicon();
  if (!lexicon.ok) return lexicon;
  const { overrides = [], memo, ...publishing } = options;
  const published = publish(draft, library.value, publishing);
  if (!published.ok) return published;
  const { publication, origins, tallies } = published.value;
  const findings = checkPublication({
    publication,
    people: draft.people,
    lexicon: lexicon.value,
    origins,
    tallies,
    k: draft.k,
    overrides: [...draft.overrides, ...overrides],
    structure: {
      ...structureOf(draft, library.value),
      lostOpposites: lostOpposites(draft, origins),
      turns: turnsOf(draft, publication.rule, origins),
    },
    ...(memo === undefined ? {} : { memo }),
  });
  return ok({ published: published.value, findings });
}

/** Which caveats of the template the draft still carries, and which required sections are empty. */
export function structureOf(draft: Draft, library: Library): StructureFacts {
  const template = library.templates.get(draft.template);
  if (template === undefined) return { caveats: [], missingSections: [] };
  return { caveats: caveatsOf(draft, template), missingSections: progress(draft, template).missing };
}

/** Anchors of published entries whose opposite is gone: an entry that this audience does not get asks nothing of anybody. */
function lostOpposites(draft: Draft, origins: ReadonlyMap<string, string>): string[] {
  const { lost } = oppositesOf([...blocksOf(draft.body)].map(({ block }) => block));
  return lost.size === 0 ? [] : [...origins].filter(([, block]) => lost.has(block)).map(([anchor]) => anchor);
}

/** A caveat is there if every section that opens with it still holds it; one of the front or back matter cannot be taken out. */
function caveatsOf(draft: Draft, template: Template): StructureFacts['caveats'] {
  const defs = new Map(allDefs(template.sections).map((def) => [def.id, def]));
  const sections = [...sectionsOf(draft.body)];
  return template.fixedTexts
    .filter(({ caveat }) => caveat)
    .flatMap(({ id, function: what, title }) => {
      const due = sections.filter((section) => defs.get(section.section)?.opens.includes(id) === true);
      if (due.length === 0) return [];
      const present = due.every((section) => section.children.some((child) => !isSection(child) && child.type === 'fixed-text' && child.text === id));
      const reason = draft.overrides.find((override) => override.id === caveatOverride(id))?.reason;
      return [{ function: what, title, present, reason }];
    });
}

function allDefs(defs: readonly SectionDef[]): SectionDef[] {
  return defs.flatMap((def) => [def, ...allDefs(def.sections)]);
}
