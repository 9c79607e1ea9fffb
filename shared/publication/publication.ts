/**
 * The export-safe projection of a Draft for one Audience. Nothing in this file may refer to a Person:
 * every exporter, the preview, the guard and the archive take a Publication, so a leak by structure is a type error.
 */
import { z } from 'zod';
import { DateRange } from '../document/fields.ts';
import { PublicEntry } from '../entry/entry.ts';
import { RuleId } from '../people/rule.ts';

const flag = z.literal(true).optional();

/** A run of text with one set of marks. */
export const Run = z.strictObject({
  text: z.string(),
  bold: flag,
  italic: flag,
  underline: flag,
  superscript: flag,
  subscript: flag,
  lang: z.string().optional(),
  /** A link outside the document. */
  href: z.string().optional(),
  /** A cross-reference: anchor of the block referred to; `text` is its wording ("para 6 above"). */
  target: z.string().optional(),
  /** Worded from the register by the rule, not typed. */
  attributed: flag,
});
export type Run = z.infer<typeof Run>;

/** The mark of footnote `note` (a number from 1; its text stands in `notes`). */
export const NoteMark = z.strictObject({ note: z.int().min(1) });
export type NoteMark = z.infer<typeof NoteMark>;

export const PubInline = z.union([Run, NoteMark]);
export type PubInline = z.infer<typeof PubInline>;
const content = z.array(PubInline);

const common = {
  /** "b1", "b2" … in the order of the text; stable for equal documents, derived from nothing private. */
  anchor: z.string(),
  entry: PublicEntry.optional(),
  /** Portion mark as printed: "(C)". */
  portion: z.string().optional(),
  lang: z.string().optional(),
  /** Present where a section's rule is stricter than the document's. */
  rule: RuleId.optional(),
};
const block = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), ...common, content });

export const PubBlock = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('heading'),
    ...common,
    /** 1 to 4, never skipping a level. */
    level: z.int().min(1).max(4),
    /** "II." or "A." where the form numbers its headings. */
    label: z.string().optional(),
    content,
  }),
  /** `role`: dateline (host and date of a part), lead (first paragraph), else plain. */
  z.strictObject({ type: z.literal('paragraph'), ...common, role: z.enum(['plain', 'dateline', 'lead']), content }),
  /** `label` as printed: "12." */
  z.strictObject({ type: z.literal('numbered'), ...common, number: z.int().min(1), label: z.string(), content }),
  /** `restart`: first of its run, so native numbering begins again. `ordinal` counts from 1. */
  z.strictObject({
    type: z.literal('subitem'),
    ...common,
    level: z.int().min(1).max(2),
    ordinal: z.int().min(1),
    label: z.string(),
    restart: z.boolean(),
    content,
  }),
  z.strictObject({ type: z.literal('bullet'), ...common, level: z.int().min(1).max(3), content }),
  block('intervention'),
  block('question'),
  block('quote'),
  /** Stands in the margin beside the block whose anchor is `beside`. */
  z.strictObject({ type: z.literal('pull-quote'), ...common, beside: z.string().nullable(), content }),
  z.strictObject({ type: z.literal('figure'), ...common, asset: z.string(), label: z.string(), content, credit: z.string(), alt: z.string() }),
  z.strictObject({
    type: z.literal('table'),
    ...common,
    caption: z.string().optional(),
    label: z.string(),
    form: z.string().optional(),
    headerRows: z.int().min(0),
    /** Relative column widths, one a column. */
    widths: z.array(z.number().positive()),
    rows: z.array(z.array(content)),
  }),
  /** A fixed text of the template; `function` says which (GUARD: fixed texts are exempt from checks 2 and 14). */
  z.strictObject({ type: z.literal('fixed-text'), ...common, function: z.string(), content }),
]);
export type PubBlock = z.infer<typeof PubBlock>;

/** What a piece of front or back matter is; layouts set each role in its own way. */
export const MatterRole = z.enum([
  'kind',
  'title',
  'subtitle',
  'dateline',
  'places',
  'series',
  'code',
  'partners',
  'logos',
  'contents',
  'imprint',
  'meta',
  'disclaimer',
  'fixed-text',
  'copy',
  'tagline',
]);

/** A piece of front or back matter, in order. */
export const Matter = z.strictObject({
  role: MatterRole,
  /** "In partnership with", "Rapporteur". */
  label: z.string().optional(),
  /** One item a line. */
  lines: z.array(z.string()),
  /** Assets, for logos. */
  assets: z.array(z.string()).optional(),
  /** Which fixed text. */
  function: z.string().optional(),
});
export type Matter = z.infer<typeof Matter>;

export const PubAsset = z.strictObject({ mime: z.enum(['image/png', 'image/jpeg']), base64: z.string(), alt: z.string(), credit: z.string() });
export type PubAsset = z.infer<typeof PubAsset>;

export const Publication = z.strictObject({
  format: z.literal('rapporteur/publication'),
  version: z.literal(1),
  template: z.strictObject({ id: z.string(), title: z.string(), version: z.string() }),
  /** BCP 47; `direction` follows from it. */
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string(),
  /** Short form for the running head. */
  running: z.string(),
  code: z.string().nullable(),
  dates: DateRange.nullable(),
  rule: RuleId,
  marking: z
    .strictObject({
      id: z.string(),
      label: z.string(),
      banner: z.string(),
      tone: z.enum(['open', 'confidential', 'strict']),
      printed: z.boolean(),
      reviewOn: z.string().optional(),
    })
    .nullable(),
  audience: z.strictObject({ id: z.string(), title: z.string() }),
  /** One named recipient's numbered copy. */
  copy: z.strictObject({ number: z.int().min(1), of: z.int().min(1), recipient: z.string() }).nullable(),
  houseStyle: z.string(),
  /** Stem of the files written: plain letters, digits and hyphens. */
  fileName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/),
  /** Bibliographic fields for the archive: series, number, organisers, hosts, places … never people of the register. */
  fields: z.record(z.string(), z.array(z.string())),
  front: z.array(Matter),
  back: z.array(Matter),
  body: z.array(PubBlock),
  notes: z.array(z.strictObject({ number: z.int().min(1), content: z.array(Run) })),
  assets: z.record(z.string(), PubAsset),
});
export type Publication = z.infer<typeof Publication>;
