/** Publication → one self-contained, accessible HTML file: inline style, pictures as data, no script, nothing loaded. */
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Matter, PubBlock, Publication } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import { blocks } from './blocks.ts';
import { css } from './css.ts';
import { escapeHtml, inlines } from './inline.ts';

/** The whole file as text. A policy in its head forbids every request and script, whatever stands in the text. */
export function toHtml(publication: Publication, house: HouseStyle): string {
  const body = [
    `<a class="skip" href="#text">${escapeHtml(publication.title)}</a>`,
    marking(publication),
    `<header class="cover">${publication.front.map((matter) => front(matter, publication)).join('\n')}</header>`,
    contents(publication),
    `<main id="text">\n${blocks(publication.body, publication)}\n${notes(publication)}</main>`,
    publication.back.length === 0 ? '' : `<footer>${publication.back.map((matter) => piece(matter, publication)).join('\n')}</footer>`,
    marking(publication),
  ];
  return `<!DOCTYPE html>
<html lang="${escapeHtml(publication.language)}" dir="${publication.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(publication.title)}</title>
<style>
${css(house)}
</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

function marking({ marking: mark, copy, language }: Publication): string {
  const number = copy === null ? '' : `<br>${escapeHtml(exportWords(language).copy(copy.number, copy.of))}`;
  return mark?.printed ? `<p class="marking ${mark.tone}">${escapeHtml(mark.banner)}${number}</p>` : '';
}

/** The title is the page's one first-level heading. */
function front(matter: Matter, publication: Publication): string {
  if (matter.role === 'contents') return '';
  return matter.role === 'title' ? matter.lines.map((line) => `<h1>${escapeHtml(line)}</h1>`).join('') : piece(matter, publication);
}

function piece(matter: Matter, publication: Publication): string {
  if (matter.role === 'meta') return `<dl class="meta"><dt>${escapeHtml(matter.label ?? '')}</dt><dd>${matter.lines.map(escapeHtml).join('<br>')}</dd></dl>`;
  if (matter.role === 'logos') return `<p>${(matter.assets ?? []).map((id) => logo(id, publication)).join('')}</p>`;
  const name = matter.role === 'fixed-text' ? 'disclaimer' : matter.role;
  const label = matter.label === undefined ? '' : `<p class="coverlabel">${escapeHtml(matter.label)}</p>`;
  return label + matter.lines.map((line) => `<p class="${name}">${escapeHtml(line)}</p>`).join('');
}

function logo(id: string, { assets }: Publication): string {
  const asset = assets[id];
  return asset === undefined ? '' : `<img src="data:${asset.mime};base64,${asset.base64}" alt="${escapeHtml(asset.alt)}">`;
}

function contents(publication: Publication): string {
  const matter = publication.front.find((piece) => piece.role === 'contents');
  const headings = publication.body.filter((block) => block.type === 'heading').filter((block) => block.level <= 2);
  if (matter === undefined || headings.length === 0) return '';
  const title = escapeHtml(matter.label ?? exportWords(publication.language).contents);
  const groups: string[] = [];
  for (const [n, heading] of headings.entries()) {
    if (heading.level === 2 && n > 0) continue;
    const next = headings.findIndex((other, at) => at > n && other.level === 1);
    const inner = headings.slice(n + 1, next < 0 ? undefined : next).map((sub) => `<li>${entry(sub)}</li>`);
    groups.push(`<li>${entry(heading)}${inner.length > 0 ? `<ol>${inner.join('')}</ol>` : ''}</li>`);
  }
  return `<nav class="cover" aria-label="${title}"><h2>${title}</h2><ol>${groups.join('\n')}</ol></nav>`;
}

function entry(heading: Extract<PubBlock, { type: 'heading' }>): string {
  const text = heading.content.map((run) => ('note' in run ? '' : escapeHtml(run.text))).join('');
  return `<a href="#${escapeHtml(heading.anchor)}">${heading.label === undefined ? '' : `${escapeHtml(heading.label)} `}${text}</a>`;
}

function notes(publication: Publication): string {
  if (publication.notes.length === 0) return '';
  const title = exportWords(publication.language).notes;
  const items = publication.notes.map(
    (note) =>
      `<li id="note-${note.number}" value="${note.number}">${inlines(note.content)} <a href="#noteref-${note.number}" role="doc-backlink" aria-label="${note.number}">↩</a></li>`,
  );
  return `<section class="notes" role="doc-endnotes" aria-label="${escapeHtml(title)}"><ol>${items.join('\n')}</ol></section>\n`;
}
