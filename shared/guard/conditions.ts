/** Conditions that a pattern in the lexicon may name: what else must hold, or must not, around a match. */
import { is } from './classes.ts';
import { isFigure, isPublic, isResearch } from './scope.ts';
import type { Token } from './tokens.ts';

export interface Around {
  readonly tokens: readonly Token[];
  /** Sentence bounds, in tokens: the match stands inside [first, last). */
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  readonly quoteFrom: number;
  readonly quoteTo: number;
  /** For each token whether the rule wrote it. */
  readonly written: readonly boolean[];
  /** The whole text is a report that never speaks of a meeting. */
  readonly report: boolean;
}

export type Condition = (around: Around) => boolean;

const someIn = (around: Around, from: number, to: number, test: (token: Token) => boolean): boolean => {
  for (let index = Math.max(0, from); index < Math.min(to, around.tokens.length); index += 1) {
    const token = around.tokens[index];
    if (token !== undefined && test(token)) return true;
  }
  return false;
};
const has = (name: string) => (token: Token) => token.classes.has(name);
const inSentence = (around: Around, ...names: readonly string[]) => someIn(around, around.first, around.last, (token) => is(token, ...names));

/** A single person of the room: "one participant", "a judge", "one of the experts", or words that the rule wrote. "The" makes a speaker of the
 *  room's own nouns only: "the minister" is more often somebody in the news. */
function singular(around: Around, from: number, to: number): boolean {
  for (let index = Math.max(0, from); index < to; index += 1) {
    if (around.written[index]) return true;
    const token = around.tokens[index];
    if (token === undefined) continue;
    if (isOneOf(around, index)) return true;
    const room = token.classes.has('room');
    if (room || token.classes.has('person')) {
      for (let back = index - 1; back >= Math.max(0, index - 4) && around.tokens[back + 1]?.gap !== 'hard'; back -= 1) {
        if (around.tokens[back]?.classes.has(room ? 'one' : 'indefinite')) return true;
      }
    }
  }
  return false;
}

/** "one of the experts", "another of those present", "un des participants". */
function isOneOf(around: Around, index: number): boolean {
  if (!around.tokens[index]?.classes.has('roomful')) return false;
  for (let back = index - 1; back >= Math.max(0, index - 5) && around.tokens[back + 1]?.gap !== 'hard'; back -= 1) {
    if (/^(one|another|uno|una|un|une|l_un|l_une)$/.test(around.tokens[back]?.lower ?? '')) return true;
  }
  return false;
}

const isSingle = (token: Token): boolean => !token.classes.has('plural') && is(token, 'person', 'room', 'human', 'contribution');

/** "It was suggested", "it was then asked". */
function isImpersonal(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.lower !== 'it' || !has('be')(tokens[at + 1] ?? noToken)) return false;
  return [2, 3].some((on) => has('speech')(tokens[at + on] ?? noToken));
}

const noToken: Token = { start: 0, end: 0, raw: '', lower: '', gap: 'hard', classes: new Set() };

export const conditions: Readonly<Record<string, Condition>> = {
  /** A single speaker stands before the match in the sentence, or in the sentence before it. */
  speaker: (around) => singular(around, around.first, around.from) || singular(around, previousSentence(around), around.first),
  'speaker-here': (around) => singular(around, around.first, around.from),
  'speaker-sentence': (around) => singular(around, around.first, around.last),
  speech: (around) => inSentence(around, 'speech'),
  'speech-after': (around) => someIn(around, around.to, Math.min(around.last, around.to + 5), has('speech')),
  public: isPublic,
  'public-figure': isFigure,
  identity: (around) => inSentence(around, 'country', 'demonym', 'body'),
  'identity-after': (around) => someIn(around, around.to, Math.min(around.last, around.to + 16), (token) => is(token, 'country', 'demonym', 'body')),
  /** Somebody hosted or paid for it: before the match, or right after it. */
  host: (around) =>
    someIn(around, around.first, around.from, has('hosting')) || someIn(around, around.from, Math.min(around.last, around.to + 3), has('hosting')),
  /** The match stands behind a plural: "States and Kenya". */
  plural: (around) => someIn(around, around.from - 3, around.from, has('plural')),
  /** The match opens a clause: what stands there acts or speaks. */
  subject: (around) => {
    const token = around.tokens[around.from];
    const before = around.tokens[around.from - 1];
    return (
      token === undefined ||
      before === undefined ||
      token.gap === 'hard' ||
      token.gap === 'soft' ||
      before.classes.has('clause') ||
      before.classes.has('connector')
    );
  },
  /** "the minister" with nothing behind it but its verb, not "the minister of a State". */
  stood: (around) => around.tokens[around.to - 1]?.gap !== 'soft',
  /** "one expert (Norway)": the match ends where a sentence or a bracket does. */
  'bracketed-end': (around) => around.tokens[around.to - 1]?.gap === 'soft' && (around.to >= around.last || around.tokens[around.to]?.gap === 'soft'),
  /** A region is no affiliation. */
  'region-tail': (around) => someIn(around, around.from + 1, around.to, has('region')),
  /** Somebody single of the room, or somebody who spoke, stands in this sentence or one of the two before. */
  'speaker-near': (around) =>
    singular(around, previousSentence({ ...around, first: previousSentence(around) }), around.from) ||
    someIn(around, around.first - 40, around.from, has('speech')),
  /** A room noun or a verb of speech stands in this sentence or the one before. */
  'meeting-near': (around) => someIn(around, previousSentence(around), around.last, (token) => is(token, 'room', 'speech', 'opinion')),
  /** Somebody speaks, thinks or takes part in this sentence or the one before. */
  meeting: (around) =>
    someIn(around, previousSentence(around), around.last, (token) => is(token, 'room', 'seat', 'roomful', 'speech', 'opinion', 'holding', 'stance', 'in-room')),
  /** The news told it: a newspaper, a date in the past tense. */
  'happened-news': (around) => inSentence(around, 'openly'),
  /** Somebody says or thinks something in the sentence. */
  says: (around) => inSentence(around, 'speech', 'opinion', 'holding'),
  /** "We at the Institute are grateful": the publisher's own voice. */
  'author-plural': (around) =>
    around.tokens[around.from]?.gap === 'hard' &&
    someIn(around, around.to, around.last, (token) => /^(grateful|thank|thanks|proud|publish|published|work|believe)$/.test(token.lower)),
  /** "has warned": a position on record, not what was said in the room. */
  'on-record': (around) => someIn(around, around.quoteFrom, around.to, has('perfect-present')),
  /** Who joined a treaty is public. */
  treaty: (around) => someIn(around, around.first, around.last, (token) => /^(ratified|acceded|signatories|ratificado|ratifié|adhéré)$/.test(token.lower)),
  /** What follows happened to the one named, as in the news: "was arrested". */
  happened: (around) =>
    someIn(around, around.to, Math.min(around.last, around.to + 5), has('event')) && !someIn(around, around.to, around.to + 3, has('remark')),

  /** A year or a month stands in the sentence: something told of the world, not of the meeting. */
  dated: (around) => inSentence(around, 'calendar', 'dated') || someIn(around, around.first, around.last, (token) => /^(?:19|20)\d\d$/.test(token.raw)),
  research: isResearch,
  /** The text never speaks of a meeting: what people say in it they said to its authors. */
  report: (around) => around.report,
  /** Somebody of the room, one or many, stands in the sentence. */
  people: (around) => inSentence(around, 'room', 'peoplenoun', 'speech', 'opinion'),
  'stance-or-people': (around) =>
    inSentence(around, 'room', 'peoplenoun', 'speech', 'opinion') ||
    someIn(around, around.first, around.last, (token) => /^(in_favour|agreed|supported|all|everyone)$/.test(token.lower)),
  /** What is counted is things, not people. */
  things: (around) => {
    const next = around.tokens[around.to];
    const partitive = next !== undefined && /^(of|des?|du|del?|d)$/.test(next.lower);
    return (
      someIn(around, around.from, around.to + 1, has('thing')) || (partitive && someIn(around, around.to, Math.min(around.last, around.to + 5), has('thing')))
    );
  },
  /** One contribution, or one who makes it, stands in the sentence, and no group has it for a subject: "a plea", "it was asked", "one member". */
  'one-voice': (around) => {
    const { tokens } = around;
    const definite = (index: number) => [1, 2].some((back) => has('definite')(tokens[index - back] ?? noToken));
    const single = (token: Token, index: number) =>
      has('utterance')(token) ||
      has('contribution')(token) ||
      has('subject')(token) ||
      isImpersonal(tokens, index) ||
      ((has('person')(token) || has('human')(token)) && !has('plural')(token) && !has('office')(token) && !has('chairlike')(token) && definite(index));
    const one = around.tokens.slice(around.first, around.last).some((token, index) => single(token, around.first + index));
    const many =
      inSentence(around, 'roomful', 'meeting-act') || someIn(around, around.first, around.last, (token) => has('peoplenoun')(token) && !isSingle(token));
    return singular(around, around.first, around.last) || inSentence(around, 'anybody') || (one && !many);
  },
  thanks: (around) => inSentence(around, 'thanks'),
  /** The match stands in what somebody says: behind "that", "whether", "how". */
  content: (around) =>
    someIn(around, around.first + 1, around.from, (token) => token.classes.has('clause') || token.classes.has('content-clause')) &&
    someIn(around, around.first, around.from, (token) => is(token, 'speech', 'remark', 'holding', 'opinion')),
  'first-person': (around) => inSentence(around, 'first-person'),
  /** "their" may stand for many: a plural noun of people or States stands before it in the sentence. */
  'plural-before': (around) => someIn(around, around.first, around.from, has('plural')),
  'plural-people': (around) => someIn(around, around.first, around.from, has('plural')) && !singular(around, around.first, around.from),
  /** What everybody in the room may have done: "who had attended the first dialogue". */
  attended: (around) =>
    someIn(around, around.from, around.to, (token) =>
      /^(attended|joined|asked|spoken|said|taken|raised|heard|read|seen|missed|worked|suggested|been|not|no|a|the|doubts|concerns|questions|expertise)$/.test(
        token.lower,
      ),
    ),
  /** Somebody speaks here, or takes part. */
  'said-here': (around) =>
    inSentence(around, 'speech', 'opinion', 'present') ||
    someIn(around, around.first, around.last, (token) =>
      /^(joined|debate|room|floor|meeting|discussion|session|left|smiled|nodded|applauded|sat|disagreed|sceptical|skeptical|unconvinced|cautious|hopeful|critical|impatient|blunt|frank|candid|brief|salle|séance|réunion|débat|débats|table|souri|quitté|garde|sala|sesión|reunión|sonrió|salió|mesa)$/.test(
        token.lower,
      ),
    ),
  met: (around) =>
    someIn(around, around.from, around.to, (token) => /^(met|meet|gathered|convened|held|organised|hosted|launched|published)$/.test(token.lower)),
  document: (around) => inSentence(around, 'document'),
  negated: (around) =>
    someIn(around, Math.max(around.first, around.from - 4), around.from, (token) =>
      /^(no|not|never|without|t|neither|pas|sans|aucune?|ni|sin|ninguna?)$/.test(token.lower),
    ),
  /** Somebody takes a position in the room: agrees, votes, objects, speaks. */
  position: (around) => inSentence(around, 'accord', 'against', 'opinion', 'room', 'seat', 'roomful', 'speech', 'in-room', 'ballot'),
  'people-or-place': (around) =>
    inSentence(around, 'room', 'peoplenoun', 'speech', 'opinion', 'country', 'demonym', 'body', 'place', 'outfit', 'in-room', 'human', 'roomful'),
  /** A public body decides in the sentence, or it tells when: a fact of the news. */
  assembly: (around) =>
    inSentence(around, 'openly', 'dated') ||
    someIn(
      around,
      around.first,
      around.last,
      (token) => /^(?:19|20)\d\d$/.test(token.raw) || (/^\p{Lu}/u.test(token.raw) && (token.classes.has('forum') || token.classes.has('public'))),
    ),
  'accord-before': (around) =>
    someIn(around, around.first, around.from, has('accord')) || someIn(around, previousSentence(around), around.first, has('accord')),
  /** The quoted words begin with a word that a list knows: a country, a month, a word of every sentence. */
  'known-name': (around) => (around.tokens[around.quoteFrom]?.classes.size ?? 0) > 0,
  'position-before': (around) => someIn(around, previousSentence(around), around.first, (token) => is(token, 'accord', 'dissent', 'against')),
  /** Somebody comes, sits or is counted in the sentence. */
  presence: (around) => inSentence(around, 'arriving', 'in-room', 'occasion', 'gathering', 'hosting'),
  /** "Names are removed as a rule": many are spoken of. */
  'generic-rule': (around) => inSentence(around, 'generic', 'research', 'sample'),
  'nobody-here': (around) => someIn(around, around.first, around.from, (token) => /^(nobody|no|none|not|personne|aucune?|nadie|ninguna?)$/.test(token.lower)),
  /** The sentence tells the rule of the meeting: "the seminar was held off the record". */
  'house-rule': (around) => inSentence(around, 'gathering') && !someIn(around, around.from - 3, around.to + 2, (token) => token.lower === 'this'),
  'host-only': (around) => inSentence(around, 'hosting') && !inSentence(around, 'country', 'demonym'),
  states: (around) => someIn(around, around.to - 1, around.to, (token) => is(token, 'plural', 'body', 'country', 'peoplenoun', 'figure')),
  /** The match stands between commas, brackets or other marks, or is nearly the whole of its sentence. */
  bracketed: (around) => around.tokens[around.from]?.gap === 'soft' || around.last - around.first <= around.to - around.from + 2,
  short: (around) => around.last - around.first <= 8,
  /** The quoted words begin a sentence. */
  'sentence-start': (around) => around.quoteFrom === around.first,
  capital: (around) => /^\p{Lu}/u.test(around.tokens[around.quoteFrom]?.raw ?? ''),
};

function previousSentence(around: Around): number {
  let index = around.first - 1;
  while (index > 0 && around.tokens[index]?.gap !== 'hard') index -= 1;
  return Math.max(0, index);
}
