/** [GRD-3] A role that one person in the room holds: "the former finance minister present" blocks, "the Chair warned" warns. Procedure is free. */
import { type Check, type Hit, type Passage, patternHits } from '../check.ts';
import { fold } from '../text.ts';

const reason = (quote: string) => `“${quote}” fits one person in the room: a role that stands alone is as good as a name.`;

export const uniqueRole: Check = {
  number: 3,
  name: 'unique-role',
  title: 'A role that one person holds',
  region: (passage, context) => {
    const hits = [
      ...patternHits(passage, 3, 'block', reason, true),
      ...roleHits(
        passage,
        context.protectedPeople(passage.region.rule).map((person) => person.role ?? ''),
      ),
    ];
    return passage.region.rule === 'named' && context.protectedPeople('named').length === 0 ? [] : hits;
  },
};

/** Roles of the register of three words or more, as typed: "former President of the Council". */
function roleHits(passage: Passage, roles: readonly string[]): Hit[] {
  const long = [...new Set(roles)].filter((role) => role.trim().split(/\s+/).length >= 3);
  if (long.length === 0) return [];
  const text = fold(passage.reading.text);
  if (text.length !== passage.reading.text.length) return [];
  return long.flatMap((role) => {
    const short = fold(role).trim();
    const at = text.indexOf(short);
    const start = passage.tokens.findIndex((token) => token.start === at);
    if (at < 0 || (start >= 0 && passage.written[start])) return [];
    return [{ start: at, end: at + short.length, level: 'block' as const, reason: reason(passage.reading.text.slice(at, at + short.length)) }];
  });
}
