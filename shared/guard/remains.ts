/** What editing leaves behind in a text, told by its form: placeholders, comments, labels to colleagues. `sign` says quickly whether a form can stand
 *  in a text at all. */
export interface Remain {
  readonly sign: RegExp;
  readonly test: RegExp;
}

export const remains: readonly Remain[] = [
  // marks of haste and of templates
  { sign: />>>|\?\?|!!|X{3}|@@|<<|\{\{/, test: />{3,}\s?[^\n]{0,80}|\?{2,}|!{2,}|(?<!\p{L})X{3,}(?!\p{L})|@@+|<<[^<>]{1,80}>>|\{\{[^{}]{1,80}\}\}/gu },
  { sign: /STRICTLY/, test: /\bSTRICTLY PROTECT\b/gu },
  // gaps left to fill
  { sign: /__|XX|xx|NN|N\.N/, test: /(?<![\p{L}\p{N}_/])_{3,}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}])(?:XX|xx|NN|N\.N\.)(?=\s(?:%|per cent|percent|participants|people|pour cent|por ciento))/gu },
  { sign: /w\//, test: /(?<![\p{L}\p{N}])w\/o?(?=\s\p{L})/gu },
  { sign: /[([]\s?(?:\?|sp|ref|source|sic)/i, test: /[([](?:\s?\?+\s?|sp\s?\??|ref\s?\?|source\s?\?|sic\s?\?)[)\]]/giu },
  // remains of comments and tracked changes
  { sign: /Comment|Comentario|Deleted|Inserted|Formatted|Moved|Supprimé|Eliminado|Insertado/i, test: /\b(?:Comment(?:ed|aire)?|Comentario|Deleted|Inserted|Formatted|Moved (?:up|down)|Supprimé|Eliminado|Insertado)\s?(?:\[[^\]\n]{1,12}\]\s?:?|:(?=\s?(?:Font|Style|[\p{Lu}"“‘'])))[^\n]{0,80}/gu },
  // somebody called by name
  { sign: /@/, test: /(?<![\p{L}\p{N}])@\s?\p{Lu}\p{Ll}+\s?[:,–-]\s?\S[^\n]{0,80}/gu },
  // "For Sven only:", "To the proofreader:"
  { sign: /:/, test: /(?:^|(?<=[.!?]\s))(?:N\.?B\.? )?(?:For|To|Pour|Para|À|A)\s(?:(?:the |la |le |el |l['’])?(?:proof-?readers?|printers?|typesetters?|translators?|designers?|layout|web ?master|web team|desk|copy ?editors?|editors?|correcteur|imprimeur|maquettiste|corrector|imprenta)|\p{Lu}\p{Ll}+ (?:only|seulement|uniquement|solamente))\s?:[^\n]{2,120}/gu },
  // "Old text: … New text: …", "was: “…”; now: “…”"
  { sign: /:/, test: /\b(?:old|new|former|alternative|ancien|nouveau|antiguo|nuevo)(?:er|e|a|o)? (?:text|wording|version|phrasing|texte|libellé|texto|redacción)\s?:[^\n]{2,120}|\b(?:was|now|instead|read|before|after|avant|après|antes|ahora)\s?:\s?["“«][^"”»\n]{2,80}["”»]/giu },
  // "Ed.: …", "Comment: …", "Question for …:"
  { sign: /^[^:\n]{2,40}:/, test: /^(?:(?:Ed|Eds|Rapp?|Subs?)\.?|(?:Comment|Query|Remark|Commentaire|Comentario)(?: (?:for|from|to|pour|para|de)\s[\p{L} ]{2,20})?|Questions? (?:for|to|pour|para) (?:the |la |el |l['’])?\p{L}+)\s?:\s?[^\n]{2,120}/gu },
  // "?Kestria?"
  { sign: /\?\p{L}/u, test: /(?<!\p{L})\?\p{L}[\p{L} ]{1,20}\?/gu },
  // "(quote to be cleared)"
  { sign: /[([](?:name|identity|quote|wording|source|nom|identité|cit|identidad)/i, test: /[([](?:name|names|identity|quote|wording|source|nom|noms|identité|citation|nombre|nombres|identidad|cita)\s[^()[\]]{0,60}\b(?:withheld|clear|cleared|confirm\w*|approv\w*|permission|ask|check|vérifi\w*|accord|feu vert|permiso|visto bueno|confirm\w*|retir\w*)\b[^()[\]]{0,60}[)\]]/giu },
  // "(PS …)"
  { sign: /[([](?:OJO|ojo|P\.?S|P\.?D|Note|Memo|Nota|Attention)/, test: /[([](?:OJO|ojo|PS|P\.S\.|P\.D\.|Note to|Memo to|Nota para|Note pour|Attention)\b\s?:?[^()[\]]{2,100}[)\]]/gu },
  // "PS for the layout desk: …", "Note to …: …"
  { sign: /(?:PS|PD|P\.S\.|P\.D\.|note|memo|nota|to|pour|para)\s[^:\n]{2,60}:/i, test: /(?:^|(?<=[.!?\n]\s?))(?:PS|P\.S\.|PD|P\.D\.|Note|Memo|Nota|To|Pour|Para)\s(?:for|to|the|pour|para|a)\s(?:the |la |el |l['’])?(?:web|design|layout|comms|communications|press|editor|editors|editing|translation|translators?|editorial|rédaction|équipe|traduction|redacción|maquetación|diseño|traducción|prensa)\b[^:.\n]{0,20}:[^\n.!?]{2,80}/giu },
  // "Cut?", "Too strong?", "Says who?": a fragment that asks about the text
  { sign: /\?/, test: /(?:^|(?<=[.!?:]\s))(?:cut|delete|soften|rephrase|shorten|tone down|redundant|repetition|duplicate|source|reference|spelling|wording|says who|correct|too (?:long|strong|specific|harsh|detailed|much|blunt|close|revealing|recognisable)|couper|supprimer|adoucir|redite|répétition|doublon|orthographe|trop (?:long|fort|précis|reconnaissable)|cortar|suavizar|repetición|ortografía|demasiado (?:largo|fuerte|preciso|reconocible))(?: (?:this|here|it|that|again|ici|aquí|esto))?\s?\?/giu },
  // "— MK, 12/3", "rev. KB 14.11."
  { sign: /\p{Lu}{2,3}\b/u, test: /[–—-]\s?\p{Lu}{2,3},?\s\d{1,2}[./]\d{1,2}\b|\brev\.?\s(?:by )?\p{Lu}{2,3}\b(?:\s\d[\d./]*)?/gu },
  { sign: /[→⇒➔]/, test: /(?:^|\s)[→⇒➔]\s?(?:check|move|ask|annex|see|delete|cut|drop|vérifier|déplacer|voir|verificar|mover|ver)\b[^\n.]{0,60}/giu },
]; // biome-ignore format: a table

/** The places of all remains in a text. */
export function remainsIn(text: string): { readonly start: number; readonly end: number }[] {
  return remains.flatMap(({ sign, test }) =>
    sign.test(text) ? [...text.matchAll(test)].map((match) => ({ start: match.index, end: match.index + match[0].length })) : [],
  );
}
