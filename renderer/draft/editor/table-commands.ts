/** Commands in tables: cells, rows and columns by keyboard. */
import { Editor, Node, type Path, Transforms } from 'slate';
import type { Table } from '../../../shared/document/tree.ts';
import { makeRow } from './make.ts';
import { isCell, typeOf } from './nodes.ts';

interface Where {
  readonly table: Table;
  readonly path: Path;
  readonly row: number;
  readonly column: number;
}

/** The cell with the caret; null outside tables. */
export function whereInTable(editor: Editor): Where | null {
  const cell = editor.selection ? Editor.above(editor, { match: isCell }) : undefined;
  if (!cell) return null;
  const path = cell[1].slice(0, -2);
  const table = Node.get(editor, path);
  if (typeOf(table) !== 'table') return null;
  const [row = 0, column = 0] = cell[1].slice(-2);
  return { table: table as Table, path, row, column };
}

/** Tab: the next cell; behind the last one a new row. Shift Tab: the cell before. @returns false outside tables */
export function stepCell(editor: Editor, step: 1 | -1): boolean {
  const where = whereInTable(editor);
  if (!where) return false;
  const width = where.table.children[0]?.children.length ?? 1;
  const next = where.row * width + where.column + step;
  if (next < 0) return true;
  const row = Math.floor(next / width);
  if (row >= where.table.children.length) Transforms.insertNodes(editor, makeRow(Array.from({ length: width }, () => '')), { at: [...where.path, row] });
  Transforms.select(editor, Editor.range(editor, [...where.path, row, next % width]));
  Transforms.collapse(editor, { edge: 'end' });
  return true;
}

/** Adds an empty row above or below the caret. */
export function addRow(editor: Editor, side: 'above' | 'below'): boolean {
  const where = whereInTable(editor);
  if (!where) return false;
  const width = where.table.children[0]?.children.length ?? 1;
  const row = side === 'below' ? where.row + 1 : Math.max(where.row, where.table.headerRows);
  Transforms.insertNodes(editor, makeRow(Array.from({ length: width }, () => '')), { at: [...where.path, row] });
  Transforms.select(editor, Editor.start(editor, [...where.path, row, where.column]));
  return true;
}

/** Adds an empty column beside the caret; at most 20, as the schema says. */
export function addColumn(editor: Editor, side: 'before' | 'after'): boolean {
  const where = whereInTable(editor);
  const width = where?.table.children[0]?.children.length ?? 0;
  if (!where || width >= 20) return false;
  const column = side === 'after' ? where.column + 1 : where.column;
  Editor.withoutNormalizing(editor, () => {
    for (const [row] of where.table.children.entries()) {
      Transforms.insertNodes(editor, { type: 'cell', children: [{ text: '' }] }, { at: [...where.path, row, column] });
    }
    if (where.table.widths) Transforms.setNodes(editor, { widths: where.table.widths.toSpliced(column, 0, 1) }, { at: where.path });
  });
  Transforms.select(editor, Editor.start(editor, [...where.path, where.row, column]));
  return true;
}

/** Removes the caret's row; with the last row under the head the whole table goes. */
export function removeRow(editor: Editor): boolean {
  const where = whereInTable(editor);
  if (!where) return false;
  if (where.table.children.length <= Math.max(1, where.table.headerRows + 1)) return removeTable(editor);
  const row = Math.max(0, Math.min(where.row, where.table.children.length - 2));
  Transforms.removeNodes(editor, { at: [...where.path, where.row] });
  Transforms.select(editor, Editor.end(editor, [...where.path, row, where.column]));
  return true;
}

/** Removes the caret's column; with the last column the whole table goes. */
export function removeColumn(editor: Editor): boolean {
  const where = whereInTable(editor);
  if (!where) return false;
  const width = where.table.children[0]?.children.length ?? 1;
  if (width <= 1) return removeTable(editor);
  Editor.withoutNormalizing(editor, () => {
    for (const [row] of where.table.children.entries()) Transforms.removeNodes(editor, { at: [...where.path, row, where.column] });
    if (where.table.widths) Transforms.setNodes(editor, { widths: where.table.widths.toSpliced(where.column, 1) }, { at: where.path });
  });
  Transforms.select(editor, Editor.end(editor, [...where.path, where.row, Math.max(0, where.column - 1)]));
  return true;
}

/** Removes the whole table; one undo brings it back. */
export function removeTable(editor: Editor): boolean {
  const where = whereInTable(editor);
  if (!where) return false;
  const before = Editor.before(editor, where.path);
  Transforms.removeNodes(editor, { at: where.path });
  if (before) Transforms.select(editor, before);
  return true;
}
