/** Footnotes of a Publication: numbered in the order of the text, references in them worded. */
import { inlinesOf, type Placed } from '../document/text.ts';
import { type InlineContext, publishInlines } from './inlines.ts';
import type { Publication } from './publication.ts';

export function publishNotes(placed: readonly Placed[], context: InlineContext): { notes: Publication['notes']; origins: Map<number, string> } {
  const notes: Publication['notes'] = [];
  const origins = new Map<number, string>();
  for (const { block } of placed) {
    for (const inline of inlinesOf(block)) {
      if (!('type' in inline) || inline.type !== 'footnote') continue;
      const number = context.notes.get(inline.id) ?? 0;
      const content = publishInlines(inline.children, block.id, context).flatMap((run) => ('note' in run ? [] : [run]));
      notes.push({ number, content });
      origins.set(number, inline.id);
    }
  }
  return { notes, origins };
}
