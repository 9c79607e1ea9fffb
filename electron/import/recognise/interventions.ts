/** Who an intervention is attributed to: the lead-in's own words, and which bullets belong to it. */
import type { Block } from '../text/block.ts';

export interface Intervention {
  /** "A representative of the Office's Survey and Methods Section". */
  readonly attribution: string;
  readonly level: number;
  /** The bullet ends in a colon: the bullets after it, one level deeper, are its points. */
  readonly leads: boolean;
}

const opening =
  /^(?:(?:In|On|At|Next|Lastly|Finally|Then|Similarly|Meanwhile|Responding|Following|Turning|First|Second|Also)\b[^.:]{0,320}?,\s+)?((?:an?|another|the|one)\s+(?:above\s+|former\s+|other\s+|same\s+)*(?:representative|president|ambassador|delegate|chair(?:person)?|director|rapporteur|high commissioner|commissioner|registrar|moderator|official|keeper|judge|minister|participant|speaker|expert)s?\b[^:]*)/i;
const verbs =
  '(?:(?:also|further|then|however|therefore|again|first|additionally|similarly)\\s+)*(?:noted|highlighted|described|stressed|shared|argued|recalled|reiterated|expressed|concluded|introduced|explained|welcomed|opened|thanked|added|said|stated|emphasi[sz]ed|underlined|underscored|discussed|referred|spoke|replied|responded|identified|acknowledged|addressed|cautioned|suggested|proposed|observed|pointed|asked|called|agreed|presented|outlined|showed|warned|urged|mentioned|raised|talked|opined|posited|drew|remarked|reflected|in response|in reply)';
const beforeVerb = new RegExp(`^(.*?),?\\s+${verbs}\\b`, 'is');
const continues = new RegExp(
  `^(?:(?:He|She|They|It|Lastly|Finally|According to (?:him|her|them)|In conclusion|Turning|Reflecting|On|In addition|Also)\\b|${verbs}\\b)`,
  'i',
);

const pronoun = /^(?:[^.]{0,90}[\s,])?(?:he|she|they|the (?:above )?(?:representative|speaker|former president))[\s,]/i;

/** The intervention that a bullet opens or belongs to; null where nobody is said to speak. `monologue`: one person speaks in
 *  this part (a welcome, a keynote), so what follows is theirs until another is named. */
export function speakerOf(block: Block, now: Intervention | null, monologue: boolean): Intervention | null {
  const match = opening.exec(block.text);
  if (match !== null && isSpeech(match[1] ?? '', block.text)) {
    const said = (beforeVerb.exec(match[1] ?? '')?.[1] ?? match[1] ?? '').split(/[.,;]\s+(?=\p{Ll})/u)[0] ?? '';
    return { attribution: said.replace(/[\s,:]+$/, '').slice(0, 240), level: block.level, leads: leadsOn(block) };
  }
  if (now === null) return null;
  // A list that a page cut loses its indent: points go on until the next lead-in.
  const goesOn = block.level > now.level || monologue || now.leads || continues.test(block.text) || pronoun.test(block.text) || /^\p{Ll}/u.test(block.text);
  return goesOn ? { ...now, leads: now.leads || leadsOn(block) } : null;
}

function leadsOn(block: Block): boolean {
  return /:\s*$/.test(block.text);
}

function isSpeech(clause: string, text: string): boolean {
  return /:\s*$/.test(text) || beforeVerb.test(clause) || text.length < 160;
}
