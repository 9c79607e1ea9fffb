/** The draft file, version 1: `{format:"rapporteur/draft", version:1, …}`. Private by nature: it can hold the register in clear. */
import { z } from 'zod';
import { MarkingValue } from '../marking/scheme.ts';
import { Person } from '../people/person.ts';
import { RuleId } from '../people/rule.ts';
import { FieldValue } from './fields.ts';
import { looseId } from './id.ts';
import { Body } from './tree.ts';

export const Asset = z.strictObject({
  mime: z.enum(['image/png', 'image/jpeg']),
  base64: z.base64(),
  /** Alternative text for readers who do not see the picture; required before a tagged PDF can be made. */
  alt: z.string().max(1000).default(''),
  credit: z.string().max(300).default(''),
});
export type Asset = z.infer<typeof Asset>;

/** A finding that the rapporteur keeps, with the reason. Reasons stay in the archive. */
export const Override = z.strictObject({ id: z.string(), reason: z.string().trim().min(8) });
export type Override = z.infer<typeof Override>;

export const Draft = z.strictObject({
  format: z.literal('rapporteur/draft'),
  version: z.literal(1),
  template: looseId,
  /** BCP 47 tag of the report's language. */
  language: z.string().max(35).default('en-GB'),
  fields: z.record(z.string(), FieldValue),
  rule: RuleId,
  marking: MarkingValue,
  /** Id of the audience that variants are made for when nothing else is asked. */
  audience: looseId,
  people: z.array(Person),
  body: Body,
  assets: z.record(z.string(), Asset).default({}),
  /** Settings of the guard for this draft: k, the number of attendees a wording must fit (3 by default). */
  k: z.int().min(1).max(50).default(3),
  overrides: z.array(Override).default([]),
  /** The day the report was adopted; after it the register may be destroyed. */
  adopted: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;
export type DraftInput = z.input<typeof Draft>;
