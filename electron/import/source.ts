/** What every reader gives: lines in reading order, each with its place and what the format itself knew about it. */

/** Marks on a part of a line; offsets count UTF-16 units. */
export interface SourceMark {
  readonly start: number;
  readonly end: number;
  readonly mark: 'bold' | 'italic' | 'superscript';
}

export interface SourceLine {
  readonly text: string;
  /** From 1, in the file as a reader of plain text would count. */
  readonly line: number;
  /** From 1; absent where the format has no pages. */
  readonly page?: number;
  /** The line is a whole paragraph: nothing is joined to it. */
  readonly whole?: boolean;
  /** What the format itself says (Word styles and numbering, HTML elements, Markdown). */
  readonly hint?:
    | { readonly kind: 'heading'; readonly level: number }
    | { readonly kind: 'bullet'; readonly level: number }
    /** Native number as printed: "12." or "iv." */
    | { readonly kind: 'number'; readonly label: string; readonly level: number }
    | { readonly kind: 'quote' }
    | { readonly kind: 'row'; readonly cells: readonly string[] }
    | { readonly kind: 'note'; readonly mark: string };
  readonly marks?: readonly SourceMark[];
  /** Font size in points and left edge, where the format has positions. */
  readonly size?: number;
  readonly left?: number;
  /** More space than usual stands above it, or it opens a column: nothing is joined to what came before. */
  readonly apart?: boolean;
}

/** Something a reader saw and will not pass on silently (tracked change, comment, text box). */
export interface SourceNotice {
  readonly code: string;
  readonly message: string;
  readonly line: number;
  readonly text: string;
}

export interface Source {
  readonly kind: 'text' | 'docx' | 'pdf' | 'html' | 'markdown' | 'table';
  readonly lines: readonly SourceLine[];
  readonly notices: readonly SourceNotice[];
  /** Title from the file's own metadata; never an author. */
  readonly title?: string;
}
