/** The journal: nothing is called saved before the core answered, nothing is dropped, and the order stays. */
import { describe, expect, it } from 'vitest';
import { type Change, Journal } from '../../renderer/draft/model/journal.ts';
import { fail, ok, type Result } from '../../shared/contract/result.ts';

type Append = (input: { id: string; after: number; change: Change }) => Promise<Result<{ sequence: number; savedMs: number }>>;

const soon = { quiet: 1, longest: 5, again: 1 };
const typed = (text: string) => ({ type: 'insert_text', path: [0, 0], offset: 0, text });
const words = (changes: readonly Change[]) => changes.flatMap((change) => (change.operations ?? []).map((operation) => (operation as { text?: string }).text));

/** An archive of one draft: keeps what it is given in order, and refuses what is not made on its newest sequence. */
function archive(trouble: (time: number) => Result<never> | null = () => null) {
  const kept: Change[] = [];
  let times = 0;
  const append: Append = async ({ after, change }) => {
    times += 1;
    await Promise.resolve();
    const failed = trouble(times);
    if (failed) return failed;
    if (after !== kept.length) return fail('archive/stale-revision', { newest: kept.length });
    kept.push(structuredClone(change));
    return ok({ sequence: kept.length, savedMs: 1_700_000_000_000 + kept.length });
  };
  return { kept, client: { 'draft.append': append } };
}

describe('journal', () => {
  it('[JRN-1] is saved only after the answer, and says since when', async () => {
    const { kept, client } = archive();
    const journal = new Journal(client, 'd', 0, soon);
    journal.addOperations([typed('a')]);
    journal.addOperations([typed('b')]);
    expect(journal.state.get()).toEqual({ kind: 'saved', atMs: null });
    const writing = journal.flush();
    expect(journal.state.get().kind).toBe('saving');
    expect(journal.pending).toBe(true);
    await writing;
    expect(words(kept)).toEqual(['a', 'b']);
    expect(journal.state.get()).toEqual({ kind: 'saved', atMs: 1_700_000_000_001 });
    expect(journal.pending).toBe(false);
  });

  it('[JRN-2] keeps what failed in line, before what came later, and tries again by itself', async () => {
    const { kept, client } = archive((time) => (time <= 3 ? fail('archive/disk-full') : null));
    const journal = new Journal(client, 'd', 0, soon);
    journal.addOperations([typed('a')]);
    await journal.flush();
    expect(journal.state.get().kind).toBe('failed');
    journal.addOperations([typed('b')]);
    journal.addParts({ rule: 'named' });
    journal.addOperations([typed('c')]);
    await expect.poll(() => journal.state.get().kind).toBe('saved');
    expect(words(kept)).toEqual(['a', 'b', 'c']);
    expect(kept.filter((change) => change.set !== undefined).length).toBe(1);
  });

  it('[JRN-3] stops where somebody else saved, and keeps its own', async () => {
    const { kept, client } = archive();
    const one = new Journal(client, 'd', 0, soon);
    const two = new Journal(client, 'd', 0, soon);
    one.addOperations([typed('one')]);
    await one.flush();
    two.addOperations([typed('two')]);
    await two.flush();
    expect(two.state.get()).toMatchObject({ kind: 'apart', code: 'archive/stale-revision' });
    expect(two.pending).toBe(true);
    expect(words(kept)).toEqual(['one']);
  });

  it('[JRN-4] repairs made while opening wait for the writer, then go before their change', async () => {
    const { kept, client } = archive();
    const journal = new Journal(client, 'd', 0, soon);
    journal.addOperations([typed('repair')], true);
    await journal.flush();
    expect(kept).toEqual([]);
    expect(journal.pending).toBe(false);
    journal.addOperations([typed('word')]);
    await journal.flush();
    expect(words(kept)).toEqual(['repair', 'word']);
  });

  it('[JRN-5] words typed while one write is on its way go with the next, once each', async () => {
    const { kept, client } = archive();
    const journal = new Journal(client, 'd', 0, soon);
    for (let at = 0; at < 50; at += 1) {
      journal.addOperations([typed(`${at}`)]);
      void journal.flush();
      if (at % 7 === 0) await Promise.resolve();
    }
    await expect.poll(() => journal.pending).toBe(false);
    expect(words(kept)).toEqual(Array.from({ length: 50 }, (_, at) => `${at}`));
  });

  it('[JRN-7] what one journal had to leave another takes up, in order, before anything new', async () => {
    let full = true;
    const { kept, client } = archive(() => (full ? fail('archive/disk-full') : null));
    const one = new Journal(client, 'd', 0, soon);
    one.addOperations([typed('a')]);
    one.addParts({ rule: 'named' });
    await one.flush();
    one.close();
    const { left } = one;
    expect(left).toMatchObject({ sequence: 0, changes: [{ operations: [{ text: 'a' }] }, { set: { rule: 'named' } }] });
    full = false;
    const two = new Journal(client, 'd', left?.sequence ?? -1, soon);
    two.takeUp(left?.changes ?? []);
    two.addOperations([typed('b')]);
    await two.flush();
    expect([words(kept), two.left]).toEqual([['a', 'b'], null]);
  });
});
