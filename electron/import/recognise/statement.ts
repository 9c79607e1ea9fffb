/** What one sentence or paragraph says of itself: support, addressees, polarity, modality, themes, quotations. */
import type { Entry, EntryKind, SupportId } from '../../../shared/entry/entry.ts';
import { addresseeWords, supportWords, themeWords } from './lexicon.ts';
import { quotedParts, sentences } from './words.ts';

export interface SaidSupport {
  readonly support: SupportId | null;
  readonly contested: boolean;
  /** The words that said it ("one participant"), where they name who. */
  readonly attribution: string | null;
  /** The text itself sets itself against what stands before it. */
  readonly opposes: boolean;
}

/** Support as the first clause that states one says it; of two wordings that begin together, the longer. */
export function supportOf(text: string, language: string): SaidSupport {
  const words = supportWords(language);
  let best: { at: number; length: number; support: SupportId | null; contested: boolean; text: string } | null = null;
  for (const { pattern, support, contested } of words.patterns) {
    for (const sentence of sentences(text)) {
      pattern.lastIndex = 0;
      const match = pattern.exec(sentence.text);
      if (match === null) continue;
      const at = sentence.start + match.index;
      if (best === null || at < best.at || (at === best.at && match[0].length > best.length))
        best = { at, length: match[0].length, support, contested, text: match[0] };
      break;
    }
  }
  const has = (patterns: readonly RegExp[]) =>
    patterns.some((pattern) => {
      pattern.lastIndex = 0;
      return pattern.test(text);
    });
  const names = best !== null && words.people.test(best.text);
  return {
    support: best?.support ?? null,
    contested: (best?.contested ?? false) || has(words.contested),
    attribution: names && best !== null ? who(best.text, words.people) : null,
    opposes: has(words.opens),
  };
}

/** "participants nonetheless suggested" → "participants". */
function who(text: string, people: RegExp): string {
  const match = people.exec(text);
  return text.slice(0, match === null ? text.length : match.index + match[0].length).replace(/^[;,:]\s*/, '');
}

const asks =
  '(?:should|shall|must|could|might|may|ought to|needs? to|is to|are to|has to|have to|is encouraged to|are encouraged to|are (?:requested|invited|urged) to|devrai(?:en)?t|doivent|doit|pourrai(?:en)?t|deberían?|deben?|podrían?)';
const firstAsk = new RegExp(`(?<!\\p{L})${asks}(?!\\p{L})`, 'iu');

/** Whom a proposal is addressed to: the bodies named before its first "should"; else those named after "by". Other kinds have none. */
export function addresseesOf(text: string, kind: EntryKind, heading: string): string[] {
  if (kind !== 'proposal' && kind !== 'recommendation') return [];
  for (const sentence of sentences(text).slice(0, 2)) {
    const ask = firstAsk.exec(sentence.text);
    if (ask === null) continue;
    const found = subjectBodies(sentence.text.slice(0, ask.index));
    if (found.length > 0) return found;
    const by = /\b(?:by|par|por)\s+(?:the\s+)?([^.;]{2,120})/i.exec(sentence.text.slice(ask.index));
    const passive = by === null ? [] : bodiesIn(by[1] ?? '');
    if (passive.length > 0) return passive.slice(0, 3);
    break;
  }
  const under = /^(?:recommendations? )?(?:to|for|pour|aux?|à|para|a)\s+(?:the )?(.+)$/iu.exec(heading.trim());
  return under === null ? [] : bodiesIn(under[1] ?? '');
}

const reported =
  /(?:suggested|proposed|recommended|felt|argued|stressed|noted|said|agreed|emphasi[sz]ed|considered|thought|suggestion was|proposal was|idea was) that\s+/i;
const introduces = /^(?:in|on|with|as|for|considering|while|given|when|where|to|regarding|beyond|at|if|after|before|although|though|\p{L}+ing)\b/iu;

/** The bodies of the subject: the first part between commas that names one and only introduces nothing. */
function subjectBodies(before: string): string[] {
  const clause = before.split(reported).at(-1) ?? '';
  for (const part of clause.split(/[,;]\s|\s[–—]\s/)) {
    const found = introduces.test(part.trim()) ? [] : bodiesIn(part);
    if (found.length > 0) return found;
  }
  return [];
}

/** Bodies in the order in which they are named; what is part of a longer name counts once. */
function bodiesIn(text: string): string[] {
  const found: { name: string; at: number; end: number }[] = [];
  for (const { name, pattern } of addresseeWords) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length];
      if (!found.some((one) => at < one.end && end > one.at)) found.push({ name, at, end });
    }
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ name }) => name))];
}

const negative =
  /\b(?:should not|shouldn[’']t|must not|mustn[’']t|shall not|ought not|may not|can ?not be asked|no need (?:for|to)|should never|must never|should avoid|should refrain|should be avoided|should no longer)\b|\b(?:ne (?:devrai(?:en)?t|doivent|doit) pas)\b|\bno (?:deberían?|deben?)\b|^no\s+.{1,80}\bshould\b/i;
const modalities: readonly (readonly [RegExp, NonNullable<Entry['modality']>])[] = [
  [/^(?:One|Another|A further|A second|A third) (?:idea|proposal|suggestion|option|possibility) (?:would be|was|is|might be|could be)\b/i, 'could'],
  [/\b(?:might|may) (?:also )?(?:wish to )?consider\b|\bmight\b|\bpourrai(?:en)?t envisager\b|\bpodrían? considerar\b/i, 'might-consider'],
  [/\b(?:must|shall)\b|\bdoi(?:t|vent)\b|\bdeben?\b/i, 'must'],
  [/\b(?:should|ought to|needs? to|is to be|are to be)\b|\bdevrai(?:en)?t\b|\bdeberían?\b/i, 'should'],
  [/\b(?:could|can|may)\b|\bpourrai(?:en)?t\b|\bpodrían?\b/i, 'could'],
];

/** Polarity and modality of a proposal, recommendation or lesson: the first modal decides; an imperative is a "should". */
export function stanceOf(text: string, kind: EntryKind): Pick<Entry, 'polarity' | 'modality'> {
  if (kind === 'question') return { polarity: null, modality: 'question' };
  if (kind !== 'proposal' && kind !== 'recommendation') return { polarity: null, modality: null };
  if (/\?["”’)]*$/.test(text) && sentences(text).length === 1) return { polarity: null, modality: 'question' };
  const opening = sentences(text)
    .slice(0, 2)
    .map((one) => one.text)
    .join(' ');
  const found = modalities
    .map(([pattern, modality]) => ({ at: opening.search(pattern), modality }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const first = sentences(text)[0]?.text ?? text;
  const against = negative.test(first) || (found !== undefined && negative.test(text.slice(Math.max(0, found.at - 4), found.at + 24)));
  const imperative = found === undefined && /^["“‘]?\p{Lu}\p{Ll}+\b/u.test(text);
  return {
    polarity: against ? 'should-not' : found !== undefined || imperative ? 'should' : null,
    modality: found?.modality ?? (imperative || against ? 'should' : null),
  };
}

/** Themes by the lexicon's words: at most four, most often named first. */
export function themesOf(text: string): string[] {
  return themeWords
    .map(({ name, pattern }) => ({ name, count: [...text.matchAll(pattern)].length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 4)
    .map(({ name }) => name);
}

export { quotedParts };
