/** Which template's form a report has, with a score. */
import type { Block } from '../text/block.ts';
import type { Head } from './heads.ts';

export interface Form {
  readonly template: string | null;
  /** 0 to 1. */
  readonly score: number;
}

/** What each form weighs at when every one of its marks is there. */
const full: Readonly<Record<string, number>> = { roundtable: 14, dialogues: 16, summary: 10, conference: 11, briefing: 14, 'horizon-scan': 8 };

/** Weighs headings, numbering and attributions; a form needs a third of its full weight and must lead. */
export function recogniseForm(blocks: readonly Block[], heads: ReadonlyMap<number, Head>, wanted: string): Form {
  const weights = new Map<string, number>(Object.keys(full).map((id) => [id, 0]));
  const add = (id: string, weight: number) => weights.set(id, (weights.get(id) ?? 0) + weight);
  const seen = new Map<string, number>();
  for (const { role } of heads.values()) {
    if (role === null) continue;
    const times = (seen.get(role.role) ?? 0) + 1;
    seen.set(role.role, times);
    for (const [id, weight] of Object.entries(role.forms)) add(id, times === 1 ? weight : times === 2 ? weight / 4 : 0);
  }
  weighText(blocks, heads, add);
  const ranked = [...weights].map(([id, weight]) => ({ id, score: Math.min(1, weight / (full[id] ?? 1)), weight })).sort((a, b) => b.score - a.score);
  const best = wanted === 'auto' ? ranked[0] : ranked.find(({ id }) => id === wanted);
  if (best === undefined) return { template: null, score: 0 };
  const fits = wanted !== 'auto' || (best.score >= 0.33 && best.weight >= 3);
  return { template: fits ? best.id : null, score: Math.round(best.score * 100) / 100 };
}

function weighText(blocks: readonly Block[], heads: ReadonlyMap<number, Head>, add: (id: string, weight: number) => void): void {
  const numbers = blocks.filter(({ kind }) => kind === 'number').map(({ label }) => Number(label));
  const running = numbers.filter((number, at) => number === at + 1).length;
  if (running >= 6) add('conference', 4);
  else if (running >= 3) add('briefing', 1);
  if (blocks.some(({ kind, label }) => kind === 'subitem' && /^[ivx]{2,}$/.test(label ?? ''))) add('conference', 1);
  const dated = [...heads.values()].filter((head) => head.dated).length;
  add('dialogues', Math.min(4, dated * 1.5));
  const front = blocks
    .slice(0, 14)
    .map(({ text }) => text)
    .join('\n');
  if (/round\s?table|table ronde|mesa redonda/i.test(front)) add('roundtable', 3);
  if (/dialogues?\b|diálogos?|consolidated report/i.test(front)) add('dialogues', 1);
  if (/^(?:summary of|résumé du|résumé de|resumen del?)\b/im.test(front)) add('summary', 6);
  if (/horizon scan|veille prospective|exploración del horizonte/i.test(front)) add('horizon-scan', 7);
  if (/^(?:report|conference report|rapport|informe)$/im.test(front)) add('conference', 1);
  if (/strictly confidential|not for quotation|strictement confidentiel|estrictamente confidencial/i.test(front)) add('briefing', 2);
  const attributed = blocks.filter(({ text }) =>
    /^(?:(?:In|Next|Lastly|Finally|Then|At)\b[^.]{0,80}?,? )?(?:an?|another|the)(?: above| former)? (?:representative|president|delegate)\b|^(?:un|une|le|la)(?: autre)? représentante?|^(?:un|una|otro|otra|el|la) representante/i.test(
      text,
    ),
  ).length;
  add('roundtable', attributed >= 5 ? 5 : attributed >= 2 ? 2 : 0);
}
