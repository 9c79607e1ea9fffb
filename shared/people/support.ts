/** Support: the ordered scale, what a tally proposes, and whether a typed quantifier is borne out. Counts stay in the archive. */
import type { SupportId, Tally } from '../entry/entry.ts';

export interface SupportStep {
  readonly id: SupportId;
  /** The usual English wording before a verb. */
  readonly wording: string;
  /** Fewest people for it, and smallest share of the room. */
  readonly least: number;
  readonly share: number;
  /** Holds only where nobody, or at most this share of the room, was against. */
  readonly against: number;
}

/** Weak to strong. There is no official numeric scale: a house may replace this one. */
export const supportScale: readonly SupportStep[] = [
  { id: 'one', wording: 'one participant', least: 1, share: 0, against: 1 },
  { id: 'some', wording: 'some participants', least: 2, share: 0, against: 1 },
  { id: 'several', wording: 'several participants', least: 3, share: 0, against: 1 },
  { id: 'a-number', wording: 'a number of participants', least: 4, share: 0, against: 1 },
  { id: 'many', wording: 'many participants', least: 5, share: 0.3, against: 1 },
  { id: 'most', wording: 'most participants', least: 3, share: 0.5, against: 0.5 },
  { id: 'general-view', wording: 'there was a general view', least: 3, share: 0.6, against: 0.25 },
  { id: 'wide-agreement', wording: 'there was wide agreement', least: 4, share: 0.7, against: 0.15 },
  { id: 'agreed', wording: 'participants agreed', least: 2, share: 0.8, against: 0 },
];

/** The strongest step that a tally reaches; null where nobody was for it.
 *  @param attendance people in the room; where it is not known (0), those who were counted */
export function proposeSupport(tally: Tally, attendance: number, scale: readonly SupportStep[] = supportScale): SupportId | null {
  return scale.findLast((step) => reaches(step, tally, attendance))?.id ?? null;
}

/** Whether the opposite was held by enough people for the point to be contested: two or more, and a quarter of those for it. */
export function isContested(tally: Tally): boolean {
  return tally.against >= 2 && tally.against * 4 >= tally.for;
}

/** Whether a typed quantifier is borne out: the tally reaches it, and it does not play the tally down by more than three steps. */
export function supportHolds(typed: SupportId, tally: Tally, attendance: number, scale: readonly SupportStep[] = supportScale): boolean {
  const rank = scale.findIndex((step) => step.id === typed);
  const step = scale[rank];
  if (step === undefined) return true;
  const proposed = proposeSupport(tally, attendance, scale);
  const reached = scale.findIndex((one) => one.id === proposed);
  return reaches(step, tally, attendance) && reached - rank <= 3;
}

/** The wording that a tally proposes; null where nobody was for the point. */
export function supportTitle(tally: Tally, attendance: number, scale: readonly SupportStep[] = supportScale): string | null {
  const id = proposeSupport(tally, attendance, scale);
  return scale.find((step) => step.id === id)?.wording ?? null;
}

function reaches(step: SupportStep, tally: Tally, attendance: number): boolean {
  const room = Math.max(attendance, tally.for + tally.against, 1);
  return tally.for >= step.least && tally.for / room >= step.share && tally.against / room <= step.against;
}
