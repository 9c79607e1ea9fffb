/** Per check: what must be flagged and what must not. `@n` in the expectation is the number of the check. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../shared/guard/checks.ts';
import { checkText } from '../../shared/guard/guard.ts';
import { lexicon } from './lexicon.ts';
import { register, wordNames } from './register.ts';

interface Fixture {
  readonly check: number;
  readonly language?: string;
  /** Which people: none, the register, or people whose names are words. */
  readonly people?: 'none' | 'register' | 'words';
  readonly flag: readonly string[];
  readonly free: readonly string[];
}

const fixtures = JSON.parse(readFileSync(new URL('./fixtures.json', import.meta.url), 'utf8')) as Fixture[];
const people = { none: [], register, words: wordNames };

function found(text: string, fixture: Fixture): number[] {
  const { block, warn } = checkText({
    paragraphs: text.split('\n').map((one, n) => ({ text: one, label: `line ${n + 1}`, anchor: `b${n}` })),
    rule: 'chatham-house',
    lexicon,
    language: fixture.language ?? 'en',
    people: people[fixture.people ?? 'none'],
  });
  return [...block, ...warn].map((one) => one.check);
}

describe.each(fixtures)('[GRD-$check] $language $people', (fixture) => {
  it.each(fixture.flag)('flags: %s', (text) => {
    expect(found(text, fixture)).toContain(fixture.check);
  });
  it.each(fixture.free.length > 0 ? fixture.free : ['A quiet sentence.'])('leaves: %s', (text) => {
    expect(found(text, fixture)).not.toContain(fixture.check);
  });
});

it('every check that reads single regions has fixtures', () => {
  const tested = new Set(fixtures.map((fixture) => fixture.check));
  expect(checks.filter((check) => check.number < 18 && !tested.has(check.number)).map((check) => check.name)).toEqual([]);
});
