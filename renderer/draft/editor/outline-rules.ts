/**
 * The rules of structure, pure: what is wrong with the children of one section, first fault first.
 *  [OUT-1] a section whose form has a heading begins with it, at level 1
 *  [OUT-2] only the first heading of a section is its title; later ones are level 2 or 3
 *  [OUT-3] a section that takes text and has no parts holds one block to type in
 *  [OUT-5] a heading that the form fixes is never blank
 *  [OUT-4] text never stands in a section without a block around it
 */
import { Node } from 'slate';
import { plain } from '../../../shared/document/text.ts';
import type { Block } from '../../../shared/document/tree.ts';
import type { SectionDef } from '../../../shared/template/schema.ts';
import { isSection, isTitle, typeOf } from './nodes.ts';

export interface Fault {
  readonly rule: 'OUT-1' | 'OUT-2' | 'OUT-3' | 'OUT-4' | 'OUT-5';
  /** Index of the child in question; for a missing child, where it belongs. */
  readonly at: number;
}

/** Checks one section's children; null when nothing is wrong. `def` null (a section the template does not know) is judged by the rest. */
export function checkSection(children: readonly Node[], def: SectionDef | null): Fault | null {
  const loose = children.findIndex((child) => Node.isText(child) || ['link', 'cross-ref', 'speaker', 'footnote'].includes(typeOf(child)));
  if (loose >= 0) return { rule: 'OUT-4', at: loose };
  const first = children[0];
  if (def && def.heading !== 'none' && (first === undefined || typeOf(first) !== 'heading')) return { rule: 'OUT-1', at: 0 };
  if (def && def.heading !== 'none' && first !== undefined && !isTitle(first)) return { rule: 'OUT-2', at: 0 };
  if (def?.heading === 'fixed' && first !== undefined && plain(first as Block).trim() === '') return { rule: 'OUT-5', at: 0 };
  const second = children.findIndex((child, index) => isTitle(child) && (index > 0 || def?.heading === 'none'));
  if (second >= 0) return { rule: 'OUT-2', at: second };
  const empty = children.every((child) => typeOf(child) === 'heading' && isTitle(child));
  const takesText = (def?.blocks.length ?? 0) > 0;
  if (empty && (takesText || children.length === 0) && !children.some(isSection)) return { rule: 'OUT-3', at: children.length };
  return null;
}
