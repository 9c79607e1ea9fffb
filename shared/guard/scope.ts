/** How far an exemption reaches: a public word exempts the clause that it qualifies, not the sentence that it stands in. */
import { is } from './classes.ts';
import type { Around } from './conditions.ts';
import type { Token } from './tokens.ts';

/** Whether the match names somebody of the room: a delegate, one participant. What they say there is never public. */
function ofTheRoom({ tokens, from, to }: Around): boolean {
  for (let index = from; index < to; index += 1) if (is(tokens[index], 'room', 'roomful', 'seat', 'someone')) return true;
  return false;
}

/** The clause of the match ends where the reported clause begins ("that …"), or with the sentence. */
function clauseEnd({ tokens, to, last }: Around): number {
  for (let index = to; index < last; index += 1) if (is(tokens[index], 'clause')) return index;
  return last;
}

/** The clause says that the words are public: "in its national report", "told Parliament", "publicly". Neither a year nor a law that somebody
 *  talks about does. */
export function isPublic(around: Around): boolean {
  if (ofTheRoom(around)) return false;
  const end = clauseEnd(around);
  for (let index = around.first; index < end; index += 1) {
    const token = around.tokens[index];
    if (is(token, 'openly') || (is(token, 'dated') && index <= around.to + reach)) return true;
    if (is(token, 'public', 'forum') && isAdjunct(around, index)) return true;
  }
  return false;
}

/** How many words after the match an adjunct may begin: "said in a speech", not "reminded the room of the vote in committee". */
const reach = 3;

/** "in its annual report", "before the Court", "told the press": a preposition or a verb of telling stands up to four words before. */
function isAdjunct({ tokens, first, to }: Around, index: number): boolean {
  for (let back = index - 1; back >= Math.max(first, index - 5); back -= 1) {
    const token = tokens[back];
    if (token === undefined || tokens[back + 1]?.gap === 'hard') return false;
    if (is(token, 'adjunct')) return back <= to + reach;
    if (is(token, 'clause')) return false;
  }
  return false;
}

/** The nearest word before `at` that can be who "she" is: somebody of the room, or one of the classes asked for. Words that somebody tells, asks
 *  or speaks of are no subject. */
function nearest({ tokens, first, written }: Around, at: number, names: readonly string[]): 'room' | 'other' | null {
  for (let index = at - 1; index >= first; index -= 1) {
    const token = tokens[index];
    if (written[index]) return 'room';
    if (is(token, 'generic')) return 'other';
    if (is(token, ...names) && !isObject(tokens, index, first)) return 'other';
    if (is(token, 'room', 'roomful') || (is(token, 'person') && !isObject(tokens, index, first))) return 'room';
  }
  return null;
}

/** Stands behind a preposition or a verb of speech: "the report of the researchers", "asked women". */
function isObject(tokens: readonly Token[], index: number, first: number): boolean {
  for (let back = index - 1; back >= Math.max(first, index - 3); back -= 1) {
    const token = tokens[back];
    if (token === undefined || tokens[back + 1]?.gap !== 'space') return false;
    if (is(token, 'preposition', 'speech', 'opinion')) return !is(token, 'clause');
    if (!is(token, 'determiner', 'one')) return false;
  }
  return false;
}

/** The sentence is about those whom research, a survey or a court heard, not about somebody of the room. */
export function isResearch(around: Around): boolean {
  if (around.report && !ofTheRoom(around)) return true;
  const found = nearest(around, around.quoteFrom, ['research']);
  if (found !== null) return found === 'other';
  // Where nobody of the room stands before the words, those asked may stand in them or behind them.
  return !ofTheRoom(around) && around.tokens.slice(around.quoteFrom, around.last).some((token) => is(token, 'research', 'generic'));
}

/** A public figure is the subject: nearer than anybody of the room, and not whom somebody speaks of. */
export function isFigure(around: Around): boolean {
  const found = nearest(around, around.quoteFrom, ['figure']);
  if (found !== null) return found === 'other';
  if (around.tokens.slice(around.from, around.to).some((token) => is(token, 'past'))) return false;
  return around.tokens.slice(around.quoteFrom, around.to + 1).some((token) => is(token, 'figure'));
}
