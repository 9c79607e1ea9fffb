/** A table: cells are text; rows and columns are added and removed by key or by the words under it. */
import { ReactEditor, useSelected } from 'slate-react';
import type { Cell, Row, Table } from '../../../shared/document/tree.ts';
import { cx } from '../../ui/class-names.ts';
import { addColumn, addRow, removeColumn, removeRow } from '../editor/table-commands.ts';
import { useLabel } from '../model/hooks.ts';
import { useDraft } from '../model/session.ts';
import { page } from '../strings.ts';
import styles from './block.module.css';
import type { ElementProps } from './element.tsx';
import { EdgeMark } from './margin.tsx';

export function TableBlock({ element, attributes, children }: ElementProps<Table>) {
  const label = useLabel(element.id);
  const chosen = useSelected({ suppressThrow: true });
  const widths = element.widths ?? element.children[0]?.children.map(() => 1) ?? [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  return (
    <div {...attributes} className={cx(styles.block, styles.table)} data-block={element.id}>
      <p contentEditable={false} className={styles.tableLabel}>
        <b>{label}</b> {element.caption}
      </p>
      <table className={styles.grid}>
        <colgroup contentEditable={false}>
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            <col key={index} style={{ width: `${(width / total) * 100}%` }} />
          ))}
        </colgroup>
        <tbody>{children}</tbody>
      </table>
      {chosen ? <TableBar table={element.id} /> : null}
      <EdgeMark id={element.id} />
    </div>
  );
}

function TableBar({ table }: { readonly table: string }) {
  const draft = useDraft();
  const { editor } = draft;
  const commands = [
    [page.rowBelow, () => addRow(editor, 'below')],
    [page.columnAfter, () => addColumn(editor, 'after')],
    [page.removeRow, () => removeRow(editor)],
    [page.removeColumn, () => removeColumn(editor)],
    [page.caption, () => draft.ask({ kind: 'caption', table })],
  ] as const;
  return (
    <div contentEditable={false} className={styles.tableBar}>
      {commands.map(([name, run]) => (
        <button key={name} type="button" tabIndex={-1} onPointerDown={(event) => event.preventDefault()} onClick={run}>
          {name}
        </button>
      ))}
    </div>
  );
}

export function RowElement({ element, attributes, children }: ElementProps<Row>) {
  const { editor } = useDraft();
  const path = ReactEditor.findPath(editor, element);
  const table = editor.children.length > 0 ? tableAround(editor, path) : null;
  return (
    <tr {...attributes} data-head={(path.at(-1) ?? 0) < (table?.headerRows ?? 0)}>
      {children}
    </tr>
  );
}

function tableAround(editor: ReturnType<typeof useDraft>['editor'], path: number[]): Table | null {
  const [node] = editor.node(path.slice(0, -1));
  return 'type' in node && node.type === 'table' ? node : null;
}

export function CellElement({ attributes, children }: ElementProps<Cell>) {
  return <td {...attributes}>{children}</td>;
}
