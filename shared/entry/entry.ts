/** One record of the archive: a question, conclusion, proposal … with its support, addressees and exact place. */
import { z } from 'zod';

export const entryKinds = ['question', 'key-point', 'conclusion', 'proposal', 'recommendation', 'lesson', 'warning', 'statement'] as const;
export const EntryKind = z.enum(entryKinds);
export type EntryKind = z.infer<typeof EntryKind>;

/** How much of the room stood behind it, weak to strong (TEMPLATES: the ordered scale seen in real reports). */
export const supportIds = ['one', 'some', 'several', 'a-number', 'many', 'most', 'general-view', 'wide-agreement', 'agreed'] as const;
export const SupportId = z.enum(supportIds);
export type SupportId = z.infer<typeof SupportId>;

export const followUpIds = ['open', 'taken-up', 'partly', 'implemented', 'dropped', 'superseded'] as const;
export const FollowUpId = z.enum(followUpIds);
export type FollowUpId = z.infer<typeof FollowUpId>;

export const Polarity = z.enum(['should', 'should-not']);
export const Modality = z.enum(['must', 'should', 'might-consider', 'could', 'question']);

const what = {
  support: SupportId.nullable().optional(),
  contested: z.boolean().optional(),
  addressees: z.array(z.string().max(120)).optional(),
  themes: z.array(z.string().max(120)).optional(),
  polarity: Polarity.nullable().optional(),
  modality: Modality.nullable().optional(),
};

/** Who supported and who opposed a point, as counted in the room. Counts never leave the archive. */
export const Tally = z.strictObject({ for: z.int().min(0), against: z.int().min(0) });
export type Tally = z.infer<typeof Tally>;

/** What a block of a draft is recorded as. `kind: null` says: no entry, whatever the section's default. */
export const EntryMark = z.strictObject({
  kind: EntryKind.nullable().optional(),
  ...what,
  tally: Tally.optional(),
  /** Id of the block that holds the opposite position. */
  opposite: z.string().optional(),
});
export type EntryMark = z.infer<typeof EntryMark>;

/** An entry as a Publication carries it: everything but the tally. */
export const PublicEntry = z.strictObject({ kind: EntryKind, ...what, opposite: z.string().optional() });
export type PublicEntry = z.infer<typeof PublicEntry>;

/** Where an entry stands in its source. Lines and pages count from 1. */
export const SourcePlace = z.strictObject({
  line: z.int().optional(),
  page: z.int().optional(),
  paragraph: z.string().optional(),
});
export type SourcePlace = z.infer<typeof SourcePlace>;

/** An entry as it is imported or filed (the command line's `entries[]`). */
export const Entry = z.strictObject({
  kind: EntryKind,
  text: z.string(),
  /** Titles of the sections around it, outermost first. */
  section: z.array(z.string()),
  /** As printed, levels joined by a dot ("8", "8.iv"); null where there is none. */
  number: z.string().nullable(),
  support: SupportId.nullable(),
  contested: z.boolean(),
  polarity: Polarity.nullable(),
  modality: Modality.nullable(),
  addressees: z.array(z.string()),
  /** Parts in quotation marks. */
  quoted: z.array(z.string()),
  /** The attribution as issued ("one participant", "Representative of X"); null where there is none. */
  attribution: z.string().nullable(),
  themes: z.array(z.string()),
  source: SourcePlace,
});
export type Entry = z.infer<typeof Entry>;
