/** What stands beside a file's text, in passages for the guard: its name, properties, links, alternative texts, text boxes. */

import type { TextInput } from '../../shared/guard/guard.ts';
import type { RegionKind } from '../../shared/guard/regions.ts';
import type { Beside, BesideKind } from '../import/beside/beside.ts';
import { letters } from './file-passages.ts';

type Passage = TextInput['paragraphs'][number];

const kinds: Readonly<Record<BesideKind, RegionKind | undefined>> = {
  text: undefined,
  outline: undefined,
  link: 'link',
  alt: 'alt',
  property: 'property',
  company: 'property',
  author: 'author',
  unread: 'unread',
};

/** The text's passages first. A text box is read with the text too: it is told with its own place. What only repeats the text (a bookmark) is not
 *  told again. */
export function besidePassages(
  text: readonly Passage[],
  beside: readonly Beside[],
  file: { readonly name: string; readonly lines: readonly string[] },
): Passage[] {
  const boxes = new Set(beside.filter(isBox).map((one) => letters(one.text)));
  const name = letters(stem(file.name));
  // Where no line can be the title, the import takes the file's name for it.
  const isName = (one: Passage) => one.label.startsWith('title') && letters(one.text) === name && !file.lines.some((line) => letters(line).includes(name));
  const own = text.filter((one) => !boxes.has(letters(one.text)) && !isName(one));
  const read = own.map((one) => letters(one.text)).join(' ');
  const news = beside.filter((one) => (one.kind !== 'outline' && one.kind !== 'text') || isBox(one) || !read.includes(letters(one.text)));
  return [...own, { text: stem(file.name), label: 'name of the file', kind: 'file-name' }, ...once(news).map(passageOf)];
}

const isBox = ({ place }: Beside): boolean => place.startsWith('text box ');

/** Word keeps a box twice, for old readers and for new ones. */
function once(all: readonly Beside[]): Beside[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = isBox(one) ? letters(one.text) : `${one.kind}|${one.place}|${one.text}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function passageOf({ kind, place, text }: Beside): Passage {
  return { text, label: place, kind: kinds[kind], listed: kind === 'company' };
}

/** Without folder and ending. */
const stem = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
