/** Every word of an imported file, in passages for the guard: what was recognised, what became a field, and what found no place. */
import type { Imported } from '../../shared/contract/calls/import.ts';
import type { TextInput } from '../../shared/guard/guard.ts';
import { hostOpening, partnersOpening } from '../import/recognise/lexicon.ts';
import { wordCount } from '../import/recognise/words.ts';

type Passage = TextInput['paragraphs'][number];
type Section = Imported['sections'][number];

/** Fields that say who invited: public, as on a cover. A long one is a sentence that was taken for a field. */
const listed = new Set(['hosts', 'organisers', 'partners', 'partnership', 'website', 'parentEvent', 'newsletter', 'issued', 'rapporteur']);
const longestField = 12;

/** @param lines the source as it was read: whatever of it stands in no recognised part is a passage of its own, so that nothing goes unread
 *  @param file lines as an editor counts them, where the file has some (text, Markdown): a label then says the line too */
export function passagesOf(imported: Imported, lines: readonly string[], file: readonly string[] | null): Passage[] {
  const known = [{ text: imported.title, label: 'title' }, ...fieldPassages(imported), ...bodyPassages(imported), ...aroundPassages(imported)];
  const all = [...known, ...unread(lines, known)].map((one) => ({ ...one, text: unframed(one.text) })).filter(({ text }) => text !== '');
  return file === null ? all : all.map((one) => withLine(one, file));
}

function fieldPassages({ fields }: Imported): Passage[] {
  return Object.entries(fields).flatMap(([id, value]) => {
    const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    return values.map((text) => ({ text, label: `cover, ${words(id)}`, listed: listed.has(id) && wordCount(text) <= longestField }));
  });
}

/** Headings, paragraphs and entries in the order of the text, with the labels that a draft's places have. */
function bodyPassages({ sections, entries }: Imported): Passage[] {
  return sections.flatMap((section) => {
    const name = nameOf(section, sections);
    const under = (short: string) => (name === '' ? short : `${name}, ${short}`);
    const host = section.host === null ? [] : [{ text: section.host, label: under('host'), listed: true }];
    return [{ text: section.title, label: 'heading' }, ...host, ...flowPassages(section, entries, name)];
  });
}

function flowPassages({ flow, paragraphs, entries: own }: Section, entries: Imported['entries'], name: string): Passage[] {
  const passages: Passage[] = [];
  let [paragraph, item, speaker] = [0, 0, ''];
  // What the flow does not name is read all the same.
  const all = [...flow, ...own.filter((at) => !flow.some((one) => 'entry' in one && one.entry === at)).map((entry) => ({ entry }))];
  for (const one of all) {
    if ('paragraph' in one) {
      paragraph += 1;
      passages.push({ text: paragraphs[one.paragraph] ?? '', label: name === '' ? `par. ${paragraph}` : `${name}, par. ${paragraph}` });
      continue;
    }
    const entry = entries[one.entry];
    if (entry === undefined) continue;
    const { text, number, attribution, source } = entry;
    item += number === null ? 1 : 0;
    const label = number !== null ? `para ${number.replace('.', ' ')}` : name === '' ? `point ${item}` : `${name} ${item}`;
    // A lead-in stands once, above what it introduces.
    const leads = attribution !== null && attribution !== speaker && !text.includes(attribution);
    speaker = attribution ?? '';
    passages.push({ text: leads ? `${attribution}: ${text}` : text, label: onPage(label, source.page) });
  }
  return passages;
}

/** A section's title; with the one around it, where several sections are called the same. */
function nameOf({ title, path }: Section, sections: readonly Section[]): string {
  const parent = path.at(-2);
  const twice = parent !== undefined && sections.filter((other) => other.title === title).length > 1;
  return twice ? `${shortened(parent)}, ${shortened(title)}` : shortened(title);
}

function aroundPassages({ notes, pullQuotes, figures, warnings }: Imported): Passage[] {
  return [
    ...notes.map(({ text, mark, at }) => ({ text, label: onPage(`note ${mark}`, at.page) })),
    ...pullQuotes.map(({ text, at }) => ({ text, label: onPage('pull quote', at.page) })),
    ...figures.flatMap(({ caption, credit, at }) => [
      { text: caption, label: onPage('caption', at.page), listed: true },
      { text: credit, label: onPage('credit', at.page), listed: true },
    ]),
    ...warnings.filter(({ code }) => hidden.has(code)).map(({ text, code }) => ({ text, label: words(code) })),
  ];
}

/** Parts of a Word file that its pages show beside the text, or only to those who look. */
const hidden = new Set(['tracked-deletion', 'comment', 'running-head']);

/** Lines whose words stand in no passage: neighbours are one passage, since a sentence runs over lines. */
function unread(lines: readonly string[], known: readonly Passage[]): Passage[] {
  const read = known.map(({ text }) => letters(text)).join(' ');
  const passages: Passage[] = [];
  let open = null as { text: string; from: number; to: number } | null;
  for (const [at, line] of lines.entries()) {
    const own = letters(line);
    if (own === '') continue;
    if (read.includes(own)) open = null;
    else if (open !== null && open.to === at - 1) open = { ...open, text: `${open.text} ${line.trim()}`, to: at };
    else open = { text: line.trim(), from: at, to: at };
    if (open === null) continue;
    const passage = { text: open.text, label: `line ${open.from + 1}`, listed: hostOpening.test(open.text) || partnersOpening.test(open.text) };
    if (open.from === at) passages.push(passage);
    else passages[passages.length - 1] = passage;
  }
  return passages;
}

/** "para 8 (line 24)": where the file has lines that an editor counts. */
function withLine(passage: Passage, lines: readonly string[]): Passage {
  if (passage.label.startsWith('line ')) return passage;
  const start = letters(passage.text).slice(0, 40);
  const at = start === '' ? -1 : lines.findIndex((line) => near(letters(line), start));
  return at === -1 ? passage : { ...passage, label: `${passage.label} (line ${at + 1})` };
}

/** Without the lines that a text file draws around a table. */
const unframed = (text: string): string => text.replace(/^[\s|]+|[\s|]+$/g, '');

const near = (line: string, start: string): boolean => line !== '' && (line.includes(start) || (line.length >= 12 && start.startsWith(line)));

const onPage = (label: string, page: number | undefined): string => (page === undefined ? label : `${label}, page ${page}`);

/** "parentEvent", "tracked-deletion" in words. */
const words = (id: string): string =>
  id
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase();

/** Letters only: figures, signs, spaces and hyphens are what repairs change. */
export const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');

const longest = 40;

function shortened(title: string): string {
  if (title.length <= longest) return title;
  const cut = title.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
