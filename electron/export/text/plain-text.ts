/** Publication → plain text: 80 columns, numbers hanging left of what they count. */
import type { Matter, PubBlock, PubInline, Publication } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import { columns, wrap } from './wrap.ts';

type Of<T extends PubBlock['type']> = Extract<PubBlock, { type: T }>;
type Maker<T extends PubBlock['type']> = (block: Of<T>, publication: Publication) => string[];

const hang = 5;

const makers: { readonly [T in PubBlock['type']]: Maker<T> } = {
  heading: (block) => heading(`${block.label === undefined ? '' : `${block.label} `}${words(block)}`, block.level),
  paragraph: (block) => wrap(words(block)),
  numbered: (block) => wrap(words(block), block.label, hang),
  subitem: (block) => indented(wrap(words(block), block.label, hang, 80 - hang * block.level), hang * block.level),
  bullet: (block) => indented(wrap(words(block), ['•', '–', '◦'][block.level - 1] ?? '•', 3, 80 - 2 - (block.level - 1) * 3), 2 + (block.level - 1) * 3),
  intervention: (block) => wrap(words(block)),
  question: (block) => wrap(words(block)),
  quote: (block) => indented(wrap(words(block), '', 0, 70), hang),
  'pull-quote': (block, publication) => {
    const [open, close] = exportWords(publication.language).quotes;
    return wrap(`${open}${words(block)}${close}`, '', 0, 60).map((line) => `          | ${line}`);
  },
  figure: (block) =>
    // Sentences, not bars: a stretch between bars reads as a note for the editor.
    wrap(
      `[${[`${block.label === '' ? '' : `${block.label}. `}${words(block)}`, block.credit, block.alt]
        .filter((part) => part !== '')
        .map(closed)
        .join(' ')}]`,
    ),
  table,
  'fixed-text': (block) => wrap(words(block)),
};

/** The whole text; ends with a newline. Marks of emphasis are left out, links keep their address. */
export function toPlainText(publication: Publication): string {
  const marking = publication.marking?.printed ? publication.marking.banner : '';
  const copy = publication.copy === null ? '' : exportWords(publication.language).copy(publication.copy.number, publication.copy.of);
  const banner = [marking, copy].filter((part) => part !== '').map(centred);
  const parts: string[][] = [
    banner,
    ...publication.front.map((matter) => front(matter, publication)),
    ...publication.body.map((block) => make(block, publication)),
    notes(publication),
    ...publication.back.map(piece),
    banner,
  ];
  return `${joined(parts, publication).join('\n')}\n`;
}

/** Bullets and sub-items stand close; everything else has a blank line before it. */
function joined(parts: readonly string[][], publication: Publication): string[] {
  const first = 1 + publication.front.length;
  const lines: string[] = [];
  for (const [n, part] of parts.entries()) {
    if (part.length === 0) continue;
    const block = publication.body[n - first];
    const before = publication.body[n - first - 1];
    const close = block !== undefined && before !== undefined && block.type === before.type && (block.type === 'bullet' || block.type === 'subitem');
    if (lines.length > 0 && !close) lines.push('');
    lines.push(...part);
  }
  return lines;
}

function make<T extends PubBlock['type']>(block: Of<T>, publication: Publication): string[] {
  return (makers[block.type as T] as Maker<T>)(block, publication);
}

/** Words of a block with its portion mark, note marks in brackets, addresses of links behind them. */
function words(block: Exclude<PubBlock, { type: 'table' }>): string {
  return `${block.portion === undefined ? '' : `${block.portion} `}${flat(block.content)}`;
}

function flat(content: readonly PubInline[]): string {
  return content
    .map((run) => {
      if ('note' in run) return `[${run.note}]`;
      const address = run.href?.replace(/^mailto:/, '');
      return address === undefined || address.includes(run.text.trim()) ? (address ?? run.text) : `${run.text} <${address}>`;
    })
    .join('');
}

function heading(text: string, level: number): string[] {
  const lines = wrap(text);
  const sign = ['=', '-'][level - 1];
  return sign === undefined ? lines : [...lines, sign.repeat(Math.min(80, Math.max(...lines.map(columns))))];
}

function centred(text: string): string {
  return `${' '.repeat(Math.max(0, Math.floor((80 - columns(text)) / 2)))}${text}`;
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => `${' '.repeat(by)}${line}`);
}

function front(matter: Matter, publication: Publication): string[] {
  if (matter.role !== 'contents') return piece(matter);
  const headings = publication.body.filter((block) => block.type === 'heading').filter((block) => block.level <= 2);
  const title = matter.label ?? exportWords(publication.language).contents;
  return headings.length === 0
    ? []
    : [
        title,
        '',
        ...headings.flatMap((block) =>
          indented(
            wrap(`${block.label === undefined ? '' : `${block.label} `}${flat(block.content.filter((run) => !('note' in run)))}`, '', 2, 76),
            block.level * 2,
          ),
        ),
      ];
}

function piece(matter: Matter): string[] {
  if (matter.role === 'logos' || matter.role === 'contents') return [];
  const { lines } = matter;
  if (matter.role === 'title') return lines.flatMap((line) => heading(line, 1));
  const label = matter.label === undefined || matter.label === '' ? [] : [`${matter.label}:`];
  if (matter.role === 'meta') return lines.flatMap((line, n) => wrap(line, n === 0 ? (label[0] ?? '') : '', 16));
  return [...label, ...lines.flatMap((line) => wrap(line))];
}

/** A table row by row: the first cell opens the row, the others stand below it under the name of their column. */
function table(block: Of<'table'>): string[] {
  const title = [block.label, block.caption].filter((part) => part !== undefined && part !== '').join('. ');
  const head = block.rows.slice(0, block.headerRows).at(-1) ?? [];
  const rows = block.rows.slice(block.headerRows).flatMap((row) =>
    row.flatMap((cell, n) => {
      const name = flat(head[n] ?? []);
      const text = flat(cell) || '–';
      return n === 0 ? wrap(text, '-', 2, 76) : indented(wrap(text, name === '' ? '' : `${name}:`, Math.min(30, columns(name) + 2), 74), 4);
    }),
  );
  return [...(title === '' ? [] : wrap(title)), ...rows];
}

function notes(publication: Publication): string[] {
  if (publication.notes.length === 0) return [];
  return [exportWords(publication.language).notes, '', ...publication.notes.flatMap((note) => wrap(flat(note.content), `[${note.number}]`, hang))];
}

const closed = (sentence: string): string => (/[.!?…]["”’»)]*$/u.test(sentence) ? sentence : `${sentence}.`);
