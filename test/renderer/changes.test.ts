import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/export/compare/compare.ts';
import { compareContent, type Piece } from '../../renderer/export/compare/pieces.ts';
import { compareViews } from '../../renderer/export/compare/views.ts';
import { countsOf } from '../../renderer/strings/changes.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, isSection } from '../../shared/document/text.ts';
import type { Block, Section } from '../../shared/document/tree.ts';
import type { PubInline } from '../../shared/publication/publication.ts';
import { publish } from '../../shared/publication/publish.ts';
import { library, sample } from '../library.ts';

const schemes = [...library.markings.values()];
function material(draft: Draft) {
  const template = library.templates.get(draft.template);
  if (template === undefined) throw new Error(draft.template);
  return { draft, template, schemes };
}
function compared(draft: Draft, before: Parameters<typeof compareViews>[1], after: Parameters<typeof compareViews>[2]) {
  const result = compareViews(material(draft), before, after);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const words = (pieces: readonly Piece[], kind: 'gone' | 'new') =>
  pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map(({ text }) => text)
    .join('');
const kinds = (rows: readonly Row[]) => rows.map(({ kind }) => kind);

/** The sample with some of its blocks changed. */
function withBlocks(draft: Draft, change: (block: Block) => Block): Draft {
  const walk = (section: Section): Section => ({ ...section, children: section.children.map((child) => (isSection(child) ? walk(child) : change(child))) });
  return { ...draft, body: draft.body.map(walk) };
}
const said = (draft: Draft) =>
  [...blocksOf(draft.body)].map(({ block }) => block).filter(({ type }) => type === 'paragraph' || type === 'numbered' || type === 'bullet');

describe('words laid over each other', () => {
  const runs = fc.array(
    fc.record({
      text: fc.constantFrom('One diplomat', ' doubted it', ' ', 'para 6 above', '. Another', '\n'),
      attributed: fc.constantFrom(true as const, undefined),
    }),
    { maxLength: 12 },
  );
  it('[CHG-1] what stays with what goes is the first wording, with what comes the second; nothing is lost', () => {
    fc.assert(
      fc.property(runs, runs, (was, is) => {
        const pieces = compareContent(was, is);
        expect(words(pieces, 'gone')).toBe(was.map(({ text }) => text).join(''));
        expect(words(pieces, 'new')).toBe(is.map(({ text }) => text).join(''));
      }),
    );
  });

  it('[CHG-2] an attribution goes and comes whole, and typed words stay', () => {
    const was: PubInline[] = [{ text: 'a representative of Norland', attributed: true }, { text: ' doubted it.' }];
    const is: PubInline[] = [{ text: 'a participant', attributed: true }, { text: ' doubted it.' }];
    expect(compareContent(was, is)).toEqual([
      { kind: 'gone', text: 'a representative of Norland', attributed: true },
      { kind: 'new', text: 'a participant', attributed: true },
      { kind: 'same', text: ' doubted it.', attributed: false },
    ]);
  });

  it('[CHG-3] typed words: the fewest go and come, those side by side together', () => {
    const pieces = compareContent([{ text: 'see para 6 above, again' }], [{ text: 'see para 5 below, again' }]);
    expect(pieces.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', 'see para '],
      ['gone', '6 above,'],
      ['new', '5 below,'],
      ['same', ' again'],
    ]);
  });
});

describe('what recipients get', () => {
  it('[CHG-4] nothing withheld, the same rule: one line, and the words say so', () => {
    const draft = sample('roundtable');
    const result = compared(draft, { audience: null }, { audience: draft.audience });
    expect(kinds(result.rows)).toEqual(['unchanged']);
    expect(countsOf(result)).toBe('No difference: every word is the same.');
  });

  it('[CHG-5] withheld paragraphs are listed whole, in order, and counted; neighbours are told as unchanged', () => {
    const draft = sample('roundtable');
    const chosen = said(draft).slice(2, 4);
    const hidden = withBlocks(draft, (block) => (chosen.some(({ id }) => id === block.id) ? { ...block, withheld: true } : block));
    const result = compared(hidden, { audience: null }, { audience: draft.audience });
    expect(result.withheld).toBe(2);
    const shown = result.rows.filter((row) => row.kind === 'withheld');
    expect(shown.map(({ id }) => id)).toEqual(chosen.map(({ id }) => id));
    expect(shown.every(({ pieces }) => pieces.every(({ kind }) => kind === 'gone'))).toBe(true);
    expect(countsOf(result)).toMatch(/^2 paragraphs withheld/);
    expect(kinds(result.rows)).toContain('unchanged');
  });

  it('[CHG-6] the other way round the same paragraphs come in addition', () => {
    const draft = sample('roundtable');
    const [first] = said(draft);
    const hidden = withBlocks(draft, (block) => (block.id === first?.id ? { ...block, withheld: true } : block));
    const result = compared(hidden, { audience: draft.audience }, { audience: null });
    expect([result.withheld, result.added]).toEqual([0, 1]);
  });

  it.each(['roundtable', 'dialogues'])(
    '[CHG-7] %s by affiliation against no attribution: attributions differ, and the new words are those published',
    (form) => {
      const draft: Draft = { ...sample(form), rule: 'unattributed' };
      const result = compared(draft, { audience: null, rule: 'affiliation' }, { audience: draft.audience });
      expect(result.attributions).toBeGreaterThan(3);
      expect([result.withheld, result.added]).toEqual([0, 0]);
      const published = publish(draft, library);
      if (!published.ok) throw new Error('not published');
      const byId = new Map(published.value.publication.body.map((block) => [published.value.origins.get(block.anchor), block]));
      for (const row of result.rows) {
        if (row.kind !== 'changed') continue;
        const block = byId.get(row.id);
        const issued = block !== undefined && block.type !== 'table' ? block.content.map((inline) => ('text' in inline ? inline.text : '')).join('') : '';
        expect(words(row.pieces, 'new')).toBe(issued);
      }
    },
  );

  it('[CHG-8] names stand in what goes only, and only where they were asked for', () => {
    const draft: Draft = { ...sample('dialogues'), rule: 'chatham-house' };
    const result = compared(draft, { audience: null, rule: 'names' }, { audience: draft.audience });
    const text = (kind: Piece['kind'][]) =>
      JSON.stringify(result.rows.flatMap((row) => ('pieces' in row ? row.pieces.filter((piece) => kind.includes(piece.kind)) : [])));
    const names = draft.people.map(({ name }) => name).filter((name) => text(['gone']).includes(name));
    expect(names.length).toBeGreaterThan(0);
    expect(draft.people.filter(({ name }) => text(['new', 'same']).includes(name))).toEqual([]);
  });

  it('[CHG-9] an audience that the form does not have is a failure, not an empty comparison', () => {
    const draft = sample('roundtable');
    expect(compareViews(material(draft), { audience: null }, { audience: 'nobody' })).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });
});
