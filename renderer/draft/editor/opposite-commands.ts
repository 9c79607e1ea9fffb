/** Pairing a position with its opposite, by hand. Both sides name each other, so either can be read alone. */
import { Editor, Node, type Path, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { plain } from '../../../shared/document/text.ts';
import type { Block } from '../../../shared/document/tree.ts';
import type { EntryKind, EntryMark } from '../../../shared/entry/entry.ts';
import { effectiveEntry } from './entry-commands.ts';
import { currentBlock, findById, isBlock, isSection, isTextBlock } from './nodes.ts';

/** A block that may be somebody's opposite. */
export interface Candidate {
  readonly block: Block;
  readonly kind: EntryKind;
  /** Ids of the sections around it, outermost first. */
  readonly sections: readonly string[];
}

function* placedBlocks(editor: Editor): Generator<{ block: Block; path: Path; sections: readonly string[] }> {
  function* visit(nodes: readonly Node[], parent: Path, sections: readonly string[]): Generator<{ block: Block; path: Path; sections: readonly string[] }> {
    for (const [index, node] of nodes.entries()) {
      const path = [...parent, index];
      if (isSection(node)) yield* visit(node.children, path, [...sections, node.id]);
      else if (isBlock(node)) yield { block: node, path, sections };
    }
  }
  yield* visit(editor.children, [], []);
}

/** The draft's entries but the one at the caret: those of its own part first, each in the order of the text. */
export function oppositeCandidates(editor: Editor): Candidate[] {
  const here = currentBlock(editor);
  const all = [...placedBlocks(editor)];
  const around = all.find(({ block }) => block.id === here?.[0].id)?.sections ?? [];
  const near = (sections: readonly string[]): number => sections.filter((id, depth) => around[depth] === id).length;
  return all
    .flatMap(({ block, path, sections }) => {
      const { kind } = effectiveEntry(editor, block, path);
      return kind === null || !isTextBlock(block) || block.id === here?.[0].id || plain(block).trim() === '' ? [] : [{ block, kind, sections }];
    })
    .sort((a, b) => near(b.sections) - near(a.sections));
}

/** Whether the block with this id stands in the draft and has no opposite, on either side. */
export function isUnpaired(editor: Editor, id: string): boolean {
  const all = [...placedBlocks(editor)].map(({ block }) => block);
  return all.some((block) => block.id === id && block.entry?.opposite === undefined) && all.every(({ entry }) => entry?.opposite !== id);
}

/** Writes or takes away what a block names as its opposite; what else its entry says stays. */
function nameOpposite(editor: Editor, path: Path, opposite: string | null): void {
  const block = Node.get(editor, path);
  if (!isBlock(block) || (block.entry?.opposite ?? null) === opposite) return;
  const { opposite: _, ...rest } = block.entry ?? {};
  const entry: EntryMark = opposite === null ? rest : { ...rest, opposite };
  if (Object.keys(entry).length === 0) Transforms.unsetNodes(editor, 'entry' as never, { at: path });
  else Transforms.setNodes(editor, { entry }, { at: path });
}

/** Takes every pair off the blocks with these ids, on whichever side it is named.
 *  @param others  only what other blocks name, not what these name themselves */
export function unpair(editor: Editor, ids: ReadonlySet<string>, { others = false } = {}): void {
  for (const { block, path } of placedBlocks(editor)) {
    const named = block.entry?.opposite;
    if (named === undefined) continue;
    if (others ? ids.has(named) && !ids.has(block.id) : ids.has(named) || ids.has(block.id)) nameOpposite(editor, path, null);
  }
}

/** Pairs the current block with the one of this id; both leave the pairs they were in. null: it has no opposite any more. One step of undo.
 *  @returns false where one of the two is no entry, or gone */
export function setOpposite(editor: Editor, other: string | null): boolean {
  const here = currentBlock(editor);
  if (!here || here[0].id === other) return false;
  const { id } = here[0];
  const there = other === null ? null : findById(editor, other);
  const isEntry = (found: typeof there): boolean => found !== null && isBlock(found[0]) && effectiveEntry(editor, found[0], found[1]).kind !== null;
  if (other !== null && !(isEntry(here) && isEntry(there))) return false;
  HistoryEditor.withNewBatch(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      unpair(editor, new Set(other === null ? [id] : [id, other]));
      if (other === null || !there) return;
      nameOpposite(editor, here[1], other);
      nameOpposite(editor, there[1], id);
    }),
  );
  return true;
}
