/** Headings to sections: a tree by level, each with its role, day and host, and the blocks that stand in it. */
import type { Block } from '../text/block.ts';
import { findDate } from './dates.ts';
import { type Head, isDateline, splitNumber } from './heads.ts';
import { hostOpening, type Role } from './lexicon.ts';

export interface OutlineSection {
  readonly title: string;
  readonly number: string | null;
  readonly level: number;
  /** Titles from the outermost to its own. */
  readonly path: readonly string[];
  readonly role: Role | null;
  /** Roles around it, outermost first, its own last. */
  readonly roles: readonly (Role | null)[];
  readonly date: string | null;
  readonly host: string | null;
  readonly blocks: readonly Block[];
}

interface Building extends Omit<OutlineSection, 'blocks' | 'date' | 'host'> {
  date: string | null;
  host: string | null;
  blocks: Block[];
}

/** Builds the sections of `blocks[from..to]`. `year` dates the days that name none. */
export function outline(
  blocks: readonly Block[],
  heads: ReadonlyMap<number, Head>,
  span: { from: number; to: number },
  form: string | null,
  year: number | null,
): OutlineSection[] {
  const levels = levelsOf(heads, span, form);
  const sections: Building[] = [];
  let path: Building[] = [];
  for (let at = span.from; at < span.to; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    const head = heads.get(at);
    const now = path.at(-1);
    const asksHere = head !== undefined && !head.dated && head.role === null && now?.role?.role === 'key-questions' && !opensPart(at, heads, span, levels);
    if (head === undefined || asksHere) {
      if (now === undefined) path = [begin('', null, 1, null, [])];
      const section = path.at(-1) as Building;
      if (!sections.includes(section)) sections.push(section);
      if (!takeDateline(section, block, year)) section.blocks.push(asksHere ? { ...block, kind: 'heading' } : block);
      continue;
    }
    const level = levels.get(at) ?? 1;
    path = path.filter((section) => section.level < level && section.title !== '');
    const { number, title } = block.kind === 'number' ? { number: block.label, title: block.text.trim() } : splitNumber(block.text.trim());
    const section = begin(title, number, level, head.role, path);
    path = [...path, section];
    sections.push(section);
  }
  return sections;
}

function begin(title: string, number: string | null, level: number, role: Role | null, around: readonly Building[]): Building {
  return {
    title,
    number,
    level,
    role,
    path: [...around.flatMap((one) => one.path.slice(-1)), ...(title === '' ? [] : [title])],
    roles: [...around.map((one) => one.role), role],
    date: null,
    host: null,
    blocks: [],
  };
}

/** The first lines of a section may be its host and day. */
function takeDateline(section: Building, block: Block, year: number | null): boolean {
  if (section.blocks.length > 0 || section.title === '' || !isDateline(block)) return false;
  const date = findDate(block.text, year);
  const opening = hostOpening.exec(block.text);
  if (opening === null && section.host !== null) return false;
  section.date ??= date?.start ?? null;
  if (opening !== null) {
    const host = block.text
      .slice(opening[0].length)
      .replace(date?.text ?? '', '')
      .replace(/^\s*(?:the|by)\s+/i, '')
      .replace(/^[\s,:–-]+|[\s,;.–-]+$/g, '')
      .replace(/\s+(?:on|le|el)$/, '');
    section.host = host === '' ? null : host;
  }
  return opening !== null || date !== null;
}

/** Whether an unknown heading inside the questions opens the next dialogue: the next known heading begins the questions anew. */
function opensPart(at: number, heads: ReadonlyMap<number, Head>, span: { to: number }, levels: ReadonlyMap<number, number>): boolean {
  for (let next = at + 1; next < span.to && next <= at + 3; next++) {
    const head = heads.get(next);
    if (head?.role != null) return head.role.role === 'key-questions' && (levels.get(at) ?? 1) <= 1;
  }
  return false;
}

/** A level for each heading: the file's own where it gives several, else by role and by what stands around it. */
function levelsOf(heads: ReadonlyMap<number, Head>, span: { from: number; to: number }, form: string | null): Map<number, number> {
  const inside = [...heads.values()].filter(({ at }) => at >= span.from && at < span.to);
  const native = inside.filter(({ level }) => level > 0);
  const levels = new Map<number, number>();
  if (native.length >= 2 && native.length >= inside.length * 0.6) {
    const top = Math.min(...native.map(({ level }) => level));
    for (const head of inside) levels.set(head.at, head.level > 0 ? head.level - top + 1 : Math.max(1, head.role?.level ?? 2));
    return levels;
  }
  const times = new Map<string, number>();
  for (const { role } of inside) if (role !== null) times.set(role.role, (times.get(role.role) ?? 0) + 1);
  const dated = inside.filter((head) => head.dated).length;
  let parent: string | null = null;
  for (const head of inside) {
    const repeated = head.role !== null && dated >= 2 && (times.get(head.role.role) ?? 0) >= Math.max(2, dated - 1) && head.role.role !== 'introduction';
    const level = head.dated ? 1 : head.role !== null ? (repeated ? 2 : head.role.level) : unknownLevel(parent, form);
    levels.set(head.at, level);
    if (level === 1) parent = head.dated ? 'dialogue' : (head.role?.role ?? null);
    else if (head.role !== null && level === 2) parent = parent === 'recommendations' ? parent : `${parent ?? ''}/${head.role.role}`;
  }
  return levels;
}

/** Subheadings that the lexicon does not know. */
function unknownLevel(parent: string | null, form: string | null): number {
  if (parent === null) return 1;
  if (form === 'roundtable') return parent === 'welcome' || parent.startsWith('segment') ? 2 : 1;
  if (form === 'dialogues') return parent.startsWith('dialogue/') || parent.includes('/key-') || parent.includes('/proposals') ? 3 : 1;
  return parent === 'recommendations' || parent === 'lessons' ? 2 : 1;
}
