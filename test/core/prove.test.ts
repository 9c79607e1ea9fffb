/** What a reason given for one finding lets stand in the files, and what it does not. */
import { expect, it } from 'vitest';
import { readLexicons, readLibrary, readSample } from '../../electron/core/library.ts';
import { makeProver } from '../../electron/core/prove.ts';
import { publish } from '../../shared/publication/publish.ts';
import { value } from './world.ts';

const draft = value(readSample('dialogues'));
const { names } = value(readLexicons());
const published = value(publish(draft, value(readLibrary())));
const typed = `As ${draft.people[0]?.name} argued, no.`;
const own = { ...published, publication: { ...published.publication, title: typed } };
const proved = async (kept: readonly string[]) => {
  const prover = makeProver({ draft, published: own, kept: new Set(kept), human: 0, names });
  const verified = await prover.verify({ name: 'report.txt', bytes: new TextEncoder().encode(typed) });
  return [verified.ok ? 'ok' : verified.error.code, prover.proof().kept];
};

it.each([
  ['nothing was kept', [], ['verify/leak', 0]],
  ['a caveat was left out', ['caveat:rule'], ['verify/leak', 1]],
  ['a phrase was kept', ['g9-0123456789abcdef', 'g12-0123456789abcdef'], ['verify/leak', 2]],
  ['a name was kept', ['g1-0123456789abcdef'], ['ok', 1]],
])('[VER-13] a full name in the text, and %s', async (_name, kept, expected) => {
  expect(await proved(kept)).toEqual(expected);
});

it('[VER-14] the proof tells whose names stand in the files: by consent, and kept with a reason', () => {
  const library = value(readLibrary());
  const named = (rule: typeof draft.rule, consenting: number) => {
    const people = draft.people.map((person, at) => ({ ...person, consent: at < consenting ? ('named' as const) : ('none' as const) }));
    const one = { ...draft, rule, people };
    const prover = makeProver({
      draft: one,
      published: value(publish(one, library)),
      kept: new Set(['g1-0123456789abcdef', 'g9-0123456789abcdef']),
      human: 0,
      names,
    });
    return [prover.proof().named, prover.proof().keptNames];
  };
  expect(named('chatham-house', draft.people.length)).toEqual([0, 1]);
  expect(named('named', 0)).toEqual([0, 1]);
  const [all = 0] = named('named', draft.people.length);
  expect(all).toBeGreaterThan(2);
  expect(all).toBeLessThanOrEqual(draft.people.length);
});
