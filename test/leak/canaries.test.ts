/** One canary in each private field × format × audience: none may reach any byte stream (GUARD: "Canaries"). */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, isSection } from '../../shared/document/text.ts';
import type { Section } from '../../shared/document/tree.ts';
import { library, sample } from '../library.ts';
import { issue } from './make.ts';
import { everyStream } from './streams.ts';

/** The sample with a canary in every field that no audience may see, and the canaries. */
function withCanaries(id: string): { draft: Draft; canaries: string[] } {
  const canaries: string[] = [];
  const canary = (where: string) => {
    const word = `Zqcanary${where}${canaries.length}x`;
    canaries.push(word);
    return word;
  };
  const value = sample(id);
  const rename = new Map(value.people.map((person) => [person.id, canary('id')]));
  const people = value.people.map((person) => ({
    ...person,
    id: rename.get(person.id) ?? person.id,
    code: `c${canary('k').slice(-9)}`.slice(0, 12),
    name: `${canary('first')} ${canary('last')}`,
    ...(value.rule === 'chatham-house' || value.rule === 'unattributed' ? { role: canary('role'), affiliation: canary('land') } : {}),
    region: canary('region'),
    languages: [canary('language')],
    aliases: [canary('alias')],
    notes: [`${canary('notes')} said privately`],
    remarks: [`${canary('remarks')} said in public`],
  }));
  const hidden: Section['children'][number] = {
    type: 'paragraph',
    id: canary('block'),
    withheld: true,
    children: [{ text: `${canary('withheld')} paragraph` }],
  };
  const body = value.body.map((section) => within(section, rename, hidden));
  return {
    draft: {
      ...value,
      people,
      body,
      marking: { ...value.marking, reason: canary('reason'), originator: canary('originator') },
      overrides: [{ id: canary('finding'), reason: `${canary('why')} was agreed` }],
    },
    canaries,
  };
}

function within(section: Section, rename: ReadonlyMap<string, string>, hidden: Section['children'][number]): Section {
  const children = section.children.map((child) =>
    isSection(child)
      ? within(child, rename, hidden)
      : (JSON.parse(JSON.stringify(child), (key, item) => (key === 'person' && typeof item === 'string' ? (rename.get(item) ?? item) : item)) as typeof child),
  );
  const own = { ...hidden, id: `${hidden.id}-${section.id}` } as typeof hidden;
  return { ...section, children: [...children, own] };
}

describe('canaries', () => {
  for (const template of library.templates.values()) {
    it.each(template.audiences.map(({ id }) => id))(
      `[LEAK-1] ${template.id} for %s: no private field reaches any stream`,
      { timeout: 120_000 },
      async (audience) => {
        const { draft, canaries } = withCanaries(template.id);
        expect([...blocksOf(draft.body)].some(({ block }) => block.withheld === true)).toBe(true);
        const files = await issue(draft, { audience });
        expect(files.size).toBe(7);
        for (const [name, bytes] of files) {
          const streams = everyStream(bytes).toLowerCase();
          expect(
            canaries.filter((word) => streams.includes(word.toLowerCase())),
            name,
          ).toEqual([]);
        }
      },
    );
  }

  it('[LEAK-2] the search can fail: a public word is found in every format', async () => {
    const files = await issue(sample('dialogues'));
    for (const [name, bytes] of files) expect(/duty|answer/i.test(everyStream(bytes)), name).toBe(true);
  });
});
