/** Runs as HTML. Everything typed is escaped; only the marks of the Publication become elements. */
import type { PubInline, Run } from '../../../shared/publication/publication.ts';

/** Escapes text for element content and attribute values. */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Inlines of one block. */
export function inlines(content: readonly PubInline[]): string {
  return content.map((inline) => ('note' in inline ? noteMark(inline.note) : run(inline))).join('');
}

function noteMark(note: number): string {
  return `<a class="note" role="doc-noteref" id="noteref-${note}" href="#note-${note}"><sup>${note}</sup></a>`;
}

function run(inline: Run): string {
  let html = escapeHtml(inline.text).replaceAll('\n', '<br>');
  const wrap = (wanted: unknown, tag: string) => {
    if (wanted) html = `<${tag}>${html}</${tag}>`;
  };
  wrap(inline.superscript, 'sup');
  wrap(inline.subscript, 'sub');
  wrap(inline.underline, 'u');
  wrap(inline.italic, 'em');
  wrap(inline.bold, 'strong');
  if (inline.lang !== undefined) html = `<span lang="${escapeHtml(inline.lang)}">${html}</span>`;
  if (inline.href !== undefined) return `<a href="${escapeHtml(inline.href)}">${html}</a>`;
  return inline.target === undefined ? html : `<a class="ref" href="#${escapeHtml(inline.target)}">${html}</a>`;
}
