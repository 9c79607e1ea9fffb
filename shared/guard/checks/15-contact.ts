/** [GRD-15] Contacts, handles, personal links, subjects of mails, names of files: each leads to a person. An institution's public website is free. */
import type { Check, Context, Hit, Passage } from '../check.ts';
import { forms } from '../contact-forms.ts';
import { fold } from '../text.ts';

const generic = /^(?:info|contact|press|media|office|secretariat|mail|enquir(?:y|ies)|inquiries|publications|registry|contacto|prensa|presse|secretaria)@/i;

/** The publisher's own accounts and lines: "Follow us at @…", "our helpline on …". */
const own =
  /\b(?:(?:follow|find|join|contact|reach|call|write to) us\b[^.!?]{0,25}|(?:help|hot|tele)-?line[^.!?]{0,20}|(?:suivez|rejoignez|contactez)-nous[^.!?]{0,25}|s[íi]ganos[^.!?]{0,20})$/iu;

export const contact: Check = {
  number: 15,
  name: 'contact',
  title: 'Contacts, links, file names',
  region: (passage, context) => {
    const { text } = passage.reading;
    if (passage.region.kind === 'file-name') return fileNameHits(passage, context);
    const hits = forms.flatMap(({ test, sign, what }) =>
      !sign.test(text)
        ? []
        : [...text.matchAll(test)]
            .filter((match) => !generic.test(match[0]) && !own.test(before(text, match)))
            .map((match): Hit => hit(match.index, match.index + match[0].length, match[0], what)),
    );
    return [...hits, ...linkHits(passage, context)];
  },
};

/** What stands before an address or, where the match tells what it is, before its number. */
function before(text: string, match: RegExpExecArray): string {
  const to = match.index + Math.max(0, /^\p{L}/u.test(match[0]) ? match[0].search(/\d/) : 0);
  return text.slice(Math.max(0, to - 40), to);
}

function hit(start: number, end: number, quote: string, what: string): Hit {
  return { start, end, level: 'block', reason: `“${quote.trim()}” ${what}: it leads to a person.`, replacement: null };
}

/** A name of the register inside an address. */
function linkHits(passage: Passage, context: Context): Hit[] {
  if (context.people.length === 0) return [];
  return [...passage.reading.text.matchAll(/\bhttps?:\/\/[^\s)\]]+/giu)].flatMap((match) => {
    const parts = decoded(match[0]).match(/[\p{L}\p{M}]+/gu) ?? [];
    const named = parts.some((part) => part.length > 3 && context.names.lookup(part)?.weak === false);
    return named ? [hit(match.index, match.index + match[0].length, match[0], 'holds a name of the register')] : [];
  });
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}

/** Initials of a person as a part of the file's name ("notes-AL-final"), or the traces of a working copy. */
function fileNameHits(passage: Passage, context: Context): Hit[] {
  const { text } = passage.reading;
  const part = (match: RegExpExecArray, what: string) => hit(match.index, match.index + match[0].length, match[0], what);
  const initials = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu)].filter(
    (match) => context.names.initials.has(fold(match[0])) || context.names.codes.has(match[0]),
  );
  return initials.map((match) => part(match, 'are initials of somebody in the register'));
}
