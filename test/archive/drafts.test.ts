import fc from 'fast-check';
import { createEditor, type Descendant, type Operation } from 'slate';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/archive/db.ts';
import { applyChange } from '../../electron/archive/journal.ts';
import { unlockHeader } from '../../electron/archive/key/header.ts';
import type { Draft } from '../../shared/document/draft.ts';
import { code, draft, newArchive, passphrase, people, tryOpen, typing, value } from './world.ts';

const textOf = (state: Draft, block: number) => JSON.stringify(state.body[0]?.children[block]);

describe('journal', () => {
  it('[JRN-1] a draft opens as it was created, with register and pictures', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    expect(value(archive.drafts.open(id))).toEqual({ draft: draft(), revision: 1, sequence: 0 });
    expect(code(archive.drafts.open('none'))).toBe('draft/not-found');
  });

  it('[JRN-2] every acknowledged change is there after reopening, whether folded or not, and in between', async () => {
    const { archive, folder } = await newArchive();
    const { id } = value(archive.drafts.create(draft(['a', 'b'])));
    value(archive.drafts.append(id, 0, { operations: typing(0, 1, 'bc') }));
    expect(value(archive.drafts.checkpoint(id))).toEqual({ revision: 2 });
    expect(value(archive.drafts.checkpoint(id))).toEqual({ revision: 2 });
    value(archive.drafts.append(id, 1, { operations: typing(0, 3, 'de') }));
    value(archive.drafts.append(id, 2, { operations: [], set: { fields: { title: 'Renamed' }, rule: 'unattributed' } }));
    const before = value(archive.drafts.open(id));
    value(archive.close());
    const again = value(await tryOpen(folder));
    expect(value(again.drafts.open(id)).draft).toEqual(before.draft);
    expect(before.draft).toMatchObject({ rule: 'unattributed', fields: { title: 'Renamed' } });
    expect(textOf(before.draft, 0)).toContain('abcde');
    expect(value(again.drafts.revisions(id)).map(({ no, aside }) => [no, aside])).toEqual([
      [3, false],
      [2, false],
      [1, false],
    ]);
    expect(value(again.drafts.revision(id, 1))).toEqual(draft(['a', 'b']));
    expect(textOf(value(again.drafts.revision(id, 2)), 0)).toContain('abc');
  });

  it('[JRN-3] it folds by itself, so that opening never replays more than 400 changes', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft([''])));
    for (let at = 0; at < 401; at++) value(archive.drafts.append(id, at, { operations: typing(0, at, 'x') }));
    const [newest] = value(archive.drafts.revisions(id));
    expect(newest).toMatchObject({ no: 2, words: 7 });
    expect(textOf(value(archive.drafts.open(id)).draft, 0)).toContain(`"${'x'.repeat(401)}"`);
  });

  it('[JRN-4] operations that do not fit are refused and write nothing', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    const nowhere = [...typing(0, 0, 'ok'), { type: 'insert_text', path: [7, 7, 7], offset: 0, text: 'x' }];
    expect(code(archive.drafts.append(id, 0, { operations: nowhere }))).toBe('draft/invalid');
    expect(value(archive.drafts.open(id))).toEqual({ draft: draft(), revision: 1, sequence: 0 });
  });

  it('[JRN-5] replaying equals what Slate’s own editor makes of the same operations', async () => {
    const seed = Date.now() % 2 ** 31;
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft(['one', 'two', 'three'])));
    const editor = createEditor();
    editor.normalizeNode = () => undefined;
    editor.children = structuredClone(draft(['one', 'two', 'three']).body) as unknown as Descendant[];
    let sequence = 0;
    fc.assert(
      fc.property(fc.array(anyOperation, { minLength: 1, maxLength: 6 }), (wishes) => {
        const operations: Operation[] = [];
        for (const wish of wishes) {
          const operation = fitted(editor.children as unknown as Draft['body'], wish);
          operations.push(operation);
          editor.apply(operation);
        }
        sequence = value(archive.drafts.append(id, sequence, { operations: structuredClone(operations) as { type: string }[] })).sequence;
        expect(value(archive.drafts.open(id)).draft.body).toEqual(editor.children);
      }),
      { numRuns: 120, seed },
    );
    // From the first revision, without what stays in memory.
    const first = value(archive.drafts.revision(id, 1));
    expect(value(archive.drafts.open(id)).sequence).toBe(sequence);
    expect(first.body).not.toEqual(editor.children);
    value(archive.close());
  });

  it('[JRN-6] the sender may ask again: the same change on the same state is written once', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    const change = { operations: typing(0, 0, 'Once '), set: { people: [...draft().people] } };
    expect(value(archive.drafts.append(id, 0, change)).sequence).toBe(1);
    expect(value(archive.drafts.append(id, 0, change)).sequence).toBe(1);
    expect(textOf(value(archive.drafts.open(id)).draft, 0).match(/Once/g)).toHaveLength(1);
    expect(value(archive.drafts.revisions(id))).toHaveLength(1);
  });

  it('[JRN-7] applying a change leaves the draft it was given untouched', () => {
    const before = draft();
    const frozen = structuredClone(before);
    value(applyChange(before, { operations: typing(0, 0, 'x'), set: { k: 5 } }));
    expect(before).toEqual(frozen);
  });
});

interface Wish {
  readonly kind: 'insert' | 'remove' | 'split' | 'node' | 'set' | 'drop';
  readonly at: number;
  readonly offset: number;
  readonly text: string;
}
const anyOperation: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'remove', 'split', 'node', 'set', 'drop'),
  at: fc.nat(50),
  offset: fc.nat(50),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
});

/** A wish made into an operation that fits the body as it is now. */
function fitted(body: Draft['body'], wish: Wish): Operation {
  const blocks = body[0]?.children ?? [];
  const index = wish.at % blocks.length;
  const block = blocks[index];
  const leaf = block !== undefined && 'children' in block ? (block.children[0] as { text?: string } | undefined) : undefined;
  const text = leaf?.text ?? '';
  const offset = wish.offset % (text.length + 1);
  if (wish.kind === 'node')
    return {
      type: 'insert_node',
      path: [0, index],
      node: { type: 'bullet', id: `n${wish.text}`, level: 1, children: [{ text: wish.text }] } as unknown as Descendant,
    };
  if (wish.kind === 'set') return { type: 'set_node', path: [0, index], properties: {}, newProperties: { withheld: true } as object };
  if (wish.kind === 'drop' && blocks.length > 2) return { type: 'remove_node', path: [0, index], node: block as unknown as Descendant };
  if (wish.kind === 'remove') return { type: 'remove_text', path: [0, index, 0], offset, text: text.slice(offset, offset + 3) };
  if (wish.kind === 'split' && leaf?.text !== undefined) return { type: 'split_node', path: [0, index, 0], position: offset, properties: {} };
  return { type: 'insert_text', path: [0, index, 0], offset, text: wish.text };
}

describe('two who write', () => {
  it('[STALE-1] a change on an older state is kept beside the newer one; nothing is merged unasked', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft(['start', 'b'])));
    value(archive.drafts.append(id, 0, { operations: typing(0, 5, ' mine') }));
    const late = { operations: typing(0, 5, ' yours'), set: { people: [] } };
    const stale = archive.drafts.append(id, 0, late);
    expect(stale).toMatchObject({ ok: false, error: { code: 'archive/stale-revision', detail: { newest: 1, kept: 2 } } });
    expect(code(archive.drafts.append(id, 0, late))).toBe('archive/stale-revision');
    expect(textOf(value(archive.drafts.open(id)).draft, 0)).toContain('start mine');
    const rows = value(archive.drafts.revisions(id));
    expect(rows.filter(({ aside }) => aside)).toHaveLength(1);
    const kept = value(archive.drafts.revision(id, 2));
    expect(textOf(kept, 0)).toContain('start yours');
    expect(kept.people).toEqual([]);
    expect(value(archive.drafts.open(id)).draft.people).toHaveLength(2);
  });

  it('[STALE-2] replacing a whole draft: on the newest state it is a change, on an older one an aside', async () => {
    const { archive, folder } = await newArchive();
    const { id } = value(archive.drafts.create(draft(['one'])));
    expect(value(archive.drafts.replace(id, 0, draft(['two']))).sequence).toBe(1);
    expect(code(archive.drafts.replace(id, 0, draft(['three'])))).toBe('archive/stale-revision');
    value(archive.drafts.append(id, 1, { operations: typing(0, 3, '!') }));
    value(archive.close());
    const again = value(await tryOpen(folder));
    expect(textOf(value(again.drafts.open(id)).draft, 0)).toContain('two!');
    expect(value(again.drafts.revisions(id)).map(({ no, aside }) => [no, aside])).toEqual([
      [4, false],
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(textOf(value(again.drafts.revision(id, 3)), 0)).toContain('three');
  });

  it('[STALE-3] a change on a state that this archive never had is told, not guessed', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    const ahead = archive.drafts.append(id, 7, { operations: typing(40, 0, 'x') });
    expect(code(ahead)).not.toBe('ok');
    expect(value(archive.drafts.open(id)).draft).toEqual(draft());
  });
});

describe('clock', () => {
  it('[CLK-1] order follows the sequence when the clock jumps back by years', async () => {
    const { archive, environment, folder } = await newArchive();
    const { id } = value(archive.drafts.create(draft([''])));
    for (const [at, ms] of [Date.UTC(2026, 1, 1), Date.UTC(1999, 0, 1), Date.UTC(2040, 0, 1), 5].entries()) {
      environment.setMs(ms);
      value(
        archive.drafts.append(id, at, {
          operations: typing(0, at, String(at)),
          set: { people: [{ ...people[0], aliases: [], notes: [], name: `Person ${at}`, consent: 'none' }] },
        }),
      );
      if (at === 2) value(archive.drafts.checkpoint(id));
    }
    value(archive.close());
    const again = value(await tryOpen(folder));
    const { draft: state, sequence } = value(again.drafts.open(id));
    expect([textOf(state, 0).includes('"0123"'), sequence, state.people[0]?.name]).toEqual([true, 4, 'Person 3']);
  });

  it('[CLK-2] the trash is kept 90 days; one jump of the clock deletes nothing', async () => {
    const { archive, environment } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    value(archive.drafts.trash(id));
    expect(code(archive.drafts.open(id))).toBe('draft/not-found');
    expect(value(archive.drafts.list(true)).map((row) => row.id)).toEqual([id]);
    value(archive.flush());
    environment.setMs(Date.UTC(2060, 0, 1));
    value(archive.flush());
    expect(value(archive.drafts.list(true))).toHaveLength(1);
    value(archive.drafts.untrash(id));
    expect(value(archive.drafts.open(id)).draft).toEqual(draft());
    value(archive.drafts.trash(id));
    environment.setMs(Date.UTC(2060, 0, 5));
    value(archive.flush());
    environment.setMs(Date.UTC(2060, 6, 1));
    value(archive.flush());
    expect(value(archive.drafts.list(true))).toHaveLength(1);
    environment.setMs(Date.UTC(2060, 6, 3));
    value(archive.flush());
    expect(value(archive.drafts.list(true))).toHaveLength(0);
    expect(code(archive.drafts.revision(id, 1))).toBe('draft/not-found');
  });
});

describe('the list', () => {
  it('[LIST-1] a note is remembered until the draft changes', async () => {
    const { archive } = await newArchive();
    const { id } = value(archive.drafts.create(draft()));
    expect(value(archive.drafts.list(false))).toMatchObject([{ id, note: null, sequence: 0 }]);
    value(archive.drafts.remember(id, 0, { title: 'A meeting' }));
    expect(value(archive.drafts.list(false))).toMatchObject([{ note: { title: 'A meeting' } }]);
    value(archive.drafts.append(id, 0, { operations: typing(0, 0, 'x') }));
    expect(value(archive.drafts.list(false))).toMatchObject([{ note: null, sequence: 1 }]);
  });
});

it('[REG-1] no row of a draft holds a person: register, journal and revisions are apart', async () => {
  const { archive, folder } = await newArchive();
  const { id } = value(archive.drafts.create(draft()));
  const renamed = draft().people.map((person) => ({ ...person, name: 'Hubertine Vosswinkel' }));
  value(archive.drafts.append(id, 0, { operations: [], set: { people: renamed } }));
  value(archive.close());
  const { dataKey } = value(await unlockHeader(folder, { passphrase }));
  const db = value(openDatabase(`${folder}/archive.db`, dataKey, 'existing'));
  const raw = db.serialize().toString('latin1');
  expect(raw).toContain('register_state');
  for (const name of ['Zuberlinde', 'Ormazd', 'Vosswinkel', 'Kestria', 'four doors']) expect(raw.includes(name), name).toBe(false);
  expect(db.prepare('SELECT count(*) FROM register_state').pluck().get()).toBe(2);
  db.close();
});
