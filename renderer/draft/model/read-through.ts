/** The statements that no check can judge, and which of them somebody has read since the draft was opened. Nothing of it is stored. */
import { blocksOf } from '../../../shared/document/text.ts';
import type { Body } from '../../../shared/document/tree.ts';
import type { Statement } from '../../../shared/guard/finding.ts';
import type { Facts } from './facts.ts';
import { wordedText } from './marks.ts';

export interface ReadThrough {
  /** The Check panel shows the statements in the place of the findings. */
  readonly on: boolean;
  /** Keys of statements that were read. */
  readonly read: ReadonlySet<string>;
  /** Key of the statement that is open. */
  readonly current: string | null;
  /** Block that the page points at. */
  readonly shown: string | null;
}

export const nothingRead: ReadThrough = { on: false, read: new Set(), current: null, shown: null };

export interface ToRead {
  /** Its place and its words: written anew, it is to be read anew. */
  readonly key: string;
  readonly block: string;
  readonly label: string;
  /** As issued. */
  readonly text: string;
}

/** The statements with their words as they stand now; what is gone from the text is left out. */
export function toRead(statements: readonly Statement[], body: Body, facts: Facts): ToRead[] {
  const blocks = new Map([...blocksOf(body)].map(({ block }) => [block.id, block]));
  const notes = new Map([...facts.sheetNotes.values()].flat().map((note) => [`note:${note.number}`, note]));
  return statements.flatMap(({ block: id, anchor, label }) => {
    const note = notes.get(anchor ?? '');
    const block = blocks.get(id ?? '');
    const node = block ?? note?.node;
    const text = node === undefined ? '' : wordedText(node, facts);
    if (text === '') return [];
    const place = block?.id ?? note?.block ?? '';
    return [{ key: `${id ?? anchor} ${text}`, block: place, label: facts.labels.get(block?.id ?? '')?.ref ?? label, text }];
  });
}

/** The next that was not read, from `at` on and round again; null where all are read. */
export function nextUnread(all: readonly ToRead[], at: number, read: ReadonlySet<string>): ToRead | null {
  const round = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  return round.find(({ key }) => !read.has(key)) ?? null;
}
