/** Markings: a level of a scheme, caveats, a review date. Schemes are data under templates/marking. */
import { z } from 'zod';
import { looseId } from '../document/id.ts';

export const MarkingLevel = z.strictObject({
  id: looseId,
  /** As printed: "Strictly confidential". */
  label: z.string(),
  /** As a portion mark: "(SC)". */
  portion: z.string(),
  /** Whether pages carry it; an unclassified note may go without. */
  printed: z.boolean(),
  /** Which of the interface's inks: open, confidential, strict. */
  tone: z.enum(['open', 'confidential', 'strict']),
});
export type MarkingLevel = z.infer<typeof MarkingLevel>;

/** Levels stand weak to strong. */
export const MarkingScheme = z.strictObject({
  format: z.literal('rapporteur/marking'),
  version: z.literal(1),
  id: looseId,
  title: z.string(),
  levels: z.array(MarkingLevel).min(1),
  caveats: z.array(z.strictObject({ id: looseId, label: z.string() })).default([]),
});
export type MarkingScheme = z.infer<typeof MarkingScheme>;

/** The marking of one draft. */
export const MarkingValue = z.strictObject({
  scheme: looseId,
  level: looseId,
  caveats: z.array(looseId).default([]),
  reviewOn: z.string().optional(),
  reason: z.string().max(500).optional(),
  originator: z.string().max(200).optional(),
});
export type MarkingValue = z.infer<typeof MarkingValue>;
