/** What a check is: a small pure function from a region (or a whole document) to places in it. */
import type { Tally } from '../entry/entry.ts';
import type { Person } from '../people/person.ts';
import type { RuleId } from '../people/rule.ts';
import type { Publication } from '../publication/publication.ts';
import type { Turn } from '../publication/turns.ts';
import type { Condition } from './conditions.ts';
import type { GuardLanguage, LanguageLexicon, Lexicon, PatternDef } from './lexicon.ts';
import type { NameIndex } from './names.ts';
import type { Speaker } from './noun-groups.ts';
import type { PatternIndex } from './pattern-index.ts';
import type { Region } from './regions.ts';
import type { Adjectives } from './speakers.ts';
import type { Reading } from './text.ts';
import type { Token, Vocabulary } from './tokens.ts';

export interface CompiledPattern extends PatternDef {
  readonly check: number;
  readonly conditions: { readonly when: readonly Condition[]; readonly unless: readonly Condition[] };
}

/** A language, ready to read. */
export interface LanguagePack {
  readonly language: GuardLanguage;
  readonly own: LanguageLexicon;
  readonly vocabulary: Vocabulary;
  readonly patterns: PatternIndex<CompiledPattern>;
  readonly quantifiers: PatternIndex<string>;
  /** Patterns behind which a description of the speaker stands. */
  readonly sources: PatternIndex<string>;
  readonly adjectives: Adjectives;
}

/** A region after reading: tokens, and what stands in which sentence. */
export interface Passage {
  readonly region: Region;
  readonly reading: Reading;
  readonly tokens: readonly Token[];
  /** For each token the index of its sentence. */
  readonly sentence: readonly number[];
  /** For each token whether the rule wrote it. */
  readonly written: readonly boolean[];
  readonly pack: LanguagePack;
  /** The whole text is a report that never speaks of a meeting (genre.ts). */
  readonly report: boolean;
  /** Who is said to have spoken. */
  readonly speakers: readonly Speaker[];
  /** Pattern matches of all checks, found in one pass. */
  readonly matches: readonly {
    readonly from: number;
    readonly to: number;
    readonly quoteFrom: number;
    readonly quoteTo: number;
    readonly pattern: CompiledPattern;
  }[];
}

/** The register and settings, compiled once. */
export interface Context {
  readonly lexicon: Lexicon;
  readonly people: readonly Person[];
  readonly k: number;
  readonly names: NameIndex;
  /** Marks the register's affiliations among the tokens; undefined where there are none. */
  readonly tag?: ((tokens: readonly Token[]) => readonly Token[]) | undefined;
  /** Under `named`: people who did not consent to be named; else everybody. */
  readonly protectedPeople: (rule: RuleId) => readonly Person[];
}

/** A place found by a check, in tokens' offsets (of the reading). */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly level: 'block' | 'warn';
  readonly reason: string;
  readonly replacement?: string | null | undefined;
}

/** A hit of a check that looks at the whole document. `quote` stands in for words that are not there. */
export interface DocumentHit extends Hit {
  readonly region: number | null;
  readonly label?: string;
  readonly quote?: string;
}

export interface StructureFacts {
  /** Caveats that the template has, and whether the draft still carries them. */
  readonly caveats: readonly { readonly function: string; readonly title: string; readonly present: boolean; readonly reason?: string | undefined }[];
  /** Titles of required sections that are not there or empty. */
  readonly missingSections: readonly string[];
  /** Anchors of entries whose opposite position is gone from the draft. */
  readonly lostOpposites?: readonly string[];
  /** Who has the floor in the draft, in the order of the text; see turns.ts. */
  readonly turns?: readonly Turn[];
}

export interface DocumentContext {
  readonly context: Context;
  readonly passages: readonly Passage[];
  readonly publication: Publication | null;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly attendance: number;
  readonly structure: StructureFacts;
}

export interface Check {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly region?: (passage: Passage, context: Context) => readonly Hit[];
  readonly document?: (document: DocumentContext) => readonly DocumentHit[];
}

/** The text of a stretch of tokens. */
export function textOf(passage: Passage, from: number, to: number): string {
  const first = passage.tokens[from];
  const last = passage.tokens[to - 1];
  return first === undefined || last === undefined ? '' : passage.reading.text.slice(first.start, last.end);
}

/** Checks about how somebody spoke in a room: in a report that never speaks of a meeting their words are the author's or an interviewee's. */
const ofMeetings: ReadonlySet<number> = new Set([4, 5, 6, 9, 12, 13]);

/** Hits of a check's own patterns, with the check's reason. Words that the rule wrote are left out where `skipWritten`. */
export function patternHits(passage: Passage, check: number, level: 'block' | 'warn', reason: (quote: string) => string, skipWritten = false): Hit[] {
  const hits: Hit[] = [];
  for (const match of passage.matches) {
    if (match.pattern.check !== check || (passage.report && ofMeetings.has(check))) continue;
    if (skipWritten && anyWritten(passage, match.quoteFrom, match.quoteTo)) continue;
    const first = passage.tokens[match.quoteFrom];
    const last = passage.tokens[match.quoteTo - 1];
    if (first === undefined || last === undefined) continue;
    hits.push({
      start: first.start,
      end: last.end,
      level: match.pattern.level ?? level,
      reason: match.pattern.why ?? reason(passage.reading.text.slice(first.start, last.end)),
      replacement: match.pattern.instead ?? null,
    });
  }
  return hits;
}

/** Where typed words go on behind what the rule wrote: "[one diplomat] of Norland" → of. All of the stretch where the rule wrote none of it,
 *  `to` where it wrote all. */
export function typedFrom(passage: Passage, from: number, to: number): number {
  const last = passage.written.slice(from, to).lastIndexOf(true);
  return last === -1 ? from : from + last + 1;
}

/** Whether the rule wrote any word of a stretch. */
export function anyWritten(passage: Passage, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (passage.written[index]) return true;
  return false;
}
