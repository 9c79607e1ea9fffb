/** Draft inlines → runs of a Publication: references worded, speakers attributed, notes numbered. */
import type { Inline, Text } from '../document/tree.ts';
import { mentionKey } from './mentions.ts';
import type { PubInline, Run } from './publication.ts';
import { type ReferenceTable, referenceWording } from './references.ts';

export interface InlineContext {
  readonly references: ReferenceTable;
  readonly notes: ReadonlyMap<string, number>;
  readonly anchors: ReadonlyMap<string, string>;
  /** Wording of the mention with this key; null where the person is gone. */
  worded(key: string): string | null;
}

/** Runs of one block's inlines; neighbours with equal marks are joined, so how a text was split leaves no trace. */
export function publishInlines(inlines: readonly Inline[], block: string, context: InlineContext, offset = 0): PubInline[] {
  const out = inlines.flatMap((inline, at) => publishInline(inline, block, at + offset, context));
  return joinRuns(out);
}

function publishInline(inline: Inline, block: string, at: number, context: InlineContext): PubInline[] {
  if (!('type' in inline)) return [textRun(inline)];
  switch (inline.type) {
    case 'link':
      return inline.children.map((child) => ({ ...textRun(child), href: inline.url }));
    case 'cross-ref': {
      const { text } = referenceWording(context.references, inline.target, block);
      const target = context.anchors.get(inline.target);
      return [{ text, ...(target === undefined ? {} : { target }) }];
    }
    case 'speaker': {
      const text = context.worded(mentionKey(block, at));
      return text === null ? [] : [{ text, attributed: true }];
    }
    case 'footnote': {
      const note = context.notes.get(inline.id);
      return note === undefined ? [] : [{ note }];
    }
  }
}

function textRun(leaf: Text): Run {
  const { text, ...marks } = leaf;
  return { text: printable(text), ...Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined)) };
}

/** Drops what no document format may hold: control characters (but tab and line break) and lone surrogates; and the marks that turn the direction of
 *  letters over, behind which a page shows another word than its bytes hold. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202d\u202e\ufffe\uffff]/g, '');
}

/** Joins neighbouring runs with equal marks and drops empty ones. */
export function joinRuns(inlines: readonly PubInline[]): PubInline[] {
  const out: PubInline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if ('note' in inline) out.push(inline);
    else if (inline.text === '') continue;
    else if (last !== undefined && !('note' in last) && marksOf(last) === marksOf(inline)) out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}

function marksOf({ text: _, ...marks }: Run): string {
  return JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Text of runs as a reader sees it, note marks left out. */
export function runText(inlines: readonly PubInline[]): string {
  return inlines.map((inline) => ('note' in inline ? '' : inline.text)).join('');
}
