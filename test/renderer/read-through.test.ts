/** The statements that only a reader can judge, as a list to go through. */
import { describe, expect, it } from 'vitest';
import { makeFacts } from '../../renderer/draft/model/facts.ts';
import { nextUnread, toRead } from '../../renderer/draft/model/read-through.ts';
import { checkPublication } from '../../shared/guard/guard.ts';
import { publish } from '../../shared/publication/publish.ts';
import { lexicon } from '../guard/lexicon.ts';
import { library, sample } from '../library.ts';

function statementsOf(id: string) {
  const draft = sample(id);
  const published = publish(draft, library);
  const template = library.templates.get(id);
  if (!published.ok || template === undefined) throw new Error(id);
  const { publication, origins } = published.value;
  const findings = checkPublication({ publication, people: draft.people, lexicon, origins });
  return { findings, list: toRead(findings.statements, draft.body, makeFacts(draft.body, template, draft)) };
}

describe('statements for a human reader', () => {
  it.each([...library.templates.keys()])('[RDT-1] %s: as many as the guard counts, each with its place and its words as issued', (id) => {
    const { findings, list } = statementsOf(id);
    expect(findings.statements).toHaveLength(findings.human);
    expect(list).toHaveLength(findings.human);
    expect(list.filter(({ block, text, label }) => block === '' || text === '' || label === '')).toEqual([]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
  });

  it('[RDT-2] the next goes round and ends', () => {
    const { list } = statementsOf('dialogues');
    const [first, second] = list;
    if (first === undefined || second === undefined) throw new Error('no statements');
    const all = [first, second];
    expect(nextUnread(all, 0, new Set())).toBe(second);
    expect(nextUnread(all, 1, new Set([second.key]))).toBe(first);
    expect(nextUnread(all, 1, new Set([first.key, second.key]))).toBeNull();
  });
});
