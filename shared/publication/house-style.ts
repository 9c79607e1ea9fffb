/** How issued pages look. One house style serves DOCX and PDF alike; lengths in points unless said otherwise. */
import { z } from 'zod';
import { looseId } from '../document/id.ts';

const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
const pt = z.number().positive();

export const HouseStyle = z.strictObject({
  format: z.literal('rapporteur/house-style'),
  version: z.literal(1),
  id: looseId,
  title: z.string(),
  page: z.strictObject({ width: pt, height: pt, top: pt, bottom: pt, inner: pt, outer: pt }),
  /** Width of the margin column for pull quotes, left of the text; 0: none. */
  marginColumn: z.number().min(0),
  /** Width of the hanging number column. */
  hang: pt,
  fonts: z.strictObject({ text: z.string(), heading: z.string() }),
  sizes: z.strictObject({ body: pt, leading: pt, small: pt, note: pt, h1: pt, h2: pt, h3: pt, title: pt, quote: pt }),
  colours: z.strictObject({ ink: Colour, quiet: Colour, accent: Colour, hair: Colour, confidential: Colour, strict: Colour }),
});
export type HouseStyle = z.infer<typeof HouseStyle>;
