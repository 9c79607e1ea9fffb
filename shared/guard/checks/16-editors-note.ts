/** [GRD-16] What was left for the editor: protect marks, "check with …", TODO, questions in brackets. The classification line is not one. */
import { type Check, type Hit, patternHits } from '../check.ts';

const reason = (quote: string) => `“${quote}” is a note for the editor; take it out before the report is issued.`;
const traces: readonly RegExp[] = [
  /\[[^\]]{0,80}\b(?:check|protect|tbc|tbd|todo|note|who|confirm|delete|remove|insert|source|verify|name|rephrase|wording|quote|vérifier|confirmer|protéger|supprimer|à compléter|nom|verificar|confirmar|proteger|eliminar|nombre|fuente)\b[^\]]{0,80}\]/giu,
  /\((?:check|verify|confirm|tbc|tbd|todo|ask|delete|remove|insert|who said|à vérifier|vérifier|à confirmer|verificar|confirmar|comprobar)\b[^()]{0,80}\)/giu,
  /[([](?:name|names|identity|quote|wording|source|nom|noms|identité|citation|nombre|nombres|identidad|cita)\s[^()[\]]{0,60}\b(?:withheld|clear|cleared|confirm\w*|approv\w*|permission|ask|check|vérifi\w*|accord|feu vert|permiso|visto bueno|confirm\w*|retir\w*)\b[^()[\]]{0,60}[)\]]/giu,
  /<[^<>\n]{0,60}\b(?:check|confirm|ask|verify|name|source|remove|delete|vérifier|confirmer|demander|verificar|confirmar|preguntar)\b[^<>\n]{0,60}>/giu,
  /[([](?:OJO|ojo|PS|P\.S\.|P\.D\.|Note to|Memo to|Nota para|Note pour|Attention)\b\s?:?[^()[\]]{2,100}[)\]]/gu,
  /(?:^|(?<=[.!?\n]\s?))(?:PS|P\.S\.|PD|P\.D\.|Note|Memo|Nota|To|Pour|Para)\s(?:for|to|the|pour|para|a)\s(?:the |la |el |l['’])?(?:web|design|layout|comms|communications|press|editor|editors|editing|translation|translators?|editorial|rédaction|équipe|traduction|redacción|maquetación|diseño|traducción|prensa)\b[^:.\n]{0,20}:[^\n.!?]{2,80}/giu,
  /\bN\.?B\.?\s?:\s*(?:delete|remove|check|ask|confirm|change|cut|do not|supprimer|vérifier|borrar|verificar|eliminar)\b[^.!\n]{0,80}/gu,
  />{3,}\s?[^\n]{0,80}|\?{2,}|(?<!\p{L})X{3,}(?!\p{L})|@@+|<<[^<>]{1,80}>>|\{\{[^{}]{1,80}\}\}/gu,
  /\bSTRICTLY PROTECT\b/gu,
];

export const editorsNote: Check = {
  number: 16,
  name: 'editors-note',
  title: 'Editor’s notes',
  region: (passage) => {
    const { text } = passage.reading;
    const left = traces.flatMap((trace) =>
      [...text.matchAll(trace)].map((match): Hit => ({ start: match.index, end: match.index + match[0].length, level: 'warn', reason: reason(match[0]) })),
    );
    return [...left, ...patternHits(passage, 16, 'warn', reason)];
  },
};
