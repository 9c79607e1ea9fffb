/**
 * Between the draft file and Slate stands one difference: a fixed text names its wording in `text`, and Slate takes any
 * node with a string there for a text leaf. In the editor it stands in `wording`; on the way out it goes back.
 */
import type { Descendant, Operation } from 'slate';
import type { Block, Body } from '../../../shared/document/tree.ts';

export type FixedText = Extract<Block, { type: 'fixed-text' }>;
type Loose = Record<string, unknown>;

/** The id of the template's text that this element stands for. */
export function wordingOf(element: FixedText): string {
  const { wording, text } = element as unknown as { wording?: string; text?: string };
  return wording ?? text ?? '';
}

function mapNode<N>(node: N, change: (node: Loose) => Loose): N {
  if (typeof node !== 'object' || node === null) return node;
  const loose = node as Loose;
  const changed = loose['type'] === 'fixed-text' ? change(loose) : loose;
  const children = changed['children'];
  if (!Array.isArray(children)) return changed as N;
  const mapped = children.map((child) => mapNode(child, change));
  // The same node is given back where nothing in it changed: identity is what Slate and React compare.
  return mapped.every((child, index) => child === children[index]) ? (changed as N) : ({ ...changed, children: mapped } as N);
}

const inward = ({ text, ...rest }: Loose): Loose => (text === undefined ? rest : { ...rest, wording: text });
const outward = ({ wording, ...rest }: Loose): Loose => (wording === undefined ? rest : { ...rest, text: wording });

/** Nodes of a draft as the editor holds them. */
export function toEditor<N>(nodes: readonly N[]): N[] {
  return nodes.map((node) => mapNode(node, inward));
}

/** The editor's nodes as the draft file holds them. */
export function toBody(nodes: readonly Descendant[]): Body {
  return nodes.map((node) => mapNode(node, outward)) as unknown as Body;
}

/** An operation of the editor, as it is applied to the draft file. */
export function toDraftOperation(operation: Operation): Operation {
  if (operation.type !== 'insert_node' && operation.type !== 'remove_node') return operation;
  const node = mapNode(operation.node, outward);
  return node === operation.node ? operation : { ...operation, node };
}
