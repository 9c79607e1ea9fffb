import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/export/compare/compare.ts';
import { compareContent, type Piece } from '../../renderer/export/compare/pieces.ts';
import { compareViews } from '../../renderer/export/compare/views.ts';
import { countsOf } from '../../renderer/strings/changes.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, inlinesOf, isSection } from '../../shared/document/text.ts';
import type { Block, Inline, Section } from '../../shared/document/tree.ts';
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
const notesOf = (block: Block): { id: string; text: string }[] =>
  inlinesOf(block).flatMap((inline) =>
    'type' in inline && inline.type === 'footnote'
      ? [{ id: inline.id, text: inline.children.map((child) => ('text' in child ? child.text : '')).join('') }]
      : [],
  );
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
    expect(kinds(result.rows)).toEqual(['matter', 'unchanged', 'matter']);
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

  it('[CHG-10] notes go with their paragraph and stand behind it; other notes with new numbers are no difference', () => {
    const draft = sample('conference');
    const noted = [...blocksOf(draft.body)].map(({ block }) => block).filter((block) => notesOf(block).length > 0);
    const [first] = noted;
    const kept = noted.slice(1).flatMap(notesOf);
    expect(kept.length).toBeGreaterThan(0);
    const hidden = withBlocks(draft, (block) => (block.id === first?.id ? { ...block, withheld: true } : block));
    const result = compared(hidden, { audience: null }, { audience: draft.audience });
    expect([result.withheld, result.notesWithheld]).toEqual([1, first === undefined ? 0 : notesOf(first).length]);
    const at = result.rows.findIndex(({ id }) => id === first?.id);
    expect(result.rows[at + 1]).toMatchObject({ kind: 'withheld', part: 'note', label: '1' });
    expect(JSON.stringify(result.rows[at + 1])).toContain(first === undefined ? '' : (notesOf(first)[0]?.text.slice(0, 12) ?? ''));
    expect(result.rows.filter(({ id }) => kept.some((note) => id === `note ${note.id}`))).toEqual([]);
    expect(countsOf(result)).toMatch(/^1 paragraph withheld, 1 note withheld/);
    const back = compared(hidden, { audience: draft.audience }, { audience: null });
    expect([back.notesWithheld, back.notesAdded]).toEqual([0, 1]);
  });

  it('[CHG-11] a note that refers to a withheld paragraph reads differently', () => {
    const draft = sample('conference');
    const [target, source] = said(draft).filter(({ type }) => type === 'numbered');
    if (target === undefined || source === undefined) throw new Error('no paragraphs');
    const note: Inline = {
      type: 'footnote',
      id: 'n-new',
      children: [{ text: 'See ' }, { type: 'cross-ref', target: target.id, children: [{ text: '' }] }, { text: '.' }],
    };
    const hidden = withBlocks(draft, (block) => {
      if (block.id === target.id) return { ...block, withheld: true };
      return block.id === source.id && block.type === 'numbered' ? { ...block, children: [...block.children, note] } : block;
    });
    const row = compared(hidden, { audience: null }, { audience: draft.audience }).rows.find(({ id }) => id === 'note n-new');
    expect(row).toMatchObject({ kind: 'changed', part: 'note' });
    expect(row?.kind === 'changed' ? words(row.pieces, 'new') : '').toBe('See a part not included here.');
  });

  it('[CHG-12] the title page: every line of it is told as issued, and a numbered copy adds its recipient', () => {
    const draft = sample('briefing');
    const numbered = library.templates.get('briefing')?.audiences.find((audience) => audience.numbered)?.id ?? '';
    const result = compared(draft, { audience: null }, { audience: numbered, recipient: 'Permanent Mission of Ardane' });
    const added = result.rows.filter((row) => row.kind === 'added' && row.part === 'front');
    expect(JSON.stringify(added)).toContain('Permanent Mission of Ardane');
    expect(result.matter).toBe(1);
    expect(countsOf(result)).toContain('the title page or the last page differs');
    const issued = publish(draft, library, { audience: numbered });
    if (!issued.ok) throw new Error('not published');
    const told = result.rows.flatMap((row) => (row.kind === 'matter' && row.part === 'front' ? row.lines : [])).join('\n');
    const lines = issued.value.publication.front.flatMap((matter) => matter.lines);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => !told.includes(line))).toEqual([]);
  });

  it('[CHG-13] host and day under a withheld part go with it', () => {
    const draft = sample('dialogues');
    const part = draft.body.find((section) => section.fields?.['host'] !== undefined);
    if (part === undefined) throw new Error('no host');
    const hidden: Draft = { ...draft, body: draft.body.map((section) => (section.id === part.id ? { ...section, withheld: true } : section)) };
    const { rows } = compared(hidden, { audience: null }, { audience: draft.audience });
    const withheld = rows.flatMap((row) => (row.kind === 'withheld' ? row.pieces.map(({ text }) => text) : [])).join('\n');
    expect(withheld).toContain(String(part.fields?.['host']));
  });

  it('[CHG-9] an audience that the form does not have is a failure, not an empty comparison', () => {
    const draft = sample('roundtable');
    expect(compareViews(material(draft), { audience: null }, { audience: 'nobody' })).toMatchObject({ ok: false, error: { code: 'input/invalid' } });
  });
});
