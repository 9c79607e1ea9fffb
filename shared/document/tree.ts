/**
 * The block model: one schema for the editor, the draft file, the importers and the command line.
 * The shape is Slate's (elements with `children`, leaves with `text`), so no conversion stands between them.
 * A body is a list of sections; a section holds blocks and, where the template says so, further sections.
 */
import { z } from 'zod';
import { EntryMark } from '../entry/entry.ts';
import { RuleId } from '../people/rule.ts';
import { FieldValue } from './fields.ts';
import { looseId } from './id.ts';

const flag = z.literal(true).optional();

/** A text leaf. A line break inside a block is "\n". */
export const Text = z.strictObject({
  text: z.string(),
  bold: flag,
  italic: flag,
  underline: flag,
  superscript: flag,
  subscript: flag,
  /** BCP 47 tag where the run's language is not the document's. */
  lang: z.string().max(35).optional(),
});
export type Text = z.infer<typeof Text>;

/** Slate wants one empty leaf in every void; a hand-written file may leave it out. */
const emptyLeaf = z.array(Text).default(() => [{ text: '' }]);

/** Where links may lead. Anything else (javascript:, file:, data:) is refused by the schema. */
export const linkSchemes = /^(https?:\/\/|mailto:)/i;

export const Link = z.strictObject({
  type: z.literal('link'),
  url: z.string().max(2000).regex(linkSchemes),
  children: z.array(Text).min(1),
});
export type Link = z.infer<typeof Link>;

/** Refers to a numbered paragraph, sub-item, heading, figure or table by id: "para 6 above" follows every edit. */
export const CrossRef = z.strictObject({
  type: z.literal('cross-ref'),
  target: looseId,
  children: emptyLeaf,
});
export type CrossRef = z.infer<typeof CrossRef>;

/** A speaker in running text. The wording is made by `publish` from the rule; no name is ever typed. */
export const Speaker = z.strictObject({
  type: z.literal('speaker'),
  person: looseId,
  /** Consent given for this one statement; it loosens the rule here only. */
  consent: z.enum(['affiliation', 'named']).optional(),
  children: emptyLeaf,
});
export type Speaker = z.infer<typeof Speaker>;

/** A footnote: its children are the note's text; the number is made by `publish`. */
export const Footnote = z.strictObject({
  type: z.literal('footnote'),
  id: looseId,
  children: z.array(z.union([Text, Link, CrossRef])).min(1),
});
export type Footnote = z.infer<typeof Footnote>;

export const Inline = z.union([Text, Link, CrossRef, Speaker, Footnote]);
export type Inline = z.infer<typeof Inline>;
const inlines = z.array(Inline).min(1);

const common = {
  id: looseId,
  /** What the archive records this block as; absent: what the template's section says. */
  entry: EntryMark.optional(),
  /** Kept from every variant: the delegation's own working text. */
  withheld: flag,
  /** Only these audiences see the block; absent: all. */
  audiences: z.array(looseId).optional(),
  /** Portion mark: a level id of the draft's marking scheme. */
  portion: looseId.optional(),
  lang: z.string().max(35).optional(),
};
const level = (max: number) => z.int().min(1).max(max);
const textBlock = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), ...common, children: inlines });

/** A heading. The first heading of a section is its title; level counts from the section's own depth (1 = title). */
export const Heading = z.strictObject({ type: z.literal('heading'), ...common, level: level(3), children: inlines });
export const Paragraph = textBlock('paragraph');
/** A numbered paragraph: arabic, continuous across the whole document. */
export const Numbered = textBlock('numbered');
/** Roman (or lettered) sub-item; restarts after each numbered paragraph. */
export const Subitem = z.strictObject({ type: z.literal('subitem'), ...common, level: level(2), children: inlines });
export const Bullet = z.strictObject({ type: z.literal('bullet'), ...common, level: level(3), children: inlines });
/** The lead-in of an intervention ("A representative of X:"); its points are the bullets that follow. */
export const Intervention = z.strictObject({
  type: z.literal('intervention'),
  ...common,
  person: looseId.optional(),
  consent: z.enum(['affiliation', 'named']).optional(),
  children: inlines,
});
/** A question heading; context and chained questions follow as paragraphs and bullets. */
export const Question = textBlock('question');
export const Quote = textBlock('quote');
/** A margin quote: a verbatim part of the body. It stands beside the block that follows it. */
export const PullQuote = z.strictObject({
  type: z.literal('pull-quote'),
  ...common,
  /** The block quoted; absent: found by its words. */
  of: looseId.optional(),
  children: inlines,
});
/** A picture; its children are the caption. Alternative text and credit stand with the asset. */
export const Figure = z.strictObject({ type: z.literal('figure'), ...common, asset: looseId, children: inlines });

export const Cell = z.strictObject({ type: z.literal('cell'), children: inlines });
export type Cell = z.infer<typeof Cell>;
export const Row = z.strictObject({ type: z.literal('row'), children: z.array(Cell).min(1).max(20) });
export type Row = z.infer<typeof Row>;
export const Table = z.strictObject({
  type: z.literal('table'),
  ...common,
  caption: z.string().max(500).optional(),
  /** Which of the template's table forms this is (sources, triggers, options, situations). */
  form: looseId.optional(),
  /** How many rows at the top are header rows; they repeat on every page. */
  headerRows: z.int().min(0).max(3).default(1),
  /** Relative column widths; absent: equal. */
  widths: z.array(z.number().positive()).optional(),
  children: z.array(Row).min(1),
});
export type Table = z.infer<typeof Table>;
/** A fixed text of the template, by id; its wording depends on the meeting's date and sponsors. */
export const FixedText = z.strictObject({ type: z.literal('fixed-text'), ...common, text: looseId, children: emptyLeaf });

export const Block = z.discriminatedUnion('type', [
  Heading,
  Paragraph,
  Numbered,
  Subitem,
  Bullet,
  Intervention,
  Question,
  Quote,
  PullQuote,
  Figure,
  Table,
  FixedText,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];
export const blockTypes = Block.options.map((option) => option.shape.type.value) as readonly BlockType[];

/** One section of the template, as it stands in this draft. */
export const Section = z.strictObject({
  type: z.literal('section'),
  id: looseId,
  /** The section's key in the template. */
  section: looseId,
  /** A stricter rule for this part of the meeting. */
  rule: RuleId.optional(),
  /** Section fields (host and date of one dialogue, venue of one segment). */
  fields: z.record(z.string(), FieldValue).optional(),
  withheld: flag,
  audiences: z.array(looseId).optional(),
  portion: looseId.optional(),
  get children(): z.ZodArray<z.ZodUnion<readonly [typeof Block, typeof Section]>> {
    return z.array(z.union([Block, Section])).min(1);
  },
});
export type Section = z.infer<typeof Section>;

export const Body = z.array(Section);
export type Body = z.infer<typeof Body>;
export type Node = Section | Block | z.infer<typeof Row> | z.infer<typeof Cell> | Inline;
