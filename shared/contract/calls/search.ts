/** Search over the archive's entries and the text of its reports. */
import { z } from 'zod';
import { EntryKind, FollowUpId, SourcePlace, SupportId } from '../../entry/entry.ts';
import { call } from '../call.ts';

const Kind = z.union([EntryKind, z.literal('text')]);

export const SearchInput = z.strictObject({
  query: z.string().max(1000),
  kinds: z.array(Kind).default([]),
  supports: z.array(z.union([SupportId, z.literal('none')])).default([]),
  addressees: z.array(z.string()).default([]),
  themes: z.array(z.string()).default([]),
  statuses: z.array(FollowUpId).default([]),
  report: z.string().optional(),
  /** YYYY[-MM[-DD]], inclusive. */
  from: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  sort: z.enum(['best', 'newest', 'oldest']).default('best'),
  limit: z.int().min(1).max(1000).default(20),
  offset: z.int().min(0).default(0),
  facets: z.boolean().default(false),
});
export type SearchInput = z.infer<typeof SearchInput>;

export const SearchHit = z.strictObject({
  id: z.string(),
  kind: Kind,
  text: z.string(),
  /** Parts of the text, `hit` true where the query matched. */
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
  support: SupportId.nullable(),
  contested: z.boolean(),
  addressees: z.array(z.string()),
  themes: z.array(z.string()),
  status: FollowUpId.nullable(),
  number: z.string().nullable(),
  section: z.array(z.string()),
  report: z.strictObject({ id: z.string(), title: z.string(), date: z.string() }),
  source: SourcePlace,
});
export type SearchHit = z.infer<typeof SearchHit>;

const Facet = z.array(z.strictObject({ value: z.string(), count: z.int() }));

export const searchCalls = {
  'search.query': call(
    'read',
    SearchInput,
    z.strictObject({
      total: z.int(),
      reports: z.int(),
      ms: z.number(),
      results: z.array(SearchHit),
      facets: z.strictObject({ kinds: Facet, supports: Facet, addressees: Facet, themes: Facet, statuses: Facet }).nullable(),
      didYouMean: z.string().nullable(),
    }),
  ),
  'entry.get': call(
    'read',
    z.strictObject({ id: z.string() }),
    z.strictObject({
      hit: SearchHit,
      /** The paragraph it stands in and its neighbours, in order. */
      context: z.array(z.strictObject({ text: z.string(), number: z.string().nullable(), current: z.boolean() })),
      history: z.array(z.strictObject({ status: FollowUpId, on: z.string(), source: z.string() })),
      /** The opposite position in the same report; null where there is none. */
      opposite: z.strictObject({ id: z.string(), kind: Kind, text: z.string(), number: z.string().nullable() }).nullable(),
      /** "Title, date, para 8" for a citation. */
      citation: z.string(),
    }),
  ),
  'entry.followUp': call('write', z.strictObject({ id: z.string(), status: FollowUpId, on: z.string(), source: z.string().max(500) }), z.strictObject({})),
  'report.list': call(
    'read',
    z.strictObject({ limit: z.int().default(200) }),
    z.array(z.strictObject({ id: z.string(), title: z.string(), date: z.string(), template: z.string().nullable(), entries: z.int() })),
  ),
  'report.get': call(
    'read',
    z.strictObject({ id: z.string() }),
    z.strictObject({
      id: z.string(),
      title: z.string(),
      date: z.string(),
      fields: z.record(z.string(), z.array(z.string())),
      paragraphs: z.array(z.strictObject({ id: z.string(), kind: Kind, text: z.string(), number: z.string().nullable(), section: z.array(z.string()) })),
    }),
  ),
  /** Takes a report and its entries out of the archive, to the trash for 90 days. */
  'report.trash': call('write', z.strictObject({ id: z.string() }), z.strictObject({})),
  'search.saved': call('read', z.strictObject({}), z.array(z.strictObject({ id: z.string(), name: z.string(), input: SearchInput }))),
  'search.save': call('write', z.strictObject({ name: z.string().max(120), input: SearchInput }), z.strictObject({ id: z.string() })),
  'search.forget': call('write', z.strictObject({ id: z.string() }), z.strictObject({})),
};
