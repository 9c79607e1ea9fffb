/**
 * The one way out of a Draft. Withhold, drop what is empty, number, word the people, resolve references: in this order,
 * so that nothing private has an effect on what comes after it.
 */
import { fail, ok, type Result } from '../contract/result.ts';
import { directionOf } from '../document/direction.ts';
import type { Draft } from '../document/draft.ts';
import { fieldRange, fieldText } from '../document/fields.ts';
import { numberBody, numberNotes } from '../document/numbering.ts';
import { blocksOf, isSection, type Placed } from '../document/text.ts';
import type { Body, Section } from '../document/tree.ts';
import type { Tally } from '../entry/entry.ts';
import { oppositesOf } from '../entry/opposites.ts';
import { visibleBody, withheldSections } from '../marking/audience.ts';
import { bannerOf } from '../marking/banner.ts';
import type { RuleId } from '../people/rule.ts';
import { wordMentions } from '../people/wording.ts';
import { inLanguage } from '../template/in-language.ts';
import type { Library } from '../template/library.ts';
import type { Template } from '../template/schema.ts';
import { type BlockContext, isBlank, publishBlocks } from './blocks.ts';
import { fileNameOf } from './file-name.ts';
import { printable } from './inlines.ts';
import { fieldInWords, publishMatter } from './matter.ts';
import { collectMentions } from './mentions.ts';
import { publishNotes } from './notes.ts';
import type { Publication } from './publication.ts';
import { referenceTable } from './references.ts';

export interface PublishOptions {
  /** Id of one of the template's audiences; absent: the draft's own. */
  readonly audience?: string | undefined;
  readonly rule?: RuleId | undefined;
  readonly copy?: { readonly number: number; readonly of: number; readonly recipient: string } | undefined;
}

/** A Publication and, apart from it, what only the archive's side may know about where its blocks came from. */
export interface Published {
  readonly publication: Publication;
  /** Anchor → id of the draft block it was made from. Notes: "note:3" → the footnote's id. */
  readonly origins: ReadonlyMap<string, string>;
  /** Anchor → what was counted in the room. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Block id → why its speaker is worded more widely than its category. */
  readonly generalised: ReadonlyMap<string, string>;
}

/** @fails template/unknown      the draft names a template that is not in the library
 *  @fails input/invalid         the audience is none of the template's
 *  @fails draft/unknown-person  `at` names the block that refers to a person who is gone */
export function publish(draft: Draft, library: Library, options: PublishOptions = {}): Result<Published> {
  const form = library.templates.get(draft.template);
  if (form === undefined) return fail('template/unknown', { id: draft.template });
  const template = inLanguage(form, draft.language);
  const audience = template.audiences.find(({ id }) => id === (options.audience ?? draft.audience));
  if (audience === undefined) return fail('input/invalid', { at: `audience ${options.audience ?? draft.audience}` });
  const scheme = library.markings.get(draft.marking.scheme);
  if (scheme === undefined) return fail('template/invalid', { at: 'marking', reason: `there is no marking scheme “${draft.marking.scheme}”` });

  const rule = options.rule ?? draft.rule;
  const body = visibleBody(draft.body, { audience, scheme, withheldSections: withheldSections(template.sections) }).map(withoutBlanks);
  const placed = [...blocksOf(body)];
  const context = blockContext(draft, template, body, placed, rule, scheme);
  if ('error' in context) return context;
  const { blocks, origins, tallies } = publishBlocks(placed, context);
  const notes = publishNotes(placed, context);
  for (const [number, id] of notes.origins) origins.set(`note:${number}`, id);
  const head = publicationHead(draft, template, library, { ...options, rule }, audience);
  const assets = usedAssets(draft, [
    ...blocks.flatMap((block) => (block.type === 'figure' ? [block.asset] : [])),
    ...head.front.concat(head.back).flatMap((matter) => matter.assets ?? []),
  ]);
  return ok({ publication: { ...head, body: blocks, notes: notes.notes, assets }, origins, tallies, generalised: context.generalised });
}

function withoutBlanks(section: Section): Section {
  const children = section.children.filter((child) => isSection(child) || !isBlank(child)).map((child) => (isSection(child) ? withoutBlanks(child) : child));
  return { ...section, children };
}

function blockContext(
  draft: Draft,
  template: Template,
  body: Body,
  placed: readonly Placed[],
  rule: RuleId,
  scheme: BlockContext['scheme'],
): (BlockContext & { generalised: Map<string, string> }) | ReturnType<typeof fail> {
  const labels = numberBody(body, template.numbering);
  const { mentions, index } = collectMentions(placed, rule);
  const worded = wordMentions(mentions, draft.people, { k: draft.k, language: draft.language });
  const gone = worded.indexOf(null);
  if (gone !== -1) return fail('draft/unknown-person', { at: mentions[gone]?.block ?? '' });
  const generalised = new Map<string, string>();
  for (const [at, wording] of worded.entries()) {
    const block = mentions[at]?.block;
    if (wording?.generalised != null && block !== undefined) generalised.set(block, wording.generalised);
  }
  return {
    draft,
    template,
    rule,
    scheme,
    labels,
    generalised,
    references: referenceTable(body, labels, draft.language),
    notes: numberNotes(body),
    opposites: oppositesOf(placed.map(({ block }) => block)).of,
    anchors: new Map(placed.map(({ block }, at) => [block.id, `b${at + 1}`])),
    worded: (key) => worded[index.get(key) ?? -1]?.text ?? null,
  };
}

function publicationHead(
  draft: Draft,
  template: Template,
  library: Library,
  options: PublishOptions & { rule: RuleId },
  audience: Template['audiences'][number],
): Omit<Publication, 'body' | 'notes' | 'assets'> {
  const title = printable(fieldText(draft.fields, template.titleField)).trim() || template.title;
  const code = template.codeField === null ? '' : fieldText(draft.fields, template.codeField).trim();
  const copy = options.copy ?? null;
  return {
    format: 'rapporteur/publication',
    version: 1,
    template: { id: template.id, title: template.title, version: template.edition },
    language: draft.language,
    direction: directionOf(draft.language),
    title,
    running: title,
    code: code === '' ? null : code,
    dates: template.datesField === null ? null : fieldRange(draft.fields, template.datesField),
    rule: options.rule,
    marking: bannerOf(draft.marking, library.markings.get(draft.marking.scheme)),
    audience: { id: audience.id, title: audience.title },
    copy,
    houseStyle: template.houseStyle,
    fileName: fileNameOf(code, title, template.id),
    fields: archivedFields(draft, template),
    front: publishMatter(template.front, draft, template, copy),
    back: publishMatter(template.back, draft, template, copy),
  };
}

/** Bibliographic fields, in words, for the archive. */
function archivedFields(draft: Draft, template: Template): Record<string, string[]> {
  const shown = template.fields.filter((field) => field.archived && field.type !== 'asset' && field.type !== 'assets');
  return Object.fromEntries(
    shown.map((field) => [field.id, fieldInWords(field, draft.fields[field.id], draft)] as const).filter(([, lines]) => lines.length > 0),
  );
}

function usedAssets(draft: Draft, ids: readonly string[]): Publication['assets'] {
  const found = [...new Set(ids)].sort().flatMap((id) => (draft.assets[id] === undefined ? [] : [[id, draft.assets[id]] as const]));
  return Object.fromEntries(found.map(([id, { mime, base64, alt, credit }]) => [id, { mime, base64, alt, credit }]));
}
