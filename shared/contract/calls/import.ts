/** Import: bytes to structure, in a disposable process; nothing enters the archive unseen unless asked. */
import { z } from 'zod';
import { DateRange } from '../../document/fields.ts';
import { Entry, SourcePlace } from '../../entry/entry.ts';
import { call } from '../call.ts';

/** What reading one file gives (the command line's `import --json`). */
export const Imported = z.strictObject({
  file: z.string(),
  template: z.string().nullable(),
  /** 0 to 1: how well the form fits. */
  score: z.number(),
  title: z.string(),
  dates: z.strictObject({ start: z.string().nullable(), end: z.string().nullable() }),
  language: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string()), DateRange])),
  sections: z.array(
    z.strictObject({
      title: z.string(),
      number: z.string().nullable(),
      level: z.int(),
      path: z.array(z.string()),
      date: z.string().nullable(),
      host: z.string().nullable(),
      /** Text that is no entry. */
      paragraphs: z.array(z.string()),
      /** Indices into `entries`. */
      entries: z.array(z.int()),
      /** Both in the order in which they stand: what a draft is made from. */
      flow: z.array(z.union([z.strictObject({ paragraph: z.int() }), z.strictObject({ entry: z.int() })])),
    }),
  ),
  entries: z.array(Entry),
  notes: z.array(z.strictObject({ mark: z.string(), text: z.string(), entry: z.int().nullable(), at: SourcePlace })),
  pullQuotes: z.array(z.strictObject({ text: z.string(), entry: z.int().nullable(), at: SourcePlace })),
  figures: z.array(z.strictObject({ caption: z.string(), credit: z.string(), at: SourcePlace })),
  people: z.array(z.string()),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string(), at: SourcePlace, text: z.string() })),
});
export type Imported = z.infer<typeof Imported>;

export const ImportFailed = z.strictObject({ file: z.string(), error: z.strictObject({ code: z.string(), message: z.string(), at: z.string() }) });

export const importCalls = {
  /** Reads files (tokens of the host's dialog or upload) without filing. */
  'import.read': call(
    'read',
    z.strictObject({ files: z.array(z.string()).min(1).max(500), template: z.string().default('auto'), job: z.string().optional() }),
    z.array(z.strictObject({ key: z.string(), result: z.union([Imported, ImportFailed]) })),
  ),
  /** Source lines of a file that was read, for the screen that shows both sides. */
  'import.source': call('read', z.strictObject({ key: z.string() }), z.strictObject({ lines: z.array(z.string()) })),
  /** Files what was read. A second import of the same bytes adds nothing. */
  'import.file': call(
    'write',
    z.strictObject({ keys: z.array(z.string()).min(1), kinds: z.record(z.string(), z.string()).default({}) }),
    z.array(z.strictObject({ key: z.string(), report: z.string(), added: z.boolean(), entries: z.int() })),
  ),
  /** Makes an editable draft of what was read. */
  'import.draft': call('write', z.strictObject({ key: z.string() }), z.strictObject({ id: z.string() })),
};
