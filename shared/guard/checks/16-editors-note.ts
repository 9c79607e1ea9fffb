/** [GRD-16] What was left for the editor: protect marks, "check with …", TODO, questions in brackets, remains of tracked changes. The
 *  classification line is not one. Words stand in the lexicon, of all languages at once: a French report may carry an English note. */
import { type Aside, asidesOf } from '../asides.ts';
import { type Check, type Hit, type Passage, patternHits } from '../check.ts';
import type { Lexicon } from '../lexicon.ts';
import { hasPhrase, phrasesOf } from '../phrases.ts';
import type { Token } from '../tokens.ts';

const reason = (quote: string) => `“${quote.trim()}” is a note for the editor; take it out before the report is issued.`;

/** Signs that need no words. */
const signs: readonly RegExp[] = [
  />{3,}\s?[^\n]{0,80}|\?{2,}|!{2,}|(?<!\p{L})X{3,}(?!\p{L})|@@+|<<[^<>]{1,80}>>|\{\{[^{}]{1,80}\}\}/gu,
  /\bSTRICTLY PROTECT\b/gu,
  /(?<![\p{L}\p{N}_/])_{3,}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}])(?:XX|xx|NN|N\.N\.)(?=\s(?:%|per cent|percent|participants|people|pour cent|por ciento))/gu,
  /(?<![\p{L}\p{N}])w\/o?(?=\s\p{L})/gu,
  /[([](?:\s?\?+\s?|sp\s?\??|ref\s?\?|source\s?\?|sic\s?\?)[)\]]/giu,
  /\b(?:Comment(?:ed|aire)?|Comentario|Deleted|Inserted|Formatted|Moved (?:up|down)|Supprimé|Eliminado|Insertado)\s?(?:\[[^\]\n]{1,12}\]\s?:?|:(?=\s?(?:Font|Style|[\p{Lu}"“‘'])))[^\n]{0,80}/gu,
  /(?<![\p{L}\p{N}])@\s?\p{Lu}\p{Ll}+\s?[:,–-]\s?\S[^\n]{0,80}/gu,
];

/** "For Sven only:", "To the proofreader:", "Old text: … New text: …", "was: “…”; now: “…”", "… too much. Petra?", "?Kestria?" */
const asides: readonly RegExp[] = [
  /(?:^|(?<=[.!?]\s))(?:N\.?B\.? )?(?:For|To|Pour|Para|À|A)\s(?:(?:the |la |le |el |l['’])?(?:proof-?readers?|printers?|typesetters?|translators?|designers?|layout|web ?master|web team|desk|copy ?editors?|editors?|correcteur|imprimeur|maquettiste|corrector|imprenta)|\p{Lu}\p{Ll}+ (?:only|seulement|uniquement|solamente))\s?:[^\n]{2,120}/gu,
  /\b(?:old|new|former|alternative|ancien|nouveau|antiguo|nuevo)(?:er|e|a|o)? (?:text|wording|version|phrasing|texte|libellé|texto|redacción)\s?:[^\n]{2,120}|\b(?:was|now|instead|read|before|after|avant|après|antes|ahora)\s?:\s?["“«][^"”»\n]{2,80}["”»]/giu,
  /^(?:(?:Ed|Eds|Rapp?|Subs?)\.?|(?:Comment|Query|Remark|Commentaire|Comentario)(?: (?:for|from|to|pour|para|de)\s[\p{L} ]{2,20})?|Questions? (?:for|to|pour|para) (?:the |la |el |l['’])?\p{L}+)\s?:\s?[^\n]{2,120}/gu,
  /(?<!\p{L})\?\p{L}[\p{L} ]{1,20}\?/gu,
];

/** "N.B." before an instruction, "PS for the layout desk:", "Note to …:". */
const openings: readonly RegExp[] = [
  /[([](?:name|names|identity|quote|wording|source|nom|noms|identité|citation|nombre|nombres|identidad|cita)\s[^()[\]]{0,60}\b(?:withheld|clear|cleared|confirm\w*|approv\w*|permission|ask|check|vérifi\w*|accord|feu vert|permiso|visto bueno|confirm\w*|retir\w*)\b[^()[\]]{0,60}[)\]]/giu,
  /[([](?:OJO|ojo|PS|P\.S\.|P\.D\.|Note to|Memo to|Nota para|Note pour|Attention)\b\s?:?[^()[\]]{2,100}[)\]]/gu,
  /(?:^|(?<=[.!?\n]\s?))(?:PS|P\.S\.|PD|P\.D\.|Note|Memo|Nota|To|Pour|Para)\s(?:for|to|the|pour|para|a)\s(?:the |la |el |l['’])?(?:web|design|layout|comms|communications|press|editor|editors|editing|translation|translators?|editorial|rédaction|équipe|traduction|redacción|maquetación|diseño|traducción|prensa)\b[^:.\n]{0,20}:[^\n.!?]{2,80}/giu,
];

/** Labels of everyday brackets: "[Source: …]". */
const labelled =
  /^(?:source|sources|figure|photo|image|table|annex|translation|credit|video|audio|answer|question|q|a|quelle|fuente|foto|tableau|cuadro)\b\s?:/iu;
const everyday = /^(?:sic|\.\.\.|…|[\d\s,;.–-]+|\p{L}|[ivxlc]+)$/iu;
const initialsLast = /[–—-]{1,2}\s?\p{Lu}{1,3}\.?$/u;
const nameFirst = /^@?(?:\p{Lu}\p{Ll}+|\p{Lu}{1,3})\s?[:–—]\s?\S+\s\S/u;

interface Words {
  /** Words that make a note of whatever stands in square brackets. */
  readonly sure: RegExp;
  /** Words that do so together with others. */
  readonly edit: RegExp;
  /** Words that open a note in round brackets. */
  readonly lead: RegExp;
  readonly self: RegExp;
  readonly query: RegExp;
  readonly plea: RegExp;
}

const words = (lexicon: Lexicon): Words => {
  const of = (...names: string[]) =>
    phrasesOf(
      lexicon,
      names.map((name) => `text-${name}`),
    );
  return { sure: of('note'), edit: of('note', 'edit'), lead: of('lead'), self: of('self'), query: of('query'), plea: of('plea') };
};

export const editorsNote: Check = {
  number: 16,
  name: 'editors-note',
  title: 'Editor’s notes',
  region: (passage, { lexicon }) => {
    const { text } = passage.reading;
    const known = words(lexicon);
    const found = [...signs, ...asides, ...openings].flatMap((sign) =>
      [...text.matchAll(sign)].map((match) => hit(text, match.index, match.index + match[0].length)),
    );
    const notes = asidesOf(text).filter((aside) => isNote(aside, known)).map((aside) => hit(text, aside.start, aside.end)); // biome-ignore format: one line
    return [...found, ...notes, ...appeals(passage, known), ...calls(passage), ...patternHits(passage, 16, 'warn', reason)];
  },
};

const hit = (text: string, start: number, end: number): Hit => ({ start, end, level: 'warn', reason: reason(text.slice(start, end)) });

function isNote({ mark, inner }: Aside, known: Words): boolean {
  if (mark === 'always') return /\p{L}/u.test(inner);
  if (everyday.test(inner) || (labelled.test(inner) && !/[?!]/.test(inner))) return false;
  if (hasPhrase(known.sure, inner)) return true;
  if (mark === 'round')
    return (
      startsWith(known.lead, inner) ||
      (nameFirst.test(`${inner} .`) && hasPhrase(known.edit, inner) && /[!?]$|:/.test(inner)) ||
      (initialsLast.test(inner) && /\?/.test(inner)) ||
      (inner.endsWith('?') && hasPhrase(known.query, inner))
    );
  const several = /\s/.test(inner);
  return /[?!]/.test(inner) || (several && (hasPhrase(known.edit, inner) || hasPhrase(known.self, inner))) || initialsLast.test(inner) || nameFirst.test(inner);
}

function startsWith(test: RegExp, text: string): boolean {
  test.lastIndex = 0;
  return test.exec(text)?.index === 0;
}

/** "This may be too much. Petra?": a lone name with a question mark behind a sentence. */
function calls({ reading: { text }, tokens }: Passage): Hit[] {
  return [...text.matchAll(/(?<=[.!?]\s)@?(\p{Lu}\p{Ll}{1,14})\?(?=\s|$)/gu)].flatMap((match) => {
    const token = tokens.find((one) => one.start === match.index + match[0].indexOf(match[1] ?? ''));
    return token === undefined || token.classes.size > 0 ? [] : [hit(text, match.index, match.index + match[0].length)];
  });
}

/** "Jo – don't forward this bit!!", "Maia, pls cut this sentence": a name, then a plea to an editor. */
function appeals({ reading: { text }, tokens }: Passage, known: Words): Hit[] {
  return [...text.matchAll(/(?<=^|[.!?…\n]["'”)]?\s)@?(\p{Lu}[\p{L}'-]{1,16})\s?(?:[,:]|\s[–—-])\s(\S[^\n.?!]{2,160}[.?!]*)/gu)].flatMap((match) => {
    const [, name = '', rest = ''] = match;
    if (!startsWith(known.plea, rest) || !(hasPhrase(known.edit, rest) || /!!|\?!/.test(rest))) return [];
    const token = tokens.find((one) => one.start === match.index + match[0].indexOf(name));
    return token !== undefined && isWord(token) ? [] : [hit(text, match.index, match.index + match[0].length)];
  });
}

/** A word that stands at the start of many sentences is nobody's name. */
const isWord = (token: Token): boolean => ['adverb', 'connector', 'small', 'country', 'region', 'plural', 'roomful', 'body', 'meeting'].some((name) => token.classes.has(name)); // biome-ignore format: one line
