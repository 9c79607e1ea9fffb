/** What the guard says about a Publication: block or warn, where, why, what to write instead. */
import { z } from 'zod';

/** Where a finding stands. `region` says which stream of the Publication: body, note 3, title, field …
 *  `block` is the draft's block id where the text came from a draft; offsets count UTF-16 units in the block's plain text. */
export const FindingPlace = z.strictObject({
  region: z.string(),
  anchor: z.string().nullable(),
  block: z.string().nullable(),
  /** For people: "para 11", "note 3", "title", "line 40". */
  label: z.string(),
  start: z.int(),
  end: z.int(),
});
export type FindingPlace = z.infer<typeof FindingPlace>;

export const Finding = z.strictObject({
  /** Stable while the words stay: check, block and quoted words, hashed; overrides refer to it. */
  id: z.string(),
  /** Number in GUARD's table, 1 to 19. */
  check: z.int().min(1).max(19),
  /** Short id of the check: "name", "affiliation", "unique-role" … */
  name: z.string(),
  level: z.enum(['block', 'warn']),
  at: FindingPlace,
  /** The words in question, as they stand. */
  quote: z.string(),
  /** One sentence: which rule, why. */
  reason: z.string(),
  /** What one key writes instead of the quote; null where only a person can say. */
  replacement: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** A statement that no check can judge. Its words are not sent: the page has them. */
export const Statement = FindingPlace.omit({ start: true, end: true });
export type Statement = z.infer<typeof Statement>;

/** The outcome of a check. `human`: how many statements only a reader can judge; `statements`: which. It never says "safe". */
export const Findings = z.strictObject({ block: z.array(Finding), warn: z.array(Finding), human: z.int(), statements: z.array(Statement) });
export type Findings = z.infer<typeof Findings>;
