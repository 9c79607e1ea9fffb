/** The editor's shape: Slate with React and history, and what Rapporteur's plugins add. */
import type { BaseEditor, Descendant } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import type { Block, Cell, Inline, Row, Section, Text } from '../../../shared/document/tree.ts';
import type { Template } from '../../../shared/template/schema.ts';

export type InlineElement = Exclude<Inline, Text>;
export type DraftElement = Section | Block | Row | Cell | InlineElement;
export type TextBlock = Extract<
  Block,
  { type: 'heading' | 'paragraph' | 'numbered' | 'subitem' | 'bullet' | 'intervention' | 'question' | 'quote' | 'pull-quote' }
>;

/** What the plugins add to Slate's editor. */
export interface DraftEditorExtra {
  /** The form that this draft follows. */
  readonly template: Template;
  /** BCP 47 tag of the draft's language, as it is now. */
  language(): string;
  /** Makes an id that is new in this draft. */
  newId(prefix: string): string;
  /** Turns what was pasted into blocks of the schema; set by the screen, absent in tests that do not paste. */
  readPaste?: (input: { html?: string; text?: string }) => Promise<Descendant[] | null>;
  /** Told when a heading that the form fixes was typed at; set by the page. */
  onRefused?: () => void;
}

declare module 'slate' {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor & HistoryEditor & DraftEditorExtra;
    Element: DraftElement;
    Text: Text & { find?: 'block' | 'warn'; current?: boolean };
  }
}
