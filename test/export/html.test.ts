import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../electron/export/html/index.ts';
import { plain } from '../../electron/export/plain.ts';
import { house, publicationNames, publicationOf } from './publications.ts';

interface Node {
  readonly nodeName: string;
  readonly childNodes?: readonly Node[];
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
}

function walk(node: Node): Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(walk)];
}

function words(node: Node): string {
  return node.nodeName === '#text' ? (node.value ?? '') : node.nodeName === 'style' ? '' : (node.childNodes ?? []).map(words).join('');
}

const attribute = (node: Node, name: string) => node.attrs?.find((own) => own.name === name)?.value;

describe.each(publicationNames)('%s', (name) => {
  const publication = publicationOf(name);
  const html = toHtml(publication, house);
  const nodes = walk(parse(html) as Node);

  it('[HTML-1] holds every word of the text', () => {
    const text = words(nodes[0] as Node).replace(/\s+/g, ' ');
    const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
    for (const block of publication.body) {
      const pieces = block.type === 'table' ? block.rows.flat() : [block.content];
      for (const run of pieces.flat()) if ('text' in run) expect(text).toContain(flat(run.text));
      if (block.type === 'numbered') expect(text).toContain(`${block.label} `);
    }
    for (const note of publication.notes) expect(text).toContain(flat(plain(note.content)));
  });

  it('[HTML-2] stands alone: no script, no request, no handler, no comment', () => {
    expect(nodes.filter((node) => ['script', 'link', 'iframe', 'object', 'embed', 'form', 'base', '#comment'].includes(node.nodeName))).toEqual([]);
    const attributes = nodes.flatMap((node) => (node.attrs ?? []).map((own) => ({ element: node.nodeName, ...own })));
    expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'src' && !value.startsWith('data:image/'))).toEqual([]);
    expect(/url\(|@import/.exec(html)).toBeNull();
  });

  it('[HTML-3] is accessible: language, one first heading, no level skipped, words for pictures, links that lead somewhere', () => {
    expect(attribute(nodes.find((node) => node.nodeName === 'html') as Node, 'lang')).toBe(publication.language);
    const levels = nodes.flatMap((node) => /^h([1-6])$/.exec(node.nodeName)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, n) => n === 0 || level <= (levels[n - 1] ?? 0) + 1)).toBe(true);
    expect(nodes.filter((node) => node.nodeName === 'img' && (attribute(node, 'alt') ?? '') === '')).toEqual([]);
    const ids = nodes.flatMap((node) => attribute(node, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = nodes.flatMap((node) => (node.nodeName === 'a' ? (attribute(node, 'href') ?? '') : [])).filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    expect(nodes.filter((node) => node.nodeName === 'th').every((node) => attribute(node, 'scope') === 'col')).toBe(true);
  });
});

it('[HTML-4] text that looks like markup stays text', () => {
  const evil = '<img src=x onerror=alert(1)> & "quoted" \'single\'';
  const publication = {
    ...publicationOf('conference'),
    title: evil,
    running: evil,
    body: [{ type: 'paragraph' as const, anchor: 'b1', role: 'plain' as const, content: [{ text: evil, lang: '"><script>' }] }],
  };
  const nodes = walk(parse(toHtml(publication, house)) as Node);
  expect(nodes.filter((node) => node.nodeName === 'script' || (node.nodeName === 'img' && attribute(node, 'src') === 'x'))).toEqual([]);
  expect(words(nodes[0] as Node)).toContain(evil);
});

it('[HTML-5] sub-items and deeper bullets are lists inside lists', () => {
  const html = toHtml(publicationOf('briefing'), house);
  expect(html).toMatch(/<li id="b\d+"><span class="number">\(a\)<\/span>[^<]*<ol class="subitems">/);
  expect(toHtml(publicationOf('dialogues'), house)).toMatch(/<ul class="bullets">\s*<li[^>]*>[^<]*<\/li>\s*<li[^>]*>[^<]*<ul class="bullets">/);
});
