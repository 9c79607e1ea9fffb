/** One reading of one stream of a file. */
export interface Stream {
  /** Where it is: "word/comments.xml", "page 3", "the file name". The message names it. */
  readonly name: string;
  readonly text: string;
  /** words: what people read · syntax: with the format's own words around it · noise: bytes that are no text, where short words are chance */
  readonly kind: 'words' | 'syntax' | 'noise';
}
