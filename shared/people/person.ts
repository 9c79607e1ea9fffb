/** One entry of a draft's sealed register. A Person never leaves the archive: no Publication can hold one. */
import { z } from 'zod';
import { looseId } from '../document/id.ts';

/** What a person agreed to be shown as under the rule `named`: `none` shows a category at most. Under the other rules the register's consent loosens
 *  nothing (one switch re-renders a draft, and consent may have been given for another rule); consent for one statement does. */
export const Consent = z.enum(['none', 'affiliation', 'named']);
export type Consent = z.infer<typeof Consent>;

/** Categories shipped; a house may add its own, so the schema takes any id. */
export const categoryIds = [
  'diplomat',
  'minister',
  'parliamentarian',
  'un-official',
  'regional-official',
  'nhri',
  'ngo',
  'expert',
  'private-sector',
  'other',
] as const;

export const Person = z.strictObject({
  id: looseId,
  /** Short code typed in capture, unique in the register. */
  code: z.string().max(12),
  name: z.string().max(200),
  /** Office held: "Ambassador", "former President of the Council". */
  role: z.string().max(200).optional(),
  /** State or body spoken for: "Norland". */
  affiliation: z.string().max(200).optional(),
  category: z.string().max(60),
  region: z.string().max(80).optional(),
  gender: z.enum(['female', 'male', 'other']).optional(),
  languages: z.array(z.string().max(40)).optional(),
  aliases: z.array(z.string().max(200)).optional(),
  consent: Consent.default('none'),
  /** Private notes of what this person said, word for word: the guard's check 7 reads them. */
  notes: z.array(z.string()).optional(),
  /** Public remarks pasted for comparison: the guard's check 17 reads them. */
  remarks: z.array(z.string()).optional(),
});
export type Person = z.infer<typeof Person>;
