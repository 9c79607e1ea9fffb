/** The guard: reads a Publication against the register and says what would identify somebody. It never says "safe". */
import type { Override } from '../document/draft.ts';
import type { Tally } from '../entry/entry.ts';
import type { Person } from '../people/person.ts';
import type { RuleId } from '../people/rule.ts';
import type { Publication } from '../publication/publication.ts';
import { affiliationTagger } from './affiliations.ts';
import type { Context, DocumentHit, Hit, Passage, StructureFacts } from './check.ts';
import { checks } from './checks.ts';
import type { Finding, Findings, Statement } from './finding.ts';
import { isRecord, isReport } from './genre.ts';
import { idOf, placeOf } from './id.ts';
import { detectLanguage, guardLanguage, type Lexicon } from './lexicon.ts';
import { runsUnder } from './matrix.ts';
import { indexNames } from './names.ts';
import { packFor, passageOf } from './passage.ts';
import { type Region, regionsOf, type TextPassage, textRegions } from './regions.ts';
import { statementsIn } from './statements.ts';
import { original } from './text.ts';

export interface GuardInput {
  readonly publication: Publication;
  readonly people: readonly Person[];
  readonly lexicon: Lexicon;
  /** Anchor → id of the draft's block. */
  readonly origins?: ReadonlyMap<string, string>;
  /** Anchor → what was counted in the room. */
  readonly tallies?: ReadonlyMap<string, Tally>;
  /** How many people a wording must fit; 3 where not given. */
  readonly k?: number;
  /** People in the room, where it is known; else the size of the register. */
  readonly attendance?: number | undefined;
  readonly overrides?: readonly Override[];
  readonly structure?: StructureFacts;
  /** Keeps what was found in regions that have not changed since. */
  readonly memo?: GuardMemo;
}

export interface TextInput {
  readonly paragraphs: readonly TextPassage[];
  readonly rule: RuleId;
  readonly lexicon: Lexicon;
  /** BCP 47; found from the words where not given. */
  readonly language?: string | undefined;
  readonly people?: readonly Person[];
  readonly k?: number;
  readonly overrides?: readonly Override[];
  readonly memo?: GuardMemo;
}

interface Kept {
  readonly passage: Passage;
  readonly hits: readonly { readonly check: number; readonly hit: Hit }[];
}

/** What the guard remembers between two looks at a document. Holds text and names: forget it with the draft. */
export class GuardMemo {
  kept = new Map<string, Kept>();
  context: { readonly key: string; readonly context: Context } | null = null;

  forget(): void {
    this.kept = new Map();
    this.context = null;
  }
}

const noStructure: StructureFacts = { caveats: [], missingSections: [] };

/** Checks a Publication. Pure: the same input gives the same findings, with or without a memo. */
export function checkPublication(input: GuardInput): Findings {
  const { publication } = input;
  return run(regionsOf(publication), input, { publication, language: publication.language });
}

/** Checks imported text, paragraph by paragraph. Without a register the checks that need one find nothing. */
export function checkText(input: TextInput): Findings {
  const language = input.language ?? detectLanguage(input.paragraphs.map((one) => one.text).join('\n'), input.lexicon);
  return run(textRegions(input.paragraphs, input.rule), { people: [], ...input }, { publication: null, language });
}

type RunInput = Omit<GuardInput, 'publication'>;

function run(regions: readonly Region[], input: RunInput, document: { publication: Publication | null; language: string }): Findings {
  const memo = input.memo ?? new GuardMemo();
  const context = contextOf(input, memo);
  const next = new Map<string, Kept>();
  const texts = regions.map((region) => region.text);
  const told = (test: typeof isReport) => input.people.length === 0 && test(texts, guardLanguage(document.language), input.lexicon);
  const genre = { report: told(isReport), record: told(isRecord) };
  const results = regions.map((region) => {
    const key = regionKey(region, document.language, genre);
    const kept = next.get(key) ?? memo.kept.get(key) ?? look(region, document.language, context, genre);
    next.set(key, kept);
    return kept;
  });
  memo.kept = next;
  const passages = results.map((kept, index) => {
    const region = regions[index];
    return region === undefined || region === kept.passage.region ? kept.passage : { ...kept.passage, region };
  });
  const ids = new Map<string, number>();
  const findings: Finding[] = results.flatMap((kept, index) => {
    const region = regions[index];
    return region === undefined ? [] : kept.hits.map(({ check, hit }) => finding(check, hit, region, kept.passage, input, ids));
  });
  findings.push(...documentFindings(passages, input, context, document.publication, ids, genre));
  return sorted(findings, input.overrides ?? [], statementsIn(passages, input.origins));
}

interface Genre {
  readonly report: boolean;
  readonly record: boolean;
}

/** Who spoke and who was there is public in a public record; contacts and editor's notes are not. */
const publicInRecords = (check: number): boolean => check >= 2 && check <= 14;

function look(region: Region, language: string, context: Context, { report, record }: Genre): Kept {
  const passage = passageOf(region, packFor(context.lexicon, guardLanguage(region.lang ?? language)), { tag: context.tag, report });
  const hits = checks.flatMap((check) => {
    if (check.region === undefined || !runsUnder(region.rule, check.number) || region.exempt.includes(check.number)) return [];
    if (record && publicInRecords(check.number)) return [];
    return distinct(check.region(passage, context)).map((hit) => ({ check: check.number, hit }));
  });
  return { passage, hits };
}

/** Of hits of one check that overlap, the one that blocks, else the longest. */
function distinct(hits: readonly Hit[]): Hit[] {
  const rank = (hit: Hit) => (hit.level === 'block' ? 1_000_000 : 0) + hit.end - hit.start;
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => rank(b) - rank(a))) {
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function contextOf(input: RunInput, memo: GuardMemo): Context {
  const key = JSON.stringify([input.people, input.k ?? 3]);
  if (memo.context?.key === key && memo.context.context.lexicon === input.lexicon) return memo.context.context;
  memo.kept = new Map();
  const { people, lexicon } = input;
  const context: Context = {
    lexicon,
    people,
    k: input.k ?? 3,
    names: indexNames(people, lexicon.names),
    tag: affiliationTagger(people),
    protectedPeople: (rule) => (rule === 'named' ? people.filter((person) => person.consent !== 'named') : people),
  };
  memo.context = { key, context };
  return context;
}

function regionKey(region: Region, language: string, { report, record }: Genre): string {
  return JSON.stringify([report, record, region.kind, region.rule, region.lang ?? language, region.exempt, region.attributed, region.text]);
}

function finding(number: number, hit: Hit, region: Region, passage: Passage, input: RunInput, ids: Map<string, number>): Finding {
  const { start, end } = original(passage.reading, hit.start, hit.end);
  const quote = region.text.slice(start, end);
  const block = region.anchor === null ? null : (input.origins?.get(region.anchor) ?? null);
  const level = hit.level;
  const at = { region: region.kind, anchor: region.anchor, block, label: region.label, start, end };
  return {
    id: idOf(number, block ?? placeOf(passage.region), quote, ids),
    check: number,
    name: nameOf(number),
    level,
    at,
    quote,
    reason: hit.reason,
    replacement: hit.replacement ?? null,
  };
}

const nameOf = (number: number): string => checks.find((check) => check.number === number)?.name ?? '';

function documentFindings(
  passages: readonly Passage[],
  input: RunInput,
  context: Context,
  publication: Publication | null,
  ids: Map<string, number>,
  { record }: Genre,
): Finding[] {
  const document = {
    context,
    passages,
    publication,
    tallies: input.tallies ?? new Map<string, Tally>(),
    attendance: input.attendance ?? input.people.length,
    structure: input.structure ?? noStructure,
  };
  const run = checks.filter((check) => !record || !publicInRecords(check.number));
  return run.flatMap((check) => (check.document?.(document) ?? []).flatMap((hit) => documentFinding(check.number, hit, passages, input, ids)));
}

function documentFinding(number: number, hit: DocumentHit, passages: readonly Passage[], input: RunInput, ids: Map<string, number>): Finding[] {
  const passage = hit.region === null ? undefined : passages[hit.region];
  if (passage !== undefined) {
    if (!runsUnder(passage.region.rule, number) || passage.region.exempt.includes(number)) return [];
    return [finding(number, hit, passage.region, passage, input, ids)];
  }
  const quote = hit.quote ?? '';
  const at = { region: 'document', anchor: null, block: null, label: hit.label ?? 'document', start: 0, end: 0 };
  return [
    {
      id: idOf(number, 'document', quote + hit.reason, ids),
      check: number,
      name: nameOf(number),
      level: hit.level,
      at,
      quote,
      reason: hit.reason,
      replacement: hit.replacement ?? null,
    },
  ];
}

function sorted(findings: readonly Finding[], overrides: readonly Override[], statements: Statement[]): Findings {
  const kept = new Set(overrides.filter((one) => one.reason.trim().length >= 8).map((one) => one.id));
  const open = withoutEchoes(findings).filter((one) => !kept.has(one.id));
  const of = (level: Finding['level']): Finding[] => open.filter((one) => one.level === level);
  return { block: of('block'), warn: of('warn'), human: statements.length, statements };
}

/** A name says all: what other checks make of the same words ("… tells for whom somebody spoke") is not told a second time. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const place = ({ at }: Finding) => `${at.anchor}|${at.label}`;
  const names = Map.groupBy(findings.filter((one) => one.check === 1), place); // biome-ignore format: one line
  const named = (one: Finding) => names.get(place(one))?.some(({ at }) => at.start <= one.at.start && one.at.end <= at.end) === true;
  return findings.filter((one) => (one.check !== 2 && one.check !== 3) || !named(one));
}
