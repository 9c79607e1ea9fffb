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
    if (passage.region.kind === 'author') return authorHits(passage);
    if (passage.region.kind === 'unread') return [{ start: 0, end: text.length, level: 'warn', reason: `“${text}” goes along with the file and was not read: open it, or take it out.`, replacement: null }]; // biome-ignore format: one line
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
  const known = context.people.length > 0;
  const initials = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu)].filter((match) =>
    known ? context.names.initials.has(fold(match[0])) || context.names.codes.has(match[0]) : working.test(text) && !acronym.test(match[0]),
  );
  return [
    ...initials.map((match) => part(match, known ? 'are initials of somebody in the register' : 'look like initials in the name of a working copy')),
    ...[...text.matchAll(addressed)].map((match) => part(match, 'names somebody in the name of the file')),
  ];
}

/** Words of a file that went round among colleagues. */
const working =
  /(?<!\p{L})(?:notes?|notas?|draft|brouillon|borrador|final|rev|v\d+|comments?|edits?|edited|copy|clean|tracked|interview|entretien|entrevista)(?!\p{L})/iu;
/** Two or three capitals that are nobody's initials: languages, bodies, kinds of files and of meetings. */
const acronym =
  /^(?:EN|FR|ES|AR|RU|ZH|PT|DE|IT|UN|EU|AU|US|UK|UAE|HRC|GA|SC|NGO|CSO|CHR|TOR|TBC|TBD|Q?A|FAQ|II|III|IV|VI|VII|IX|XI|AM|PM|PDF|DOC|WG|SR|IO|ICC|ICJ|ILO|WHO|WTO|IMF|NHR|SDG|COP|AI|IT|HR|LAW|THE|AND|OF|ON|IN|AT|TO)$/;
const addressed = /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mme|Dr|Prof|Amb|Ambassador|Ambassadeur|Embajadora?|Minister|Sra?)[ ._-]+\p{Lu}\p{Ll}+/gu;

/** A property whose place is a person's name. Under the rule `named` it is free. Nobody is behind a program, nor, as a rule, behind the name of a house. */
function authorHits({ reading: { text }, region }: Passage): Hit[] {
  if (region.rule === 'named') return [];
  const names = text.split(/\s*[;|]\s*/).filter((name) => /\p{L}/u.test(name) && !program.test(name.trim()) && !house.test(name) && !letters.test(name.trim()));
  return names.map((name) => {
    const start = text.indexOf(name);
    const reason = `“${name.trim()}” stands there as the name of a person: it leads to whoever wrote or changed the file. Take it out before the file goes out (in Word: File > Info > Inspect Document; make a PDF anew from the file so mended).`;
    return { start, end: start + name.length, level: 'block', reason, replacement: null };
  });
}

const program =
  /^(?:rapporteur|(?:microsoft|ms)\b.*|windows user|typst.*|(?:pdf|xe|lua)?la?tex.*|python-docx|un-named|docx.*|libreoffice.*|openoffice.*|apache.*|google docs.*|pandoc.*|adobe.*|quark.*|acrobat.*|chromium|skia.*|wps.*|pages|user|utilisateur|usuario|admin(?:istrator)?|author|auteur|autor|owner|unknown|anonymous|anonyme|anónimo|none|untitled|default|n\/a|guest|reviewer|dell|hp|lenovo|acer|asus|pc|(?:true|false)|\d[\d\s.:-]*)$/iu;
const house =
  /(?<!\p{L})(?:instituts?|institutes?|institutos?|institution|universit\p{L}+|universidad|academy|académie|academia|school|college|cent(?:re|er)s?|centro|ministry|ministère|ministerio|offices?|oficina|bureau|secretariat|secrétariat|secretaría|council|conseil|consejo|commission|commission|comisión|committee|comité|foundation|fondation|fundación|association|asociación|federation|network|red|réseau|organi[sz]ations?|organisation|organización|nations|group|team|équipe|equipo|department|département|departamento|division|unit|programme|program|agency|agence|agencia|society|société|union|unión|forum|project|service|services|publications?|press|rapporteurs?|staff|ltd|inc|gmbh|llc|sarl|co)(?!\p{L})/iu;
/** "OCHA": letters of a body's name. */
const letters = /^\p{Lu}{4,6}$/u;
