/** A change of one part leaves every other part as it is: defaults belong to a whole draft, never to a change. */
import { describe, expect, it } from 'vitest';
import { api } from '../../shared/contract/api.ts';
import { Change } from '../../shared/contract/calls/draft.ts';
import { Draft } from '../../shared/document/draft.ts';

const parts = Object.keys(Draft.shape).filter((key) => !['format', 'version', 'template', 'body'].includes(key));

describe('a change of parts', () => {
  it.each([{ fields: { title: 'A' } }, { rule: 'named' }, { people: [] }, { audience: 'public' }, { k: 4 }])('%o says nothing of the others', (set) => {
    expect(Object.keys(Change.parse({ set }).set ?? {})).toEqual(Object.keys(set));
  });

  it('one setting says nothing of the others', () => {
    expect(api['host.changeSettings'].input.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  });

  it('an empty one sets nothing, and every part can be set', () => {
    expect(Change.parse({ set: {} }).set).toEqual({});
    expect(Object.keys(Change.shape.set.unwrap().shape).sort()).toEqual(parts.sort());
  });
});
