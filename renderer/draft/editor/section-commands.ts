/** Adding and removing sections, as the template allows. */
import { Editor, Node, Path, Transforms } from 'slate';
import type { Section } from '../../../shared/document/tree.ts';
import type { SectionDef } from '../../../shared/template/schema.ts';
import { startOf } from './fixed-headings.ts';
import { makeSection } from './make.ts';
import { isSection } from './nodes.ts';
import { defAt } from './section-defs.ts';

export interface Addable {
  readonly def: SectionDef;
  /** Path of the section it would stand in; [] for the body. */
  readonly parent: Path;
}

/** The sections that may be added under `parent`: those missing, and those that may come again. */
export function addableSections(editor: Editor, parent: Path): Addable[] {
  const defs = parent.length === 0 ? editor.template.sections : (defAt(editor, parent)?.sections ?? []);
  const present = (Node.get(editor, parent) as { children: Node[] }).children.filter(isSection).map((section) => section.section);
  return defs.filter((def) => def.repeatable || !present.includes(def.id)).map((def) => ({ def, parent }));
}

/** Adds the section where the template's order puts it: after the last of its kind or of those before it. Puts the caret in it. */
export function addSection(editor: Editor, { def, parent }: Addable): Path {
  const order = (parent.length === 0 ? editor.template.sections : (defAt(editor, parent)?.sections ?? [])).map((each) => each.id);
  const rank = (section: Section): number => order.indexOf(section.section);
  const children = (Node.get(editor, parent) as { children: Node[] }).children;
  let index = children.findIndex((child) => isSection(child) && rank(child) > order.indexOf(def.id));
  if (index < 0) index = children.length;
  const at = [...parent, index];
  Transforms.insertNodes(editor, makeSection(def, editor.template, editor.newId, editor.language()), { at, voids: true });
  const added = Node.get(editor, at);
  Transforms.select(editor, isSection(added) ? startOf(editor, added, at) : Editor.start(editor, at));
  return at;
}

/** Whether the section at `path` may go: it is optional, or not the last of its kind. */
export function mayRemove(editor: Editor, path: Path): boolean {
  const section = Node.get(editor, path);
  if (!isSection(section)) return false;
  const def = defAt(editor, path);
  if (!def?.required) return true;
  const siblings = (Node.get(editor, Path.parent(path)) as { children: Node[] }).children;
  return def.repeatable && siblings.filter((other) => isSection(other) && other.section === def.id).length > 1;
}

/** Removes a section with all it holds; one undo brings it back. @returns false where the template requires it */
export function removeSection(editor: Editor, path: Path): boolean {
  if (!mayRemove(editor, path)) return false;
  Transforms.removeNodes(editor, { at: path });
  return true;
}
