/** Blocks as HTML: one function per block type; bullets and sub-items become nested lists. */
import type { PubBlock, Publication } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import { escapeHtml, inlines } from './inline.ts';

type Of<T extends PubBlock['type']> = Extract<PubBlock, { type: T }>;
type Maker<T extends PubBlock['type']> = (block: Of<T>, publication: Publication) => string;
type ListBlock = Of<'bullet'> | Of<'subitem'>;
type PlainType = Exclude<PubBlock['type'], ListBlock['type']>;

const makers: { readonly [T in PlainType]: Maker<T> } = {
  heading: (block) =>
    `<h${block.level + 1}${open(block)}>${block.label === undefined ? '' : `<span class="label">${escapeHtml(block.label)}</span> `}${words(block)}</h${block.level + 1}>`,
  paragraph: (block) => `<p${open(block, block.role === 'plain' ? '' : block.role)}>${words(block)}</p>`,
  numbered: (block) => `<p${open(block, 'numbered')}><span class="number">${escapeHtml(block.label)}</span> ${words(block)}</p>`,
  intervention: (block) => `<p${open(block, 'intervention')}>${words(block)}</p>`,
  question: (block) => `<p${open(block, 'question')}>${words(block)}</p>`,
  quote: (block) => `<blockquote${open(block)}><p>${words(block)}</p></blockquote>`,
  'pull-quote': (block, publication) => {
    const [before, after] = exportWords(publication.language).quotes;
    return `<aside${open(block, 'pull')}><p>${before}${words(block)}${after}</p></aside>`;
  },
  figure,
  table,
  'fixed-text': (block) => `<p${open(block, 'fixed')}>${words(block)}</p>`,
};

/** The body in order. */
export function blocks(body: readonly PubBlock[], publication: Publication): string {
  const out: string[] = [];
  for (let at = 0; at < body.length; ) {
    const block = body[at];
    if (block === undefined) break;
    if (isList(block)) {
      const run = listRun(body, at);
      out.push(list(run));
      at += run.length;
    } else {
      out.push(make(block, publication));
      at += 1;
    }
  }
  return out.join('\n');
}

function make<T extends PlainType>(block: Of<T>, publication: Publication): string {
  return (makers[(block as PubBlock).type as T] as Maker<T>)(block, publication);
}

function isList(block: PubBlock | undefined): block is ListBlock {
  return block?.type === 'bullet' || block?.type === 'subitem';
}

/** Neighbours that make one list: of one type, and no sub-item that starts to count anew at the first level. */
function listRun(body: readonly PubBlock[], from: number): ListBlock[] {
  const run: ListBlock[] = [];
  for (const block of body.slice(from)) {
    if (!isList(block) || (run[0] !== undefined && block.type !== run[0].type)) break;
    if (run.length > 0 && block.type === 'subitem' && block.level === 1 && block.restart) break;
    run.push(block);
  }
  return run;
}

function list(run: readonly ListBlock[], level = 1): string {
  const tag = run[0]?.type === 'bullet' ? 'ul' : 'ol';
  const items: string[] = [];
  for (let at = 0; at < run.length; ) {
    const block = run[at];
    if (block === undefined) break;
    const own = block.level <= level;
    const from = own ? at + 1 : at;
    const next = run.findIndex((other, n) => n >= from && other.level <= level);
    const end = next < 0 ? run.length : next;
    const inner = end > from ? list(run.slice(from, end), level + 1) : '';
    items.push(own ? `<li${open(block)}>${item(block)}${inner}</li>` : `<li class="bare">${inner}</li>`);
    at = end;
  }
  return `<${tag} class="${tag === 'ol' ? 'subitems' : 'bullets'}">\n${items.join('\n')}\n</${tag}>`;
}

function item(block: ListBlock): string {
  return block.type === 'bullet' ? words(block) : `<span class="number">${escapeHtml(block.label)}</span> ${words(block)}`;
}

function open(block: PubBlock, name = ''): string {
  return ` id="${escapeHtml(block.anchor)}"${name === '' ? '' : ` class="${name}"`}${block.lang === undefined ? '' : ` lang="${escapeHtml(block.lang)}"`}`;
}

function words(block: Exclude<PubBlock, { type: 'table' }>): string {
  return `${portion(block)}${inlines(block.content)}`;
}

function portion(block: PubBlock): string {
  return block.portion === undefined ? '' : `<span class="portion">${escapeHtml(block.portion)}</span> `;
}

function figure(block: Of<'figure'>, publication: Publication): string {
  const asset = publication.assets[block.asset];
  const picture = asset === undefined ? '' : `<img src="data:${asset.mime};base64,${asset.base64}" alt="${escapeHtml(block.alt)}">`;
  const label = block.label === '' ? '' : `<span class="label">${escapeHtml(block.label)}.</span> `;
  const credit = block.credit === '' ? '' : ` <span class="credit">${escapeHtml(block.credit)}</span>`;
  return `<figure${open(block)}>${picture}<figcaption>${label}${words(block)}${credit}</figcaption></figure>`;
}

function table(block: Of<'table'>): string {
  const label = block.label === '' ? '' : `<span class="label">${escapeHtml(block.label)}.</span> `;
  const caption = block.caption === undefined && label === '' ? '' : `<caption>${label}${portion(block)}${escapeHtml(block.caption ?? '')}</caption>`;
  const row = (cells: readonly Parameters<typeof inlines>[0][], head: boolean) =>
    `<tr>${cells.map((cell) => (head ? `<th scope="col">${inlines(cell)}</th>` : `<td>${inlines(cell)}</td>`)).join('')}</tr>`;
  const head = block.rows.slice(0, block.headerRows).map((cells) => row(cells, true));
  const rows = block.rows.slice(block.headerRows).map((cells) => row(cells, false));
  return `<div class="table"><table${open(block)}>${caption}${head.length > 0 ? `<thead>${head.join('')}</thead>` : ''}<tbody>${rows.join('')}</tbody></table></div>`;
}
