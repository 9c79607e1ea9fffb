/** The words of runs, without marks and note marks. */
import type { PubInline } from '../../shared/publication/publication.ts';

/** Concatenated text; note marks give nothing. */
export function plain(content: readonly PubInline[]): string {
  return content.map((run) => ('note' in run ? '' : run.text)).join('');
}
