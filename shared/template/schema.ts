/** A template is data: what a kind of report consists of. A secretariat copies and changes it without code. */
import { z } from 'zod';
import { looseId } from '../document/id.ts';
import { blockTypes } from '../document/tree.ts';
import { EntryKind } from '../entry/entry.ts';
import { RuleId } from '../people/rule.ts';
import { MatterRole } from '../publication/publication.ts';

const BlockTypeId = z.enum(blockTypes as [string, ...string[]]);

/** A wording in other languages, by two letters: {"fr": "Conclusions principales"}. A draft in one of them carries that. */
const InOtherLanguages = z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(1)).optional();

export const FieldDef = z.strictObject({
  id: looseId,
  title: z.string(),
  /** text: one line · long: lines · list: several lines · date: a day · range: two days · choice · asset: id of a picture · assets: several */
  type: z.enum(['text', 'long', 'list', 'date', 'range', 'choice', 'asset', 'assets']),
  required: z.boolean().default(false),
  choices: z.array(z.string()).optional(),
  help: z.string().default(''),
  /** Carried into the archive as a bibliographic field. */
  archived: z.boolean().default(true),
});
export type FieldDef = z.infer<typeof FieldDef>;

/** A fixed text with the days on which it is valid; the first that fits the meeting's date stands. */
export const FixedTextDef = z.strictObject({
  id: looseId,
  /** What it does, for the checker and the archive: rule-applies, not-exhaustive, not-agreement, individual-proposals, own-account … */
  function: z.string(),
  title: z.string(),
  /** `{field}` is replaced by the draft's field of that id. `sponsor`: only for meetings with this sponsor; "*": with any. */
  wordings: z
    .array(
      z.strictObject({ text: z.string(), texts: InOtherLanguages, from: z.string().optional(), until: z.string().optional(), sponsor: z.string().optional() }),
    )
    .min(1),
  /** A caveat: its absence is a finding, and it is removed only with a reason. */
  caveat: z.boolean().default(false),
});
export type FixedTextDef = z.infer<typeof FixedTextDef>;

export const SectionDef = z.strictObject({
  id: looseId,
  title: z.string(),
  titles: InOtherLanguages,
  /** fixed: as the template says, renamed only on purpose · editable: prefilled, the writer may change it · none: the section has no heading */
  heading: z.enum(['fixed', 'editable', 'none']).default('fixed'),
  required: z.boolean().default(false),
  repeatable: z.boolean().default(false),
  help: z.string().default(''),
  /** The blocks that may stand in it, the usual one first. */
  blocks: z.array(BlockTypeId).default([]),
  /** What its blocks are recorded as, by block type: {"bullet": "conclusion"}. */
  entries: z.partialRecord(BlockTypeId, EntryKind).default({}),
  fields: z.array(FieldDef).default([]),
  /** The line under its heading, made of the section's own fields: "Hosted by {host}, {date}". Absent: none. */
  dateline: z.string().optional(),
  datelines: InOtherLanguages,
  /** Fixed texts that a new section begins with, in order. */
  opens: z.array(looseId).default([]),
  /** The delegation's own working text: withheld from every variant. */
  withheld: z.boolean().default(false),
  /** Table forms that a new section begins with. */
  tables: z.array(looseId).default([]),
  get sections(): z.ZodDefault<z.ZodArray<typeof SectionDef>> {
    return z.array(SectionDef).default([]);
  },
});
export type SectionDef = z.infer<typeof SectionDef>;

export const TableForm = z.strictObject({
  id: looseId,
  title: z.string(),
  columns: z
    .array(z.strictObject({ title: z.string(), titles: InOtherLanguages, width: z.number().positive().default(1), choices: z.array(z.string()).optional() }))
    .min(1),
  /** Rows that a new table begins with. */
  rows: z.array(z.array(z.string())).default([]),
});
export type TableForm = z.infer<typeof TableForm>;

/** One piece of front or back matter: a role, and the fields or fixed text it shows. */
export const MatterDef = z.strictObject({
  role: MatterRole,
  label: z.string().optional(),
  labels: InOtherLanguages,
  fields: z.array(looseId).default([]),
  fixedText: looseId.optional(),
  /** Words that stand as they are; `{field}` is replaced. */
  text: z.string().optional(),
  texts: InOtherLanguages,
});
export type MatterDef = z.infer<typeof MatterDef>;

export const AudienceDef = z.strictObject({
  id: looseId,
  title: z.string(),
  /** Strongest portion level this audience may see; blocks above it are withheld. Absent: all. */
  ceiling: looseId.optional(),
  /** Copies are numbered and made out to one recipient each. */
  numbered: z.boolean().default(false),
});
export type AudienceDef = z.infer<typeof AudienceDef>;

export const Template = z.strictObject({
  format: z.literal('rapporteur/template'),
  version: z.literal(1),
  id: looseId,
  /** The template's own edition, "1.0". */
  edition: z.string(),
  title: z.string(),
  description: z.string(),
  /** Printed on the cover: "Report". */
  kindLabel: z.string(),
  kindLabels: InOtherLanguages,
  language: z.string().default('en-GB'),
  rule: RuleId,
  marking: z.strictObject({ scheme: looseId, level: looseId }),
  audiences: z.array(AudienceDef).min(1),
  audience: looseId,
  houseStyle: looseId,
  numbering: z.strictObject({
    /** none: paragraphs are not numbered · arabic: "1." continuous */
    paragraphs: z.enum(['none', 'arabic']),
    /** roman: i. ii. · letters: (a) (b), then (i) */
    subitems: z.enum(['roman', 'letters']),
    /** none · un: I, A, 1 */
    headings: z.enum(['none', 'un']),
  }),
  titleField: looseId,
  datesField: looseId.nullable(),
  codeField: looseId.nullable(),
  fields: z.array(FieldDef),
  front: z.array(MatterDef),
  back: z.array(MatterDef),
  sections: z.array(SectionDef).min(1),
  fixedTexts: z.array(FixedTextDef).default([]),
  tables: z.array(TableForm).default([]),
});
export type Template = z.infer<typeof Template>;

export const TemplateSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  rule: RuleId,
  marking: z.strictObject({ scheme: z.string(), level: z.string() }),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;
