import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supportIds } from '../../shared/entry/entry.ts';
import { isContested, proposeSupport, supportHolds, supportScale, supportTitle } from '../../shared/people/support.ts';

describe('support', () => {
  it.each([
    [0, 0, 20, null],
    [1, 0, 20, 'one'],
    [2, 0, 20, 'some'],
    [3, 0, 20, 'several'],
    [4, 0, 20, 'a-number'],
    [7, 0, 20, 'many'],
    [11, 4, 20, 'most'],
    [13, 2, 20, 'general-view'],
    [15, 1, 20, 'wide-agreement'],
    [19, 0, 20, 'agreed'],
    [6, 0, 0, 'agreed'],
    [6, 6, 0, 'most'],
  ])('[SUP-1] %i for and %i against of %i: %s', (yes, no, room, expected) => {
    expect(proposeSupport({ for: yes, against: no }, room)).toBe(expected);
  });
  it('[SUP-2] the scale has every id once, in order', () => {
    expect(supportScale.map((step) => step.id)).toEqual([...supportIds]);
  });
  it('[SUP-3] a typed quantifier holds where the tally reaches it and it does not play it down', () => {
    expect(supportHolds('most', { for: 3, against: 5 }, 16)).toBe(false);
    expect(supportHolds('most', { for: 9, against: 5 }, 16)).toBe(true);
    expect(supportHolds('one', { for: 12, against: 0 }, 16)).toBe(false);
    expect(supportHolds('several', { for: 6, against: 0 }, 16)).toBe(true);
    expect(supportHolds('agreed', { for: 15, against: 1 }, 16)).toBe(false);
  });
  it('[SUP-4] what is proposed always holds, and one more for a point never weakens it', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(60), (yes, no, room) => {
        const tally = { for: yes, against: no };
        const id = proposeSupport(tally, room);
        if (id !== null) expect(supportHolds(id, tally, room)).toBe(true);
        const more = proposeSupport({ for: yes + 1, against: no }, Math.max(room, yes + no + 1));
        const before = proposeSupport(tally, Math.max(room, yes + no + 1));
        expect(supportIds.indexOf(more ?? 'one')).toBeGreaterThanOrEqual(before === null ? 0 : supportIds.indexOf(before));
      }),
    );
  });
  it('[SUP-5] contested, and its wording', () => {
    expect(isContested({ for: 8, against: 2 })).toBe(true);
    expect(isContested({ for: 9, against: 1 })).toBe(false);
    expect(supportTitle({ for: 0, against: 3 }, 10)).toBeNull();
    expect(supportTitle({ for: 3, against: 0 }, 20)).toBe('several participants');
  });
});
