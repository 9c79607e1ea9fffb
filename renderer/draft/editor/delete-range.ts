/** Deleting a selection: what stands inside the range goes, the frame (sections, titles, cells, fixed texts) stays. */
import { Editor, Path, Point, Range, Transforms } from 'slate';
import type { Block } from '../../../shared/document/tree.ts';
import { isBlock, isCell, isFootnote, isTextBlock, isTitle } from './nodes.ts';
import { defAt } from './section-defs.ts';

/** One thing to do, last first: delete a range whose ends may be joined, or take a whole closed block away. */
type Step = { readonly range: Range } | { readonly whole: Path };

/** Running text whose neighbours of the same section may be joined with it. */
const isPlain = (block: Block): boolean => isTextBlock(block) && !isTitle(block) && block.type !== 'pull-quote';

/** The note around a point, if any: a range that ends in a note never reaches through its wall. */
function noteAround(editor: Editor, point: Point): Path | null {
  return Editor.above(editor, { at: point, match: isFootnote })?.[1] ?? null;
}

/** Deletes the range. Nothing merges across sections, into a title, out of a cell or through a note's wall;
 *  a fixed text of the template and a fixed title stay; a table, figure or pull quote wholly inside goes. */
export function deleteRange(editor: Editor, selected: Range): void {
  const range = outOfNotes(editor, selected);
  const [start] = Range.edges(range);
  const at = Editor.pointRef(editor, start, { affinity: 'backward' });
  Editor.withoutNormalizing(editor, () => {
    for (const step of stepsOf(editor, range).reverse()) {
      if ('whole' in step) Transforms.removeNodes(editor, { at: step.whole });
      else if (Range.isExpanded(step.range)) Transforms.delete(editor, { at: step.range, hanging: true });
    }
    const caret = at.unref();
    if (caret && Editor.hasPath(editor, caret.path)) Transforms.select(editor, caret);
    // An empty first block may be gone, and the caret's place with it: what is typed next must not find a selection left over.
    else Transforms.collapse(editor, { edge: 'start' });
  });
}

/** A range with only one end in a note begins or ends beside that note; the note itself is inside or outside as a whole. */
function outOfNotes(editor: Editor, range: Range): Range {
  const [start, end] = Range.edges(range);
  const [from, to] = [noteAround(editor, start), noteAround(editor, end)];
  if ((from === null && to === null) || (from && to && Path.equals(from, to))) return range;
  return { anchor: from ? Editor.end(editor, from) : start, focus: to ? Editor.start(editor, to) : end };
}

function stepsOf(editor: Editor, range: Range): Step[] {
  const [start, end] = Range.edges(range);
  const steps: Step[] = [];
  let run: { first: Path; last: Path } | null = null;
  for (const [block, path] of Editor.nodes(editor, { at: range, match: isBlock, mode: 'highest' }) as Iterable<[Block, Path]>) {
    const joins = run !== null && isPlain(block) && Path.equals(Path.next(run.last), path);
    if (joins && run) {
      run.last = path;
      steps[steps.length - 1] = { range: clip(editor, run.first, run.last, start, end) };
      continue;
    }
    run = isPlain(block) ? { first: path, last: path } : null;
    steps.push(...stepsFor(editor, block, path, start, end));
  }
  return steps;
}

function stepsFor(editor: Editor, block: Block, path: Path, start: Point, end: Point): Step[] {
  if (block.type === 'fixed-text') return [];
  if (isTitle(block) && defAt(editor, path)?.heading === 'fixed') return [];
  const partly = Path.isAncestor(path, start.path) || Path.isAncestor(path, end.path);
  if (!isTextBlock(block) || block.type === 'pull-quote') {
    if (!partly) return [{ whole: path }];
    if (block.type === 'table') return cellSteps(editor, path, start, end);
  }
  return [{ range: clip(editor, path, path, start, end) }];
}

function cellSteps(editor: Editor, table: Path, start: Point, end: Point): Step[] {
  const cells = [...Editor.nodes(editor, { at: table, match: isCell })];
  return cells.flatMap(([, path]) => {
    const range = clip(editor, path, path, start, end);
    return Point.isBefore(range.anchor, range.focus) ? [{ range }] : [];
  });
}

/** The part of the blocks from `first` to `last` that lies between `start` and `end`. */
function clip(editor: Editor, first: Path, last: Path, start: Point, end: Point): Range {
  const from = Editor.start(editor, first);
  const to = Editor.end(editor, last);
  return { anchor: Point.isAfter(start, from) ? start : from, focus: Point.isBefore(end, to) ? end : to };
}
