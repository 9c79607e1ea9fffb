/** Deleting a selection: what stands inside the range goes, the frame (sections, titles, cells, fixed texts) stays. */
import { Editor, Node, Path, Range, Transforms } from 'slate';
import { isCell, isFootnote, isSection, isTextBlock, isTitle } from './nodes.ts';

/** The part of the tree that a point's text may be merged within: its section's blocks, one title, one cell, one note. */
function compartment(editor: Editor, path: Path): Path {
  for (let at = path; at.length > 0; at = Path.parent(at)) {
    const node = Node.get(editor, at);
    if (isSection(node)) return at;
    if (Node.isElement(node) && (isTitle(node) || isCell(node) || isFootnote(node) || (editor.isIsolated(node) && isTextBlock(node)))) return at;
    if (Node.isElement(node) && editor.isVoid(node) && !editor.isInline(node)) return at;
  }
  return [];
}

/** Deletes the range compartment by compartment, last first, so that no two compartments ever merge.
 *  A fixed text of the template is never deleted this way. */
export function deleteRange(editor: Editor, range: Range): void {
  const [start, end] = Range.edges(range);
  const startHome = compartment(editor, start.path);
  if (Path.equals(startHome, compartment(editor, end.path)) && !hasFrame(editor, range)) {
    Transforms.delete(editor, { at: range });
    return;
  }
  const groups: { home: Path; range: Range }[] = [];
  for (const [, path] of Editor.nodes(editor, { at: range, match: Node.isText, voids: false })) {
    const home = compartment(editor, path);
    const whole = Editor.range(editor, path);
    const part = Range.intersection(whole, { anchor: start, focus: end });
    if (!part) continue;
    const last = groups.at(-1);
    if (last && Path.equals(last.home, home)) last.range = { anchor: last.range.anchor, focus: part.focus };
    else groups.push({ home, range: part });
  }
  Editor.withoutNormalizing(editor, () => {
    for (const group of groups.reverse()) {
      const home = Node.get(editor, group.home);
      const closed = Node.isElement(home) && editor.isVoid(home);
      if (!closed && Range.isExpanded(group.range)) Transforms.delete(editor, { at: group.range, hanging: true });
    }
    Transforms.select(editor, start);
    Transforms.collapse(editor, { edge: 'start' });
  });
}

/** Whether the range holds something that deletion must go around. */
function hasFrame(editor: Editor, range: Range): boolean {
  const [frame] = Editor.nodes(editor, {
    at: range,
    match: (node) =>
      Node.isElement(node) &&
      !isSection(node) &&
      !editor.isInline(node) &&
      (isTitle(node) || ['table', 'figure', 'fixed-text', 'pull-quote'].includes(node.type)),
  });
  const [start, end] = Range.edges(range);
  if (!frame) return !Path.equals(parentSection(editor, start.path), parentSection(editor, end.path));
  return !Path.isAncestor(frame[1], start.path) || !Path.isAncestor(frame[1], end.path);
}

function parentSection(editor: Editor, path: Path): Path {
  for (let at = path; at.length > 0; at = Path.parent(at)) if (isSection(Node.get(editor, at))) return at;
  return [];
}
