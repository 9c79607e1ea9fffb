/** Paste: only the schema's blocks come out, whatever goes in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasteBlocks } from '../../electron/import/paste/paste.ts';
import { plain } from '../../shared/document/text.ts';
import { Block } from '../../shared/document/tree.ts';

const ids = () => {
  let count = 0;
  return () => `x${++count}`;
};
const paste = (html: string) => {
  const result = pasteBlocks({ html }, ids());
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const kinds = (html: string) => paste(html).blocks.map((block) => [block.type, plain(block)]);

describe('the web', () => {
  it('headings, lists in lists, quotes and tables', () => {
    expect(kinds('<h2>Title</h2><p>One <b>bold</b></p><ul><li>a<ul><li>b</li></ul></li></ul><ol><li>n</li></ol><blockquote>q</blockquote>')).toEqual([
      ['heading', 'Title'],
      ['paragraph', 'One bold'],
      ['bullet', 'a'],
      ['bullet', 'b'],
      ['numbered', 'n'],
      ['quote', 'q'],
    ]);
    const [table] = paste('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>').blocks;
    expect(table).toMatchObject({ type: 'table', headerRows: 1 });
  });
  it('links keep to allowed schemes; scripts, pictures and styles are left out and told', () => {
    const { blocks, dropped } = paste(
      '<p><a href="https://a.example">good</a> <a href="javascript:alert(1)">bad</a><script>x()</script><img src=x onerror=y></p><style>p{}</style>',
    );
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|onerror|x\(\)/);
    expect(blocks[0]).toMatchObject({ children: [{ text: '' }, { type: 'link', url: 'https://a.example' }, { text: ' bad' }] });
    expect(dropped.sort()).toEqual(['link to a place that reports may not point to', 'picture', 'script']);
  });
});

describe('Word', () => {
  const item = (level: number, sign: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${sign}<span>&nbsp; </span></span></span><![endif]>${text}</p>`;
  it('list paragraphs become bullets, numbers and sub-items without their typed signs', () => {
    expect(kinds(item(1, '·', 'First') + item(2, 'o', 'Deeper') + item(1, '1.', 'Numbered') + item(2, 'ii.', 'Sub'))).toEqual([
      ['bullet', 'First'],
      ['bullet', 'Deeper'],
      ['numbered', 'Numbered'],
      ['subitem', 'Sub'],
    ]);
  });
  it('footnotes stand where their marks stood', () => {
    const html = `<html><body><p>Text<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> more.</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1">[1]</a> The note.</p></div></div></body></html>`;
    expect(paste(html).blocks).toMatchObject([
      { type: 'paragraph', children: [{ text: 'Text' }, { type: 'footnote', children: [{ text: 'The note.' }] }, { text: ' more.' }] },
    ]);
    expect(paste(html).blocks).toHaveLength(1);
  });
});

it('text: blank lines part paragraphs, typed signs become lists', () => {
  const result = pasteBlocks({ text: '1. One\n\n- two\n- three\n\nplain\nwrapped' }, ids());
  expect(result.ok && result.value.blocks.map(({ type }) => type)).toEqual(['numbered', 'bullet', 'bullet', 'paragraph']);
});

describe('[SAF-PST-1] whatever is pasted', () => {
  const tags = [
    'p',
    'b',
    'a href="https://x.example"',
    'a href="data:x"',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'h1',
    'div',
    'span style="font-weight:700"',
    'svg',
    'script',
    'sup',
    'blockquote',
  ];
  const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 6 },
      fc.stringMatching(/^[a-zé 1-9.&;<-]{0,12}$/),
      fc
        .tuple(fc.constantFrom(...tags), fc.array(tie('node'), { maxLength: 4 }))
        .map(([tag, children]) => `<${tag}>${children.join('')}</${tag.split(' ')[0]}>`),
    ),
  })).node;
  it('gives blocks of the schema with ids that stand once', () => {
    fc.assert(
      fc.property(tree, (html) => {
        const { blocks } = paste(html);
        for (const block of blocks) expect(Block.safeParse(block).success).toBe(true);
        const all = JSON.stringify(blocks).match(/"id":"[^"]*"/g) ?? [];
        expect(new Set(all).size).toBe(all.length);
        expect(JSON.stringify(blocks)).not.toMatch(/"url":"(?!https?:|mailto:)/);
      }),
      { numRuns: 300 },
    );
  });
  it('refuses what nests beyond measure', () => {
    expect(pasteBlocks({ html: `${'<div>'.repeat(3000)}x` }, ids())).toMatchObject({ ok: false, error: { code: 'input/too-large' } });
  });
});
