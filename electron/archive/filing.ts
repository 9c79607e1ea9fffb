/** What filing takes, made from an imported file or from a draft's publication. */
import type { Imported } from '../../shared/contract/calls/import.ts';
import type { Entry } from '../../shared/entry/entry.ts';
import type { Filing, FilingParagraph } from '../../shared/entry/filing.ts';
import { filedParagraphs } from '../../shared/entry/from-publication.ts';
import type { Published } from '../../shared/publication/publish.ts';

const alone = { block: null, tally: null, opposite: null } as const;

/** Everything that was read: entries in their sections, and all other text as kind `text`. Nothing is left out. */
export function filingOfImport(imported: Imported, bytes: Uint8Array): Filing {
  const placed = new Set<number>();
  const paragraphs: FilingParagraph[] = [];
  for (const { path, title, paragraphs: texts, entries } of imported.sections) {
    const section = path.at(-1) === title || title === '' ? path : [...path, title];
    paragraphs.push(...texts.map((text) => textParagraph(text, section)));
    for (const index of entries) {
      const entry = imported.entries[index];
      if (entry === undefined || placed.has(index)) continue;
      placed.add(index);
      paragraphs.push({ ...entry, ...alone });
    }
  }
  for (const [index, entry] of imported.entries.entries()) if (!placed.has(index)) paragraphs.push({ ...entry, ...alone });
  paragraphs.push(...imported.notes.map((note) => ({ ...textParagraph(note.text, ['Notes']), number: note.mark, source: note.at })));
  paragraphs.push(
    ...imported.figures.map((figure) => ({
      ...textParagraph([figure.caption, figure.credit].filter((part) => part !== '').join(' · '), []),
      source: figure.at,
    })),
  );
  return {
    title: imported.title === '' ? imported.file : imported.title,
    date: imported.dates.start ?? '',
    dateEnd: imported.dates.end ?? '',
    template: imported.template,
    language: imported.language,
    fields: Object.fromEntries(
      Object.entries(imported.fields).map(([id, value]) => [id, typeof value === 'string' ? [value] : Array.isArray(value) ? value : [value.start, value.end]]),
    ),
    paragraphs: paragraphs.filter(({ text }) => text.trim() !== ''),
    source: { kind: 'file', name: imported.file, bytes },
  };
}

/** A draft as it is issued: entries tied to the blocks they were made from, tallies kept beside them. */
export function filingOfPublication(published: Published, draft: string): Filing {
  const { publication, origins, tallies } = published;
  const filed = filedParagraphs(publication);
  const paragraphs = filed.map((paragraph): FilingParagraph => {
    const { anchor, entry } = paragraph;
    const what = entry ?? textParagraph(paragraph.text, paragraph.section, paragraph.number);
    const block = anchor === null ? undefined : publication.body.find((candidate) => candidate.anchor === anchor);
    const opposite = block?.entry?.opposite;
    const across = opposite === undefined ? -1 : filed.findIndex((other) => other.anchor === opposite);
    return {
      ...what,
      block: anchor === null ? null : (origins.get(anchor) ?? null),
      tally: anchor === null ? null : (tallies.get(anchor) ?? null),
      opposite: across === -1 ? null : across,
    };
  });
  return {
    title: publication.title,
    date: publication.dates?.start ?? '',
    dateEnd: publication.dates?.end ?? '',
    template: publication.template.id,
    language: publication.language,
    fields: publication.fields,
    paragraphs,
    source: { kind: 'draft', draft },
  };
}

function textParagraph(text: string, section: readonly string[], number: string | null = null): FilingParagraph {
  const none: Omit<Entry, 'kind' | 'text' | 'section' | 'number'> = {
    support: null,
    contested: false,
    polarity: null,
    modality: null,
    addressees: [],
    quoted: [],
    attribution: null,
    themes: [],
    source: {},
  };
  return { kind: 'text', text, section: [...section], number, ...none, ...alone };
}
