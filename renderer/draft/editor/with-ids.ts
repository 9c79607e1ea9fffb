/** Ids stay unique: the second half of a split and everything that is pasted get new ones. */
import { type Descendant, type Editor, Node } from 'slate';
import type { EntryMark } from '../../../shared/entry/entry.ts';
import { isUnpaired } from './opposite-commands.ts';

/** Copies of nodes with new ids; references inside the copy follow, references out of it stay.
 *  @param mayPair  whether a copy may name the block with this id, outside the copy, as its opposite */
export function withNewIds<T extends Descendant>(nodes: readonly T[], newId: (prefix: string) => string, mayPair: (id: string) => boolean = () => false): T[] {
  const renamed = new Map<string, string>();
  const collect = (node: Node): void => {
    if ('id' in node && typeof node.id === 'string') renamed.set(node.id, newId(node.id.slice(0, 1)));
    if (!Node.isText(node)) for (const child of node.children) collect(child);
  };
  for (const node of nodes) collect(node);
  const paired = ({ opposite, ...entry }: EntryMark): EntryMark => {
    const other = opposite === undefined ? undefined : (renamed.get(opposite) ?? (mayPair(opposite) ? opposite : undefined));
    return other === undefined ? entry : { ...entry, opposite: other };
  };
  const rename = <N>(node: N): N => {
    if (typeof node !== 'object' || node === null) return node;
    const copy = { ...node } as Record<string, unknown>;
    for (const key of ['id', 'target', 'of']) {
      const old = copy[key];
      if (typeof old === 'string') copy[key] = renamed.get(old) ?? old;
    }
    if (typeof copy['entry'] === 'object' && copy['entry'] !== null) copy['entry'] = paired(copy['entry']);
    if (Array.isArray(copy['children'])) copy['children'] = copy['children'].map(rename);
    return copy as N;
  };
  return nodes.map(rename);
}

/** A split gives its second half a new id and leaves the entry's mark with the first half. */
export function withIds(editor: Editor): Editor {
  const { getSplitProperties, insertFragment } = editor;
  editor.getSplitProperties = (node, path) => {
    const properties: Record<string, unknown> = { ...getSplitProperties(node, path) };
    if (typeof properties['id'] === 'string') {
      properties['id'] = editor.newId('b');
      delete properties['entry'];
    }
    return properties as Partial<Node>;
  };
  // What was cut keeps its opposite; what was copied does not: a position has one.
  editor.insertFragment = (fragment, options) =>
    insertFragment(
      withNewIds(fragment as Descendant[], editor.newId, (id) => isUnpaired(editor, id)),
      options,
    );
  return editor;
}
