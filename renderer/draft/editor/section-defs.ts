/** What the template says about a place in the tree. */
import { type Editor, Node, type Path } from 'slate';
import type { BlockType } from '../../../shared/document/tree.ts';
import type { EntryKind } from '../../../shared/entry/entry.ts';
import type { SectionDef, Template } from '../../../shared/template/schema.ts';
import { isSection, isTextBlockType } from './nodes.ts';

/** The definition of the innermost section around `path`; null where the template does not know it (kept, never refused). */
export function defAt(editor: Editor, path: Path): SectionDef | null {
  let defs: readonly SectionDef[] = editor.template.sections;
  let found: SectionDef | null = null;
  for (let depth = 1; depth <= path.length; depth += 1) {
    const node = Node.get(editor, path.slice(0, depth));
    if (!isSection(node)) break;
    found = defs.find((def) => def.id === node.section) ?? null;
    defs = found?.sections ?? [];
  }
  return found;
}

/** The blocks that may stand here, the usual one first. A place the template does not know takes plain paragraphs. */
export function allowedAt(editor: Editor, path: Path): readonly BlockType[] {
  const blocks = (defAt(editor, path)?.blocks ?? []) as readonly BlockType[];
  return blocks.length > 0 ? blocks : ['paragraph'];
}

/** The block that Enter and a new section begin with: the first running-text block the template names. */
export function usualBlock(allowed: readonly BlockType[]): BlockType {
  return allowed.find((type) => isTextBlockType(type) && type !== 'heading' && type !== 'pull-quote') ?? 'paragraph';
}

/** What the archive records a block of this type as, where its own mark says nothing. */
export function defaultKind(def: SectionDef | null, type: BlockType): EntryKind | null {
  return def?.entries[type] ?? null;
}

/** Every definition of the template with the keys that lead to it, outermost first. */
export function allDefs(template: Template): { readonly def: SectionDef; readonly keys: readonly string[] }[] {
  const visit = (defs: readonly SectionDef[], keys: readonly string[]): { def: SectionDef; keys: readonly string[] }[] =>
    defs.flatMap((def) => [{ def, keys: [...keys, def.id] }, ...visit(def.sections, [...keys, def.id])]);
  return visit(template.sections, []);
}
