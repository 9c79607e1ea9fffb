/** Draft blocks → blocks of a Publication, one function a kind. */
import type { Draft } from '../document/draft.ts';
import type { NumberLabel } from '../document/numbering.ts';
import { inlinesOf, type Placed, plain } from '../document/text.ts';
import type { Block, Section } from '../document/tree.ts';
import type { PublicEntry, Tally } from '../entry/entry.ts';
import type { Opposites } from '../entry/opposites.ts';
import type { MarkingScheme } from '../marking/scheme.ts';
import type { RuleId } from '../people/rule.ts';
import { fixedTextWording } from '../template/fixed-text.ts';
import type { Template } from '../template/schema.ts';
import { sectionDef } from '../template/sections.ts';
import { type InlineContext, joinRuns, printable, publishInlines } from './inlines.ts';
import { fieldInWords } from './matter.ts';
import { mentionKey, ruleAt } from './mentions.ts';
import type { PubBlock, PubInline } from './publication.ts';
import { besideOf } from './pull-quotes.ts';

export interface BlockContext extends InlineContext {
  readonly draft: Draft;
  readonly template: Template;
  readonly scheme: MarkingScheme;
  readonly rule: RuleId;
  readonly labels: ReadonlyMap<string, NumberLabel>;
  /** Opposite positions among the blocks that are published, from either side. */
  readonly opposites: Opposites['of'];
}

export interface PublishedBlocks {
  readonly blocks: PubBlock[];
  readonly origins: Map<string, string>;
  readonly tallies: Map<string, Tally>;
}

export function publishBlocks(placed: readonly Placed[], context: BlockContext): PublishedBlocks {
  const out: PublishedBlocks = { blocks: [], origins: new Map(), tallies: new Map() };
  let level = 0;
  let lead = false;
  for (const [at, { block, sections }] of placed.entries()) {
    const anchor = context.anchors.get(block.id) ?? '';
    const common = commonOf(block, sections, anchor, context);
    const published = publishBlock(block, { placed, at, sections, level, lead }, common, context);
    if (published === null) continue;
    lead = published.type === 'heading';
    if (published.type === 'heading') level = published.level;
    out.blocks.push(published);
    out.origins.set(anchor, block.id);
    if (block.entry?.tally !== undefined) out.tallies.set(anchor, block.entry.tally);
    const dateline = published.type === 'heading' && isTitle(block, sections.at(-1)) ? datelineOf(sections, anchor, common, context) : null;
    if (dateline !== null) {
      out.blocks.push(dateline);
      out.origins.set(dateline.anchor, sections.at(-1)?.id ?? '');
    }
  }
  return out;
}

interface Around {
  readonly placed: readonly Placed[];
  readonly at: number;
  readonly sections: readonly Section[];
  readonly level: number;
  /** The block follows a heading directly. */
  readonly lead: boolean;
}
type Common = Pick<PubBlock, 'anchor' | 'entry' | 'portion' | 'lang' | 'rule'>;

function commonOf(block: Block, sections: readonly Section[], anchor: string, { template, scheme, rule, anchors, opposites }: BlockContext): Common {
  const [opposite] = opposites.get(block.id) ?? [];
  const entry = entryOf(block, sections, template, opposite === undefined ? undefined : anchors.get(opposite));
  const portion = block.portion === undefined ? undefined : scheme.levels.find(({ id }) => id === block.portion)?.portion;
  const here = ruleAt(sections, rule);
  return {
    anchor,
    ...(entry === null ? {} : { entry }),
    ...(portion === undefined ? {} : { portion }),
    ...(block.lang === undefined ? {} : { lang: block.lang }),
    ...(here === rule ? {} : { rule: here }),
  };
}

/** What the block is recorded as: its own mark, else what the template's section says. Tallies stay behind.
 *  @param across  anchor of its opposite, whichever of the two names the other */
function entryOf(block: Block, sections: readonly Section[], template: Template, across: string | undefined): PublicEntry | null {
  const { tally: _, opposite: __, kind, ...rest } = block.entry ?? {};
  const effective = kind === undefined ? sectionDef(template, sections)?.entries[block.type] : kind;
  if (effective == null) return null;
  return { kind: effective, ...rest, ...(across === undefined ? {} : { opposite: across }) };
}

function publishBlock(block: Block, around: Around, common: Common, context: BlockContext): PubBlock | null {
  const content = contentOf(block, context);
  const label = context.labels.get(block.id);
  switch (block.type) {
    case 'heading':
      return {
        type: 'heading',
        ...common,
        level: Math.min(4, around.level + 1, around.sections.length + block.level - 1),
        ...(label === undefined ? {} : { label: label.label }),
        content,
      };
    case 'paragraph':
      return { type: 'paragraph', ...common, role: around.lead && around.at < 2 ? 'lead' : 'plain', content };
    case 'numbered':
      return { type: 'numbered', ...common, number: label?.ordinal ?? 1, label: label?.label ?? '', content };
    case 'subitem':
      return {
        type: 'subitem',
        ...common,
        level: block.level,
        ordinal: label?.ordinal ?? 1,
        label: label?.label ?? '',
        restart: label?.ordinal === 1,
        content,
      };
    case 'bullet':
      return { type: 'bullet', ...common, level: block.level, content };
    case 'intervention':
    case 'question':
    case 'quote':
      return { type: block.type, ...common, content };
    case 'pull-quote':
      return { type: 'pull-quote', ...common, beside: besideOf(around.placed, around.at, context.anchors), content };
    case 'figure': {
      const asset = context.draft.assets[block.asset];
      if (asset === undefined) return null;
      return { type: 'figure', ...common, asset: block.asset, label: label?.label ?? '', content, credit: printable(asset.credit), alt: printable(asset.alt) };
    }
    case 'table':
      return publishTable(block, label, common, context);
    case 'fixed-text': {
      const found = fixedTextWording(context.template, block.text, context.draft.fields);
      return found === null ? null : { type: 'fixed-text', ...common, function: found.def.function, content: [{ text: printable(found.text) }] };
    }
  }
}

/** A lead-in worded from the register comes first; with nothing typed after it, it ends in a colon. */
function contentOf(block: Block, context: BlockContext): PubInline[] {
  const inlines = publishInlines(inlinesOf(block), block.id, context);
  if (block.type !== 'intervention' || block.person === undefined) return inlines;
  const text = context.worded(mentionKey(block.id, -1)) ?? '';
  const typed = plain(block).trim() !== '' || inlines.length > 0;
  return joinRuns([{ text, attributed: true }, ...(typed ? inlines : [{ text: ':' }])]);
}

function publishTable(block: Extract<Block, { type: 'table' }>, label: NumberLabel | undefined, common: Common, context: BlockContext): PubBlock {
  const columns = Math.max(...block.children.map((row) => row.children.length));
  let offset = 0;
  const rows = block.children.map((row) =>
    Array.from({ length: columns }, (_, at) => {
      const inlines = row.children[at]?.children ?? [];
      const content = publishInlines(inlines, block.id, context, offset);
      offset += inlines.length;
      return content;
    }),
  );
  const widths = Array.from({ length: columns }, (_, at) => block.widths?.[at] ?? 1);
  const caption = block.caption?.trim();
  return {
    type: 'table',
    ...common,
    ...(caption === undefined || caption === '' ? {} : { caption: printable(caption) }),
    label: label?.label ?? '',
    ...(block.form === undefined ? {} : { form: block.form }),
    headerRows: Math.min(block.headerRows, rows.length),
    widths,
    rows,
  };
}

/** Whether the heading is its section's own title. */
function isTitle(block: Block, section: Section | undefined): boolean {
  return section?.children.find((child) => child.type !== 'section' && child.type === 'heading')?.id === block.id;
}

/** "Hosted by Ardane, Tuesday 3 March 2026": the section's own fields under its title, as its template words them.
 *  A part between commas whose fields are all empty is left out. */
function datelineOf(sections: readonly Section[], anchor: string, common: Common, { template, draft }: BlockContext): PubBlock | null {
  const text = printable(datelineWords(sections, template, draft));
  if (text === '') return null;
  const { entry: _, ...rest } = common;
  return { type: 'paragraph', ...rest, anchor: `${anchor}d`, role: 'dateline', content: [{ text }] };
}

/** The words of that line, for the innermost of these sections; empty where its form has none. The editor's sheet shows it too. */
export function datelineWords(sections: readonly Section[], template: Template, draft: Draft): string {
  const def = sectionDef(template, sections);
  const values = sections.at(-1)?.fields ?? {};
  const words = (id: string) =>
    fieldInWords(
      def?.fields.find((field) => field.id === id),
      values[id],
      draft,
    ).join(', ');
  const pieces = (def?.dateline ?? '').split(', ').flatMap((piece) => {
    const ids = [...piece.matchAll(/\{([\w-]+)\}/g)].map((match) => match[1] ?? '');
    return ids.length > 0 && ids.every((id) => words(id) === '') ? [] : [piece.replace(/\{([\w-]+)\}/g, (_, id: string) => words(id)).trim()];
  });
  return pieces.filter((piece) => piece !== '').join(', ');
}

/** A block with no words, reference, picture or table: it leaves no mark in what is issued. */
export function isBlank(block: Block): boolean {
  if (block.type === 'figure' || block.type === 'table' || block.type === 'fixed-text') return false;
  if (block.type === 'intervention' && block.person !== undefined) return false;
  return plain(block).trim() === '' && block.children.every((inline) => !('type' in inline) || inline.type === 'link');
}
