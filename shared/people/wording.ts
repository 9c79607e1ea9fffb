/** What the rule makes of people: the wording of every mention, in the order of the text. */
import { countRoom, type Level, narrowestLevel, type Room } from './anonymity.ts';
import type { Consent, Person } from './person.ts';
import type { RuleId } from './rule.ts';
import { type Words, wordsFor } from './words.ts';

/** One place where the text refers to a person of the register. */
export interface Mention {
  readonly person: string;
  /** The rule in force at this place (a section may be stricter than the draft). */
  readonly rule: RuleId;
  /** Consent given for this one statement. */
  readonly consent: 'affiliation' | 'named' | null;
  /** The wording opens a sentence and takes a capital. */
  readonly sentenceStart: boolean;
  /** A lead-in of an intervention ("A representative of X"), or running text. */
  readonly form: 'lead-in' | 'inline';
  /** Scope in which "another" and "the same" are counted: the section's id. */
  readonly scope: string;
  /** Block the mention stands in; several mentions may share it. */
  readonly block: string;
}

export interface WordedMention {
  readonly text: string;
  /** Why the wording is wider than the category ("1 person fits “UN official”, 3 must"); null where it is not. */
  readonly generalised: string | null;
}

export interface WordingSettings {
  readonly k: number;
  readonly language: string;
}

/** What a mention may show of its person. */
type Shown = 'name' | 'affiliation' | 'category' | 'nobody';

/** One mention already worded, as far as later ones look back at it. */
interface Said {
  readonly person: string;
  readonly block: string;
  readonly noun: string;
  readonly forms: Level['forms'];
  readonly shown: Shown;
  /** How many blocks in a row are tied to this person by "the same". */
  readonly tied: number;
}

interface Memory {
  readonly register: ReadonlyMap<string, Person>;
  readonly people: readonly Person[];
  readonly room: Room;
  readonly settings: WordingSettings;
  readonly words: Words;
  /** By scope, in the order of the text. */
  readonly said: Map<string, Said[]>;
  readonly named: Set<string>;
  /** How many mentions of each block were worded by category so far. */
  readonly within: Map<string, number>;
  /** How often those whose category stands are worded "participant" (see `wideShare`); counted at first need. */
  share: number | null;
}

/** Words all mentions of one document. `null` where the person is not in the register.
 *  Pure: equal for registers that differ only in what the rule hides.
 *  - `named` shows the name where the person consented to it, the affiliation where only to that, else a category.
 *  - `affiliation` shows affiliation or office, never a name.
 *  - `chatham-house` shows a category that fits k people. Consent in the register does not loosen it (it may have been given
 *    for another rule); consent for the one statement does.
 *  - `unattributed` shows nobody, whatever was consented to: the noun's place takes "participants". */
export function wordMentions(mentions: readonly Mention[], people: readonly Person[], settings: WordingSettings): (WordedMention | null)[] {
  const register = new Map(people.toReversed().map((person) => [person.id, person]));
  const words = wordsFor(settings.language);
  const memory: Memory = { register, people, room: countRoom(people), settings, words, said: new Map(), named: new Set(), within: new Map(), share: null };
  return mentions.map((mention) => {
    const person = register.get(mention.person);
    if (person === undefined) return null;
    const worded = word(mention, person, memory);
    const text = oneLine(worded.text);
    return { ...worded, text: mention.sentenceStart ? capital(text) : text };
  });
}

/** What may be shown of a person under a rule, with the consent for this statement. */
export function shownUnder(rule: RuleId, person: Person, statement: Mention['consent']): Shown {
  if (rule === 'unattributed') return 'nobody';
  if (statement === 'named') return 'name';
  const agreed: Consent = rule === 'named' ? person.consent : 'none';
  if (agreed === 'named') return 'name';
  return agreed === 'affiliation' || statement === 'affiliation' || rule === 'affiliation' ? 'affiliation' : 'category';
}

function word(mention: Mention, person: Person, memory: Memory): WordedMention {
  const shown = shownUnder(mention.rule, person, mention.consent);
  if (shown === 'nobody') return { text: memory.words.nobody, generalised: null };
  if (shown === 'name' && person.name.trim() !== '') return { text: byName(mention, person, memory), generalised: null };
  const text = shown === 'category' ? null : byAffiliation(mention, person, memory);
  return text === null ? byCategory(mention, person, memory) : { text, generalised: null };
}

const bracketed = (text: string | undefined): string => (text?.trim() ? ` (${text.trim()})` : '');

function byName(mention: Mention, person: Person, memory: Memory): string {
  const role = person.role?.trim() ?? '';
  const first = !memory.named.has(person.id);
  memory.named.add(person.id);
  remember(mention, memory, { noun: person.id, forms: ['', '', ''], shown: 'name', tied: 1 });
  const isTitle = role !== '' && !/\s\S+\s/.test(role) && !/^(former|ex)\b/i.test(role);
  const name = isTitle ? `${role} ${person.name.trim()}` : person.name.trim();
  if (!first) return name;
  const rest = isTitle ? person.affiliation : [role, person.affiliation?.trim()].filter(Boolean).join(', ');
  return name + bracketed(rest);
}

/** Null where the register has neither affiliation nor office: then only a category is left. */
function byAffiliation(mention: Mention, person: Person, memory: Memory): string | null {
  const { words } = memory;
  const affiliation = person.affiliation?.trim() ?? '';
  const role = person.role?.trim() ?? '';
  const unique = /\s(of|de|du|del)\s|^(former|ancien|ex|antigu)/i.test(role);
  if (affiliation === '' && role === '') return null;
  if (unique || affiliation === '') return standing(mention, role, memory);
  const before = saidIn(mention.scope, memory);
  const last = before.at(-1);
  const noun = `of ${affiliation.toLowerCase()}`;
  const earlier = before.filter((said) => said.noun === noun);
  remember(mention, memory, { noun, forms: ['', '', ''], shown: 'affiliation', tied: 1 });
  if (last?.person === person.id && last.noun === noun && last.block !== mention.block) return words.representative.above;
  const form = earlier.some((said) => said.person === person.id) ? 'again' : earlier.length > 0 ? 'another' : 'first';
  return words.representative[form].replace('{}', () => (words.article.before.test(affiliation) ? words.article.word : '') + affiliation);
}

/** An office of which there is one: "the former President of the Council". */
function standing(mention: Mention, role: string, memory: Memory): string {
  remember(mention, memory, { noun: role.toLowerCase(), forms: ['', '', ''], shown: 'affiliation', tied: 1 });
  const bare = role.replace(/^(the|an?)\s+/i, '');
  const office = /^(Former|Ancien|Ancienne|Current)\b/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
  return memory.words.office.first.replace('{}', () => office);
}

function byCategory(mention: Mention, person: Person, memory: Memory): WordedMention {
  const before = saidIn(mention.scope, memory);
  const last = before.at(-1);
  const chance = chanceOf(mention.block, memory);
  if (last?.shown === 'category' && last.person === person.id) {
    const tied = last.block === mention.block ? last.tied : last.tied + 1;
    if (tied <= 2) {
      remember(mention, memory, { ...last, tied });
      return { text: last.forms[2], generalised: null };
    }
  }
  const level = varied(narrowestLevel(person, memory.people, memory.settings.k, memory.settings.language, memory.room), last, chance, memory.words);
  const another = isAnother(level.noun, person.id, before) && chance.another;
  remember(mention, memory, { noun: level.noun, forms: level.forms, shown: 'category', tied: 1 });
  return { text: level.forms[another ? 1 : 0], generalised: level.generalised };
}

/** "Another" only where it is true: somebody else was worded so last (for "participant": whoever spoke last). */
function isAnother(noun: string, person: string, before: readonly Said[]): boolean {
  const wide = noun === 'participant' || noun === 'speaker';
  const last = before.findLast((said) => said.shown === 'category' && (wide || said.noun === noun));
  return last !== undefined && last.person !== person;
}

/** One wording by category in three or more says "participant" only, so that "participant" never means "one of the few without a category
 *  that fits"; and "speaker" takes turns with it, as in the reports of the field. */
function varied(level: Level, last: Said | undefined, chance: Chance, words: Words): Level {
  if (level.noun !== 'participant' && !chance.wide) return level;
  const speaker = last?.noun === 'participant' && chance.speaker;
  return { ...level, forms: speaker ? words.speaker : words.participant, noun: speaker ? 'speaker' : 'participant' };
}

/** What a wording varies by. Whoever knows this program must not be able to tell which "participant" stands for a category that is too small, nor which
 *  missing "another" means that one person goes on: so it hangs on the block's id, which is in no Publication, and on nothing that the rule hides.
 *  Mentions without a block (a preview of one wording) do not vary. */
interface Chance {
  readonly wide: boolean;
  readonly speaker: boolean;
  readonly another: boolean;
}

function chanceOf(block: string, memory: Memory): Chance {
  const before = memory.within.get(block) ?? 0;
  memory.within.set(block, before + 1);
  if (block === '') return { wide: false, speaker: false, another: true };
  memory.share ??= wideShare(memory);
  const drawn = scrambled(`${block}\u0000${before}`);
  const more = ((drawn >>> 16) % 1000) / 1000 < (memory.share - third) * 1.5;
  return { wide: drawn % 3 === 0 || more, speaker: (drawn >>> 8) % 2 === 0, another: (drawn >>> 12) % 4 !== 0 };
}

const third = 1 / 3;

/** One in three, and more where few are worded "participant" for want of a category that fits: behind each "participant" then stand k people's worth
 *  of the room, or all of it. */
function wideShare({ people, room, settings: { k, language } }: Memory): number {
  const few = people.filter((person) => narrowestLevel(person, people, k, language, room).noun === 'participant').length;
  const others = people.length - few;
  return few === 0 || others === 0 ? third : Math.min(1, Math.max(third, (k - few) / others));
}

/** FNV-1a, stirred: equal ids give equal numbers, and neighbouring ids do not give neighbouring ones. */
function scrambled(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

function saidIn(scope: string, memory: Memory): readonly Said[] {
  return memory.said.get(scope) ?? [];
}

function remember(mention: Mention, memory: Memory, said: Omit<Said, 'person' | 'block'>): void {
  const list = memory.said.get(mention.scope) ?? [];
  list.push({ ...said, person: mention.person, block: mention.block });
  memory.said.set(mention.scope, list);
}

/** What a register was pasted from may hold line ends and control characters; no wording does, and no document format may. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  return text.toWellFormed().replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ').trim(); // biome-ignore format: one line
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
