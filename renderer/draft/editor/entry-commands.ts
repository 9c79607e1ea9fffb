/** What the archive will record a block as: kind, support, tally, addressees, themes. */
import { Editor, type Path, Transforms } from 'slate';
import type { Block } from '../../../shared/document/tree.ts';
import type { EntryKind, EntryMark } from '../../../shared/entry/entry.ts';
import { currentBlock, isTitle } from './nodes.ts';
import { defAt, defaultKind } from './section-defs.ts';

export interface EffectiveEntry extends EntryMark {
  readonly kind: EntryKind | null;
  /** The kind is the section's default, not chosen for this block. */
  readonly byDefault: boolean;
}

/** The entry as it stands: the block's own mark over the section's default. */
export function effectiveEntry(editor: Editor, block: Block, path: Path): EffectiveEntry {
  const own = block.entry?.kind;
  const kind = isTitle(block) ? null : own === undefined ? defaultKind(defAt(editor, path), block.type) : own;
  return { ...block.entry, kind, byDefault: own === undefined };
}

/** Changes parts of the current block's entry; `undefined` takes a part away. @returns false where no entry may stand */
export function patchEntry(editor: Editor, patch: Partial<EntryMark>): boolean {
  const found = currentBlock(editor);
  if (!found || isTitle(found[0])) return false;
  const [block, path] = found;
  const merged = Object.fromEntries(Object.entries({ ...block.entry, ...patch }).filter(([, value]) => value !== undefined));
  if (Object.keys(merged).length === 0) Transforms.unsetNodes(editor, 'entry' as never, { at: path });
  else Transforms.setNodes(editor, { entry: merged as EntryMark }, { at: path });
  return true;
}

/** Counts one more voice for or against; a voice against makes the point contested. `by` −1 takes one back. */
export function countVoice(editor: Editor, side: 'for' | 'against', by: 1 | -1 = 1): boolean {
  const block = currentBlock(editor)?.[0];
  if (!block) return false;
  const tally = block.entry?.tally ?? { for: 0, against: 0 };
  const next = { ...tally, [side]: Math.max(0, tally[side] + by) };
  const none = next.for === 0 && next.against === 0;
  return patchEntry(editor, { tally: none ? undefined : next, contested: next.against > 0 ? true : undefined });
}

/** Portion mark of the current block: a level of the draft's scheme, or none. */
export function setPortion(editor: Editor, level: string | null): boolean {
  const found = currentBlock(editor);
  if (!found) return false;
  if (level === null) Transforms.unsetNodes(editor, 'portion' as never, { at: found[1] });
  else Transforms.setNodes(editor, { portion: level }, { at: found[1] });
  return true;
}

/** Keeps the current block from every variant, or lets it out again. */
export function setWithheld(editor: Editor, withheld: boolean): boolean {
  const found = currentBlock(editor);
  if (!found) return false;
  if (withheld) Transforms.setNodes(editor, { withheld: true }, { at: found[1] });
  else Transforms.unsetNodes(editor, 'withheld' as never, { at: found[1] });
  Editor.normalize(editor);
  return true;
}
