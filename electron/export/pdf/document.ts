/** The document as the layout takes it: head, furniture, words and matter apart from the body, which changes with every word. */
import type { HouseStyle } from '../../../shared/publication/house-style.ts';
import type { Publication } from '../../../shared/publication/publication.ts';
import { exportWords } from '../words.ts';
import { laidBody, laidMatter, withBreaks } from './content.ts';
import type { FontSet } from './fonts.ts';
import { languageOf } from './runs.ts';

/** issued: with its cover · picture: the title stands above the text, so that one page shows the form. */
export type Opening = 'issued' | 'picture';

/** A month or a year counts from its first day. PDF/A asks for a date, so a meeting without one gets a day that says nothing. */
function dayOf(day: string | undefined): number[] {
  const [year = 2000, month = 1, date = 1] = day?.split('-').map(Number) ?? [];
  return [year, month, date];
}

/** The date in the file is the meeting's last day, never today: the same draft gives the same bytes in any year. */
export function documentData(publication: Publication, fonts: FontSet, how: { readonly opening: Opening; readonly keeps: boolean }): unknown {
  const { marking, copy, front, dates } = publication;
  const words = exportWords(publication.language);
  const picture = how.opening === 'picture' && hasCover(publication);
  const copyLines = front.find(({ role }) => role === 'copy')?.lines;
  return {
    title: publication.title,
    running: oneLine(publication.running),
    code: publication.code,
    ...languageOf(publication.language),
    region: languageOf(publication.language).region ?? null,
    direction: publication.direction,
    date: dayOf(dates?.end),
    banner: marking?.printed ? marking.banner : null,
    tone: marking?.printed ? marking.tone : 'open',
    copy: copy === null ? null : (copyLines ?? [words.copy(copy.number, copy.of), copy.recipient]),
    words: { contents: words.contents, of: words.of, quotes: words.quotes },
    fonts: { text: fonts.faces, heading: fonts.faces },
    cover: how.opening === 'issued' && hasCover(publication),
    front: laidMatter(titled(picture ? front.filter(({ role }) => pictured.has(role)) : front, publication.title), publication),
    back: laidMatter(publication.back, publication),
    keeps: how.keeps,
  };
}

/** @param breaks numbers of notes before whose list items a page begins */
export function bodyData(publication: Publication, opening: Opening, breaks: ReadonlySet<number>): unknown {
  const short = opening === 'picture' && hasCover(publication);
  return withBreaks(laidBody(short ? { ...publication, body: telling(publication.body) } : publication), breaks);
}

/** A form whose front matter lists contents has a cover; one that is read at once opens with its title above the text. */
export function hasCover(publication: Publication): boolean {
  return publication.front.some(({ role }) => role === 'contents');
}

/** Naskh letters are small on their body: Arabic text is set a size larger, so that both scripts read at one size. */
export function fitted(style: HouseStyle, direction: Publication['direction']): HouseStyle {
  if (direction !== 'rtl') return style;
  const { title, ...running } = style.sizes;
  const larger = Object.fromEntries(Object.entries(running).map(([name, size]) => [name, size * 1.16])) as typeof running;
  return { ...style, sizes: { ...larger, title } };
}

/** A document without its title yet shows the one that its file is told by; a kind that says the same as the title is left out. */
function titled(front: Publication['front'], title: string): Publication['front'] {
  if (front.some(({ role }) => role === 'title')) return front.filter(({ role, lines }) => role !== 'kind' || lines.join(' ') !== title);
  const at = front.findLastIndex(({ role }) => role === 'kind' || role === 'series') + 1;
  return [...front.slice(0, at), { role: 'title', lines: [title] }, ...front.slice(at)];
}

/** A running head never takes two lines. Cut between words; what is cut stands in full in the title. */
function oneLine(text: string): string {
  const most = 88;
  if ([...text].length <= most) return text;
  return `${[...text]
    .slice(0, most)
    .join('')
    .replace(/\s+\S*$/, '')} …`;
}

/** What a small picture has room for. */
const pictured = new Set(['kind', 'series', 'title', 'subtitle', 'dateline']);

/** The body from the first part that shows what is peculiar to the form: numbers, interventions, questions. */
function telling(body: Publication['body']): Publication['body'] {
  const first = body.findIndex(({ type }) => type === 'numbered' || type === 'intervention' || type === 'question');
  const start = body.slice(0, Math.max(0, first)).findLastIndex((block) => block.type === 'heading' && block.level === 1);
  return start === -1 ? body : body.slice(start);
}
