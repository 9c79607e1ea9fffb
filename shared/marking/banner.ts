/** The line that a marked page carries at head and foot. */
import type { Publication } from '../publication/publication.ts';
import type { MarkingScheme, MarkingValue } from './scheme.ts';

/** "CONFIDENTIAL – MEMBERS ONLY"; null where scheme or level is unknown. */
export function bannerOf(marking: MarkingValue, scheme: MarkingScheme | undefined): Publication['marking'] {
  const level = scheme?.levels.find(({ id }) => id === marking.level);
  if (scheme === undefined || level === undefined) return null;
  const caveats = marking.caveats.map((id) => scheme.caveats.find((caveat) => caveat.id === id)?.label ?? id);
  return {
    id: level.id,
    label: level.label,
    banner: [level.label, ...caveats].join(' – ').toUpperCase(),
    tone: level.tone,
    printed: level.printed,
    ...(marking.reviewOn === undefined ? {} : { reviewOn: marking.reviewOn }),
  };
}
