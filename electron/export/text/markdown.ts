/** Publication → Markdown (CommonMark with tables and footnotes). */
import type { Matter, PubBlock, PubInline, Publication, Run } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';

type Of<T extends PubBlock['type']> = Extract<PubBlock, { type: T }>;
type Maker<T extends PubBlock['type']> = (block: Of<T>, publication: Publication) => string;

const makers: { readonly [T in PubBlock['type']]: Maker<T> } = {
  heading: (block) => `${'#'.repeat(block.level + 1)} ${block.label === undefined ? '' : `${escaped(block.label)} `}${words(block)}`,
  paragraph: (block) => (block.role === 'dateline' ? `*${words(block)}*` : words(block)),
  // The number is escaped: Markdown would count lists anew and end them at every heading.
  numbered: (block) => `${escapeNumber(block.label)} ${words(block)}`,
  subitem: (block) => `${'    '.repeat(block.level - 1)}- ${escapeNumber(block.label)} ${words(block)}`,
  bullet: (block) => `${'  '.repeat(block.level - 1)}- ${words(block)}`,
  intervention: (block) => `**${words(block)}**`,
  question: (block) => `***${words(block)}***`,
  quote: (block) => `> ${words(block)}`,
  'pull-quote': (block, publication) => {
    const [open, close] = exportWords(publication.language).quotes;
    return `> *${open}${words(block)}${close}*`;
  },
  figure,
  table,
  'fixed-text': (block) => `*${words(block)}*`,
};

/** The whole text; ends with a newline. Pictures stand inside as data. */
export function toMarkdown(publication: Publication): string {
  const banner = publication.marking?.printed ? `**${escaped(publication.marking.banner)}**` : '';
  const copy = publication.copy === null ? '' : escaped(exportWords(publication.language).copy(publication.copy.number, publication.copy.of));
  const notes = publication.notes.map((note) => `[^${note.number}]: ${flat(note.content)}`).join('\n');
  const parts = [banner, copy, ...publication.front.map(front), body(publication), ...publication.back.map(piece), notes];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function body(publication: Publication): string {
  let out = '';
  for (const [n, block] of publication.body.entries()) {
    const before = publication.body[n - 1];
    const close = before?.type === block.type && (block.type === 'bullet' || block.type === 'subitem');
    out += `${n === 0 ? '' : close ? '\n' : '\n\n'}${make(block, publication)}`;
  }
  return out;
}

function make<T extends PubBlock['type']>(block: Of<T>, publication: Publication): string {
  return (makers[block.type as T] as Maker<T>)(block, publication);
}

function words(block: Exclude<PubBlock, { type: 'table' }>): string {
  return `${block.portion === undefined ? '' : `${escaped(block.portion)} `}${flat(block.content)}`;
}

function flat(content: readonly PubInline[]): string {
  return content.map((inline) => ('note' in inline ? `[^${inline.note}]` : run(inline))).join('');
}

/** Blanks at the ends of a marked run stand outside its marks, or the marks would not count. */
function run(inline: Run): string {
  const parts = /^(\s*)(.*?)(\s*)$/su.exec(inline.text);
  const core = parts?.[2] ?? '';
  if (core === '') return inline.text;
  let text = escaped(core).replaceAll('\n', '  \n');
  if (inline.superscript) text = `<sup>${text}</sup>`;
  if (inline.subscript) text = `<sub>${text}</sub>`;
  if (inline.italic) text = `*${text}*`;
  if (inline.bold) text = `**${text}**`;
  if (inline.href !== undefined) text = `[${text}](<${inline.href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  return `${parts?.[1] ?? ''}${text}${parts?.[3] ?? ''}`;
}

/** Signs that Markdown would read are escaped. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^([-+>]|\d+[.)])(?=\s)/gm, (sign) => (/^\d/.test(sign) ? escapeNumber(sign) : `\\${sign}`));
}

function escapeNumber(label: string): string {
  return label.replace(/([.)])$/, '\\$1');
}

function figure(block: Of<'figure'>, publication: Publication): string {
  const asset = publication.assets[block.asset];
  const picture = asset === undefined ? '' : `![${escaped(block.alt)}](data:${asset.mime};base64,${asset.base64})\n\n`;
  const credit = block.credit === '' ? '' : ` (${escaped(block.credit)})`;
  return `${picture}*${block.label === '' ? '' : `${escaped(block.label)}. `}${words(block)}*${credit}`;
}

function table(block: Of<'table'>): string {
  const row = (cells: readonly (readonly PubInline[])[]) => `| ${cells.map((cell) => flat(cell).replaceAll('\n', ' ')).join(' | ')} |`;
  const count = Math.max(1, ...block.rows.map((cells) => cells.length));
  const head = block.headerRows > 0 ? block.rows.slice(0, block.headerRows) : [Array.from({ length: count }, () => [])];
  const title = [block.label, block.caption]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escaped(part ?? ''))
    .join('. ');
  const lines = [...head.slice(0, 1).map(row), `|${' --- |'.repeat(count)}`, ...head.slice(1).map(row), ...block.rows.slice(block.headerRows).map(row)];
  return `${title === '' ? '' : `**${title}**\n\n`}${lines.join('\n')}`;
}

function front(matter: Matter): string {
  if (matter.role === 'title') return matter.lines.map((line) => `# ${escaped(line)}`).join('\n\n');
  return matter.role === 'contents' ? '' : piece(matter);
}

function piece(matter: Matter): string {
  if (matter.role === 'logos' || matter.role === 'contents') return '';
  const label = matter.label === undefined || matter.label === '' ? '' : `${escaped(matter.label)}: `;
  const lines = matter.lines.map(escaped);
  const slanted = matter.role === 'disclaimer' || matter.role === 'subtitle' || matter.role === 'fixed-text';
  return label + (slanted ? lines.map((line) => `*${line}*`) : lines).join('  \n');
}
