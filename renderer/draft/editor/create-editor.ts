/** Puts the plugins together. Order matters: history must see every operation, structure decides before schema. */
import { createEditor, type Editor } from 'slate';
import { withHistory } from 'slate-history';
import type { Template } from '../../../shared/template/schema.ts';
import './types.ts';
import { withFixedHeadings } from './fixed-headings.ts';
import { withIds } from './with-ids.ts';
import { withOutline } from './with-outline.ts';
import { withPairs } from './with-pairs.ts';
import { withSchema } from './with-schema.ts';
import { withStructure } from './with-structure.ts';
import { withUndoSteps } from './with-undo-steps.ts';

export interface EditorOptions {
  readonly template: Template;
  /** Gives ids that are new in this draft. */
  readonly newId: (prefix: string) => string;
  /** The draft's language, read whenever it is needed; the template's where it is left out. */
  readonly language?: () => string;
  /** Adds the page's side (withReact); left out where there is no page. */
  readonly dress?: (editor: Editor) => Editor;
  /** A clock in ms, for the steps of undo. */
  readonly now?: () => number;
}

/** A Slate editor that keeps to the draft's schema and to the template's structure. */
export function createRapporteurEditor({
  template,
  newId,
  language = () => template.language,
  dress = (editor) => editor,
  now = () => performance.now(),
}: EditorOptions): Editor {
  const base = Object.assign(createEditor(), { template, newId, language }) as Editor;
  return withUndoSteps(withFixedHeadings(withStructure(withOutline(withPairs(withIds(withSchema(dress(withHistory(base)))))))), now);
}

/** Ids of eight letters and digits behind a prefix: enough for one draft, and no clock or machine in them. */
export function randomId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${prefix}-${Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')}`;
}
