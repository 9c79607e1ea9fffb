/** [GRD-15] Contacts, handles, personal links, subjects of mails, names of files: each leads to a person. An institution's public website is free. */
import type { Check, Context, Hit, Passage } from '../check.ts';
import { fold } from '../text.ts';

const forms: readonly { readonly test: RegExp; readonly sign: RegExp; readonly what: string }[] = [
  { test: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, sign: /@/, what: 'is a mail address' },
  { test: /(?<![\p{L}\p{N}._%+@-])@[A-Za-z_][A-Za-z0-9_]{2,29}\b(?!\.[a-z])/gu, sign: /@/, what: 'is a handle' },
  { test: /(?<![\p{N}\p{L}/.-])(?:\+|00)\d{1,3}[\s.()/-]?(?:\(?\d{1,4}\)?[\s./-]?){2,6}\d{2,}/gu, sign: /\d{2,}[^A-Za-z]*\d/, what: 'is a telephone number' },
  { test: /\b(?:tel|phone|mobile|whatsapp|signal|tél|móvil)\.?\s*:?\s*(?:\(?\d{2,4}\)?[\s./-]?){2,6}\d{2,}/giu, sign: /\d{2,}[^A-Za-z]*\d/, what: 'is a telephone number' },
  { test: /\b(?:https?:\/\/)?(?:www\.)?(?:chat\.whatsapp\.com|wa\.me|signal\.(?:me|group)|telegram\.me|discord\.gg|linkedin\.com\/in|twitter\.com|x\.com|facebook\.com|instagram\.com|t\.me|threads\.net|bsky\.app\/profile|tiktok\.com\/@)\/?[^\s)\]]{2,}/giu, sign: /\.(?:com|me|net|app|group|gg)/i, what: 'leads to a personal page' },
  { test: /\b(?:https?:\/\/)?(?:drive|docs)\.google\.com[^\s)\]]*|\b[\w-]+\.sharepoint\.com[^\s)\]]*|\b(?:www\.)?dropbox\.com\/[^\s)\]]*|\b1drv\.ms\/[^\s)\]]*|\b[\w.-]*zoom\.us\/[^\s)\]]*|\bteams\.microsoft\.com\/[^\s)\]]*|\bmeet\.google\.com\/[^\s)\]]*/giu, sign: /\.(?:com|us|ms)/i, what: 'is a private link' },
  { test: /(?<![\p{L}\p{N}_/.:-])(?:[\p{L}\p{N}_.-]+\/)*[\p{L}\p{N}_][\p{L}\p{N}_().-]*\.(?:docx?|xlsx?|pptx?|odt|rtf|msg|eml|pages|zip)\b/giu, sign: /\.[a-z]{3,5}\b/i, what: 'is the name of a file' },
  { test: /(?<![\p{L}\p{N}/@._:-])\p{L}[\p{L}\p{N}-]*(?:[/\\_][\p{L}\p{N}-]+)*_[\p{L}\p{N}-]+(?:[/\\_][\p{L}\p{N}-]+)*(?![\p{L}\p{N}@])/gu, sign: /_/, what: 'is the name of a file' },
  { test: /(?<![\p{N}\p{L}/.+-])0[1-9]\d{0,3}(?:[\s./-]\d{2,4}){2,4}(?!\p{N}|[./-]\p{N})/gu, sign: /0\d{1,4}[\s./-]\d/, what: 'is a telephone number' },
  { test: /\b(?:ext\.|extension(?: is| number|:)|poste (?:n°\s?)?(?=\d{4})|extensión:?|anexo (?=\d{4}))\s?\d{3,5}\b(?!\s?%)/giu, sign: /\d{3}/, what: 'is a telephone extension' },
  { test: /^(?:\s*(?:Re|RE|Fw|Fwd|FW|FWD|Tr|RV|Subject|Objet|Asunto)\s*:\s*\S.{2,80})$/gmu, sign: /^\s*[A-Za-z]{2,7}\s*:/m, what: 'is the subject of a mail' },
  { test: /\b\w{2,} at \w{2,} dot (?:com|org|net|int|info|edu)\b/giu, sign: /\bdot\b/i, what: 'is a mail address written out' },
  { test: /\b(?:twitter|instagram|telegram|skype|signal|whatsapp|facebook) (?:handle|account|number|name|id)(?: is)?:? [\w.@+-]{3,}/giu, sign: /handle|account|number|name|id/i, what: 'is a personal account' },
]; // biome-ignore format: a table
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
            .filter((match) => !generic.test(match[0]) && !own.test(text.slice(Math.max(0, match.index - 40), match.index)))
            .map((match): Hit => hit(match.index, match.index + match[0].length, match[0], what)),
    );
    return [...hits, ...linkHits(passage, context)];
  },
};

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
