/** A Publication exported as JSON is read back exactly: nothing has to be recognised, nothing is guessed. */
import type { Imported } from '../../../shared/contract/calls/import.ts';
import { type FiledParagraph, filedParagraphs } from '../../../shared/entry/from-publication.ts';
import { runText } from '../../../shared/publication/inlines.ts';
import { Publication } from '../../../shared/publication/publication.ts';
import { Refused } from '../limits.ts';

/** @throws Refused  the text is no publication of Rapporteur */
export function parsePublication(text: string): Publication {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused('input/unreadable', 'it is no JSON');
  }
  const parsed = Publication.safeParse(value);
  if (!parsed.success) throw new Refused('input/unsupported', 'it is no publication of Rapporteur (a draft is filed by issuing it first)');
  return parsed.data;
}

export function importedFrom(publication: Publication, file: string): Imported {
  const paragraphs = filedParagraphs(publication).filter(({ anchor }) => anchor !== null);
  const entries = paragraphs.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return {
    file,
    template: publication.template.id,
    score: 1,
    title: publication.title,
    dates: publication.dates ?? { start: null, end: null },
    language: publication.language,
    fields: publication.fields,
    sections: sectionsOf(publication, paragraphs),
    entries,
    notes: publication.notes.map((note) => ({ mark: String(note.number), text: runText(note.content), entry: null, at: {} })),
    pullQuotes: publication.body.flatMap((block) => (block.type === 'pull-quote' ? [{ text: runText(block.content), entry: null, at: {} }] : [])),
    figures: publication.body.flatMap((block) => (block.type === 'figure' ? [{ caption: runText(block.content), credit: block.credit, at: {} }] : [])),
    people: [],
    warnings: [],
  };
}

/** One section a heading, in order; what stands before the first heading is in a section without a title. */
function sectionsOf(publication: Publication, paragraphs: readonly FiledParagraph[]): Imported['sections'] {
  const sections: Imported['sections'] = [];
  const path: string[] = [];
  const begin = (title: string, level: number, number: string | null) =>
    sections.push({ title, number, level, path: path.filter((part) => part !== ''), date: null, host: null, paragraphs: [], entries: [], flow: [] });
  let entry = 0;
  let next = 0;
  for (const block of publication.body) {
    if (block.type === 'heading') {
      path.length = block.level - 1;
      for (let at = 0; at < path.length; at++) path[at] ??= '';
      path.push(runText(block.content));
      begin(runText(block.content), block.level, block.label ?? null);
      continue;
    }
    if (sections.length === 0) begin('', 1, null);
    for (; paragraphs[next]?.anchor === block.anchor; next++) {
      const section = sections.at(-1);
      if (section === undefined) continue;
      if (paragraphs[next]?.entry === null) {
        section.flow.push({ paragraph: section.paragraphs.length });
        section.paragraphs.push(paragraphs[next]?.text ?? '');
      } else {
        section.flow.push({ entry });
        section.entries.push(entry++);
      }
    }
  }
  return sections;
}
