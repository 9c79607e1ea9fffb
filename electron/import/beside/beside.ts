/** What a file says beside its text: properties, links, alternative texts, text boxes, fields, names of those who changed it. For the check only:
 *  no import takes any of it. */
import { z } from 'zod';
import { Refused } from '../limits.ts';

/** `text`: words that somebody sees who looks for them · `author`: a property whose place is a person's name · `unread`: a part that was not read */
export const BesideKind = z.enum(['text', 'link', 'alt', 'property', 'company', 'author', 'outline', 'unread']);
export type BesideKind = z.infer<typeof BesideKind>;

const longestText = 200_000;
const longestPlace = 300;
const most = 20_000;

/** `place` says where a user finds it: "title of the file’s properties", "link “minutes” in paragraph 12". */
export const Beside = z.strictObject({ kind: BesideKind, place: z.string().max(longestPlace), text: z.string().max(longestText) });
export type Beside = z.infer<typeof Beside>;
export const BesideList = z.array(Beside).max(most);

/** Gathers what is found, each once. */
export class Found {
  readonly #all = new Map<string, Beside>();

  /** @throws Refused  where there is more than can be told: what would be left out would count as read */
  add(kind: BesideKind, place: string, raw: string): void {
    const text = raw.replace(/\s+/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (text.length > longestText || this.#all.size >= most) throw new Refused('input/too-large', 'it holds too many links and properties');
    const one = { kind, place: place.slice(0, longestPlace), text };
    this.#all.set(JSON.stringify(one), one);
  }

  get all(): readonly Beside[] {
    return [...this.#all.values()];
  }
}

/** Names of properties whose value is somebody's name. */
const ofPersons =
  /author|creator|editor|owner|manager|reviewer|modified ?by|saved ?by|checked ?by|approved ?by|contact|sender|recipient|user ?name|display ?name|auteur|autor/i;

/** A property by its name, among the ones that any program may add. */
export const kindOf = (name: string): 'author' | 'property' => (ofPersons.test(name.replaceAll(/[_-]/g, ' ')) ? 'author' : 'property');

/** The first words of a text, to find its place by. */
export function opening(text: string, longest = 40): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}

/** "link “minutes”", or "link" where it shows no words. */
export const linkOf = (words: string): string => (words.trim() === '' ? 'link' : `link “${opening(words)}”`);
