/** What is open around the page: panel, outline, picker, dialog. */
export const panels = ['details', 'people', 'archive', 'check', 'preview'] as const;
export type PanelId = (typeof panels)[number];

export type PickerKind = 'what' | 'speaker' | 'reference' | 'entry' | 'portion' | 'section' | 'lead' | 'consent' | 'opposite';

export type Asked =
  | { readonly kind: 'picture'; readonly asset: string }
  | { readonly kind: 'entry' }
  | { readonly kind: 'link' }
  | { readonly kind: 'heading'; readonly block: string }
  | { readonly kind: 'caveat'; readonly block: string }
  | { readonly kind: 'caption'; readonly table: string };

export interface Ui {
  readonly panel: PanelId;
  /** The writer folded the outline; the preview folds it as well. */
  readonly folded: boolean;
  readonly picker: PickerKind | null;
  readonly asked: Asked | null;
  /** Narrow windows: the side panel lies over the page. */
  readonly sideOpen: boolean;
}

export const firstUi: Ui = { panel: 'check', folded: false, picker: null, asked: null, sideOpen: false };
