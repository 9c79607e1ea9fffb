/** What filing a report takes: its facts, its paragraphs in order (entries and plain text alike), and where it came from. */
import type { Entry, EntryKind, Tally } from './entry.ts';

/** One paragraph of a report. `text` is a paragraph that is no entry: searchable, counted apart. */
export interface FilingParagraph extends Omit<Entry, 'kind'> {
  readonly kind: EntryKind | 'text';
  /** Id of the draft's block it was made from; null for imports. One sentence in a draft and its row are one. */
  readonly block: string | null;
  /** Counted in the room; null where nobody counted. Never leaves the archive. */
  readonly tally: Tally | null;
  /** Index in `paragraphs` of the opposite position; null where there is none. */
  readonly opposite: number | null;
}

export type FilingSource =
  | { readonly kind: 'draft'; readonly draft: string }
  /** The file as it was read: kept whole, found again by its hash. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

export interface Filing {
  readonly title: string;
  /** YYYY[-MM[-DD]]; empty where no day is known. */
  readonly date: string;
  readonly dateEnd: string;
  /** Id of the template whose form it has; null where none fits. */
  readonly template: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly paragraphs: readonly FilingParagraph[];
  readonly source: FilingSource;
}
