/** A Markdown file beside its text: targets of links, pictures, remarks, and the properties at its head. */
import { type Found, kindOf, linkOf } from './beside.ts';

const link = /(!?)\[([^\]]{0,500})\]\(\s*<?([^)\s>]{1,2000})>?(?:\s+["'(]([^"')]{0,500})["')])?\s*\)/g;
const reference = /^\s{0,3}\[([^\]^][^\]]{0,200})\]:\s*<?(\S{1,2000}?)>?(?:\s+["'(](.{0,500})["')])?\s*$/;

/** Every line by itself: a link does not run over lines in practice, and its line is where a user finds it. */
export function besideMarkdown(text: string, found: Found): void {
  const lines = text.split('\n');
  const head = lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  for (const [at, line] of lines.entries()) {
    const place = ` (line ${at + 1})`;
    const [, name = '', value = ''] = at < head ? (/^\s*([\w-]{1,60}):\s*(.+)$/.exec(line) ?? []) : [];
    if (value !== '' && kindOf(name) === 'author') found.add('author', `“${name}” at the head of the file${place}`, value.replace(/^["'[]+|["'\]]+$/g, ''));
    for (const [, picture, words = '', target = '', title = ''] of line.matchAll(link)) {
      found.add('link', `${picture === '!' ? 'source of a picture' : linkOf(words)}${place}`, target.startsWith('#') ? '' : target);
      if (picture === '!') found.add('alt', `alternative text${place}`, words);
      found.add('text', `title of a link${place}`, title);
    }
    const [, , target = '', title = ''] = reference.exec(line) ?? [];
    found.add('link', `link${place}`, target);
    found.add('text', `title of a link${place}`, title);
  }
}
