/** The labelled corpus: sentences of our own, what the guard must find in each, and how well it does. `held` sentences were not looked at
 *  while the lexicon was tuned. */
import { readFileSync } from 'node:fs';
import { checks } from '../../../shared/guard/checks.ts';
import { checkText } from '../../../shared/guard/guard.ts';
import type { GuardLanguage } from '../../../shared/guard/lexicon.ts';
import { lexicon } from '../lexicon.ts';
import { corpusRegister } from '../register.ts';

export interface Sentence {
  readonly text: string;
  /** Numbers of the checks that must find something; none: clean. */
  readonly labels: readonly number[];
  readonly held?: true;
}

export function readCorpus(language: GuardLanguage): Sentence[] {
  const lines = readFileSync(new URL(`./${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Sentence);
}

/** Numbers of the checks that find something in a text, one a finding. */
export function found(text: string, language: GuardLanguage): { check: number; quote: string }[] {
  const { block, warn } = checkText({ paragraphs: [{ text, label: '', anchor: 'b1' }], rule: 'chatham-house', lexicon, language, people: corpusRegister });
  return [...block, ...warn].filter((one) => one.at.region !== 'document').map((one) => ({ check: one.check, quote: one.quote }));
}

export interface Row {
  readonly check: number;
  readonly name: string;
  readonly planted: number;
  readonly hit: number;
  /** Sentences that are not labelled with the check, and were flagged by it. */
  readonly extra: number;
  readonly missed: readonly string[];
  readonly extras: readonly string[];
}

/** The confusion table of a part of the corpus. */
export function confusion(sentences: readonly Sentence[], language: GuardLanguage): Row[] {
  const results = sentences.map((one) => ({ one, hits: new Set(found(one.text, language).map((hit) => hit.check)) }));
  return checks
    .filter((check) => check.number < 17)
    .map(({ number, name }) => {
      const planted = results.filter(({ one }) => one.labels.includes(number));
      const missed = planted.filter(({ hits }) => !hits.has(number)).map(({ one }) => one.text);
      const extras = results.filter(({ one, hits }) => hits.has(number) && !one.labels.includes(number)).map(({ one }) => one.text);
      return { check: number, name, planted: planted.length, hit: planted.length - missed.length, extra: extras.length, missed, extras };
    });
}

/** False flags in clean sentences, read as paragraphs of four, and the words they stand in. */
export function falseFlags(sentences: readonly Sentence[], language: GuardLanguage): { words: number; flags: string[] } {
  const clean = sentences.filter((one) => one.labels.length === 0).map((one) => one.text);
  const paragraphs = Array.from({ length: Math.ceil(clean.length / 4) }, (_, n) => clean.slice(n * 4, n * 4 + 4).join(' ')); // biome-ignore format: one line
  const flags = paragraphs.flatMap((text) => found(text, language).map((hit) => `${hit.check}: ${hit.quote}`));
  return { words: clean.join(' ').split(/\s+/).length, flags };
}
