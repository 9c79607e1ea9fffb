import { describe, expect, it } from 'vitest';
import { dueItems } from '../../renderer/desk/due-items.ts';
import { hrefOf, parseRoute } from '../../renderer/route.ts';
import { headOf, placeOf, toWhom } from '../../renderer/strings/archive.ts';
import { exporting } from '../../renderer/strings/export.ts';
import { countWords, dateWords, sizeWords, whenWords } from '../../renderer/strings/words.ts';

const at = (iso: string) => new Date(iso).getTime();
const now = at('2026-11-20T14:30:00');

describe('words for days, sizes and places', () => {
  it.each([
    ['2026-11-20T14:02:00', 'Today 14:02'],
    ['2026-11-19T23:59:00', 'Yesterday 23:59'],
    ['2026-11-17T08:00:00', '17 Nov'],
    ['2025-11-17T08:00:00', '17 Nov 2025'],
    // A clock that was set back: a day that has not come is told by its date.
    ['2026-11-22T08:00:00', '22 Nov'],
  ])('[WRD-1] %s is “%s”', (iso, words) => {
    expect(whenWords(at(iso), now)).toBe(words);
  });

  it.each([
    ['2023-11-14', '14 Nov 2023'],
    ['2023-11', 'Nov 2023'],
    ['2023', '2023'],
    ['spring 2023', 'spring 2023'],
    ['', ''],
  ])('[WRD-2] the date “%s” is “%s”', (iso, words) => {
    expect(dateWords(iso)).toBe(words);
  });

  it('[WRD-3] one is one, thousands are told apart, sizes are rounded', () => {
    expect([countWords(1, 'entry', 'entries'), countWords(9480, 'entry', 'entries')]).toEqual(['1 entry', '9,480 entries']);
    expect([sizeWords(999), sizeWords(212_400), sizeWords(1_440_000)]).toEqual(['999 bytes', '212 KB', '1.4 MB']);
  });

  it('[WRD-4] whom an entry addresses, and where it stands', () => {
    expect(toWhom(['States', 'The Council'])).toBe('To States and the Council');
    expect(headOf({ kind: 'proposal', addressees: ['States'] })).toBe('Proposal, to States');
    expect(placeOf({ kind: 'proposal', number: '8.iv', source: { line: 4 } })).toBe('para 8.iv');
    expect(placeOf({ kind: 'proposal', number: null, source: { line: 4 } })).toBe('line 4');
  });

  it('[WRD-5] an audience in a sentence keeps its own capitals', () => {
    expect(exporting.sees('Public')).toBe('What the public will see');
    expect(exporting.sees('Participants only')).toBe('What participants will see');
    expect(exporting.sees('Members of the Council')).toBe('What members of the Council will see');
  });
});

describe('the address', () => {
  it.each([{ place: 'desk' }, { place: 'draft', id: 'draft-1' }, { place: 'draft', id: 'a/b?c#d', at: 'para 8' }] as const)(
    '[RTE-1] $place comes back as it went',
    (route) => {
      expect(parseRoute(hrefOf(route))).toEqual({ id: undefined, at: undefined, ...route });
    },
  );

  it('[RTE-2] what is no place is the Desk', () => {
    expect(['', '#/', '#/nowhere/1', '#code=abc'].map((hash) => parseRoute(hash).place)).toEqual(['desk', 'desk', 'desk', 'desk']);
  });
});

describe('what is due', () => {
  const draft = {
    id: 'd',
    title: 'Sellane',
    template: 'briefing',
    templateTitle: 'Briefing',
    rule: 'unattributed',
    marking: { label: 'Confidential', tone: 'confidential' },
    dates: '',
    changedMs: now,
    sections: { done: 1, total: 1, missing: [] },
    findings: null,
    trashedMs: null,
  } as const;
  const items = (facts: Partial<Parameters<typeof dueItems>[0]>) =>
    dueItems({ drafts: [], backups: undefined, open: undefined, nowMs: now, ...facts }).map(({ when, link }) => `${when}: ${link}`);

  it('[DUE-1] a marking is reviewed when its day is near, a register destroyed once the report is adopted', () => {
    expect(items({ drafts: [{ ...draft, reviewOn: '2026-11-30' }] })).toEqual(['Mon 30 Nov: Review the marking']);
    expect(items({ drafts: [{ ...draft, reviewOn: '2027-11-30' }] })).toEqual([]);
    expect(items({ drafts: [{ ...draft, adopted: '2026-10-30', people: 8 }] })).toEqual(['Now: Destroy the register']);
    expect(items({ drafts: [{ ...draft, adopted: '2026-10-30', people: 0 }] })).toEqual([]);
  });

  it('[DUE-2] a backup is asked for when the newest verified one is older than a week', () => {
    const backup = (iso: string, verified = true) => ({ id: iso, madeMs: at(iso), bytes: 1, verified, reason: 'daily' });
    expect(items({ backups: [] })).toEqual(['Now: Make a backup']);
    expect(items({ backups: [backup('2026-11-18T10:00:00')] })).toEqual([]);
    expect(items({ backups: [backup('2026-11-01T10:00:00'), backup('2026-11-19T10:00:00', false)] })).toEqual(['Now: Make a backup']);
  });
});
