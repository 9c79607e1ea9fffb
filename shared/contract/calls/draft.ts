/** Calls on drafts: open, journal, check, preview, issue, file, trash. */
import { z } from 'zod';
import { Draft, Override } from '../../document/draft.ts';
import { Block, Section } from '../../document/tree.ts';
import { Findings } from '../../guard/finding.ts';
import { MarkingScheme } from '../../marking/scheme.ts';
import { RuleId } from '../../people/rule.ts';
import { Publication } from '../../publication/publication.ts';
import { Template, TemplateSummary } from '../../template/schema.ts';
import { call } from '../call.ts';

const nothing = z.strictObject({});
const DraftId = z.string().min(1).max(80);
const ById = z.strictObject({ id: DraftId });
const Audience = z.string().max(80).optional();

export const DraftSummary = z.strictObject({
  id: DraftId,
  title: z.string(),
  template: z.string(),
  templateTitle: z.string(),
  rule: RuleId,
  marking: z.strictObject({ label: z.string(), tone: z.enum(['open', 'confidential', 'strict']) }),
  dates: z.string(),
  changedMs: z.int(),
  sections: z.strictObject({ done: z.int(), total: z.int(), missing: z.array(z.string()) }),
  /** From the last check; null while unchecked since the last change. */
  findings: z.strictObject({ block: z.int(), warn: z.int() }).nullable(),
  trashedMs: z.int().nullable(),
  /** For “Due” on the Desk: the day the marking is reviewed, the day of adoption, people still in the register. */
  reviewOn: z.string().optional(),
  adopted: z.string().optional(),
  people: z.int().optional(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** The draft beside its body, each part on its own. Without the defaults of a whole draft: a part that a change leaves out stays as it is,
 *  and must not come back as the empty one. */
const Parts = Draft.omit({ format: true, version: true, template: true, body: true })
  .extend({
    language: Draft.shape.language.removeDefault(),
    assets: Draft.shape.assets.removeDefault(),
    k: Draft.shape.k.removeDefault(),
    overrides: Draft.shape.overrides.removeDefault(),
  })
  .partial();

/** One change in the journal: Slate operations on the body, or new values for parts of the draft beside the body. */
export const Change = z.strictObject({
  /** Slate operations in order, as the editor made them. */
  operations: z
    .array(z.looseObject({ type: z.string() }))
    .max(20_000)
    .default([]),
  set: Parts.optional(),
});
export type Change = z.infer<typeof Change>;

export const IssuedFile = z.strictObject({
  name: z.string(),
  format: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  /** One-use token to show the file in its folder (desktop) or to fetch it (browser host). */
  token: z.string(),
});
export const Proof = z.strictObject({
  streams: z.int(),
  forms: z.int(),
  people: z.int(),
  attributed: z.int(),
  kept: z.int(),
  /** People whose name the rule or their consent lets stand in the files. */
  named: z.int(),
  /** Of `kept`: names. They stand in the files, and the search passes over them. */
  keptNames: z.int(),
  human: z.int(),
  markedPages: z.int(),
});

export const draftCalls = {
  'template.list': call('read', nothing, z.array(TemplateSummary)),
  'template.get': call('read', z.strictObject({ id: z.string() }), Template),
  'marking.schemes': call('read', nothing, z.array(MarkingScheme)),
  /** A picture (SVG) of a finished first page of the template's sample. */
  'template.picture': call('read', z.strictObject({ id: z.string() }), z.strictObject({ svg: z.string() })),

  'draft.list': call('read', z.strictObject({ trashed: z.boolean().default(false) }), z.array(DraftSummary)),
  'draft.create': call('write', z.strictObject({ template: z.string(), sample: z.boolean().default(false), draft: Draft.optional() }), ById),
  'draft.open': call('read', ById, z.strictObject({ draft: Draft, revision: z.int(), sequence: z.int() })),
  /** Appends to the journal; answers after COMMIT. `after` is the sequence the change was made on. */
  'draft.append': call('write', z.strictObject({ id: DraftId, after: z.int(), change: Change }), z.strictObject({ sequence: z.int(), savedMs: z.int() })),
  /** Folds the journal into a full revision. */
  'draft.checkpoint': call('write', ById, z.strictObject({ revision: z.int() })),
  /** `aside`: what somebody wrote on an older state; kept beside the draft's own line, never merged unasked. */
  'draft.revisions': call('read', ById, z.array(z.strictObject({ no: z.int(), savedMs: z.int(), words: z.int(), aside: z.boolean() }))),
  'draft.revision': call('read', z.strictObject({ id: DraftId, no: z.int() }), Draft),
  'draft.trash': call('write', ById, nothing),
  'draft.untrash': call('write', ById, nothing),

  'draft.check': call('read', z.strictObject({ id: DraftId, audience: Audience, rule: RuleId.optional() }), Findings),
  'draft.publication': call('read', z.strictObject({ id: DraftId, audience: Audience, rule: RuleId.optional() }), Publication),
  /** Lays the pages out; a newer request for the same draft cancels an older one. Pages are then fetched one by one. */
  'draft.preview': call(
    'read',
    z.strictObject({ id: DraftId, audience: Audience }),
    z.strictObject({
      key: z.string(),
      pages: z.int(),
      width: z.number(),
      height: z.number(),
      /** Where each draft block begins: page from 1, y in points from the top. */
      places: z.array(z.strictObject({ block: z.string(), page: z.int(), y: z.number() })),
    }),
  ),
  'draft.previewPage': call('read', z.strictObject({ key: z.string(), page: z.int() }), z.strictObject({ svg: z.string() })),
  'draft.export': call(
    'write',
    z.strictObject({
      id: DraftId,
      formats: z.array(z.enum(['docx', 'pdf', 'pdf-archive', 'html', 'md', 'txt', 'json'])).min(1),
      audience: Audience,
      recipient: z.string().max(200).optional(),
      to: z.string().max(200),
      job: z.string().optional(),
    }),
    z.strictObject({ files: z.array(IssuedFile), proof: Proof }),
  ),
  /** Files the draft's publication as a report with its entries. Filing again replaces the report's newer edition, never duplicates. */
  'draft.file': call('write', ById, z.strictObject({ report: z.string(), entries: z.int() })),
  'draft.override': call('write', z.strictObject({ id: DraftId, finding: z.string(), reason: Override.shape.reason.nullable() }), nothing),
  /** Destroys the register after adoption: also revisions, journal, trash, undo. Lists older backups that still hold it. */
  'draft.destroyRegister': call('write', ById, z.strictObject({ people: z.int(), backups: z.array(z.string()) })),

  /** The encrypted bundle (.rapporteur), register optional. `draft`: the words on the screen, where the archive cannot take them. */
  'draft.bundle': call(
    'read',
    z.strictObject({ id: DraftId, passphrase: z.string().min(1), register: z.boolean(), to: z.string(), draft: Draft.optional() }),
    z.strictObject({ file: IssuedFile }),
  ),
  'draft.unbundle': call('write', z.strictObject({ from: z.string(), passphrase: z.string() }), ById),

  /** Cleans a picture (decoded and re-encoded: no metadata survives) and adds it to the draft's assets. */
  'draft.addPicture': call(
    'write',
    z.strictObject({ base64: z.base64(), maxPixels: z.int().default(4_000_000) }),
    z.strictObject({ mime: z.enum(['image/png', 'image/jpeg']), base64: z.string(), width: z.int(), height: z.int() }),
  ),
  /** Parses pasted HTML or text into the schema's blocks; foreign parts never pass. */
  'paste.read': call(
    'read',
    z.strictObject({ html: z.string().max(20_000_000).optional(), text: z.string().max(20_000_000).optional() }),
    z.strictObject({ blocks: z.array(z.union([Block, Section])), dropped: z.array(z.string()) }),
  ),
};
