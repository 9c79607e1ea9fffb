/** A publication as one list in reading order: title page, paragraphs each with its notes behind it, last page. Pure. */
import type { Matter, PubBlock, PubInline, Publication } from '../../../shared/publication/publication.ts';
import type { Published } from '../../../shared/publication/publish.ts';
import { contentOf } from './pieces.ts';

export type Part = 'front' | 'body' | 'note' | 'back';

/** What is compared with its like on the other side. */
export interface Unit {
  /** The same on both sides: id of the draft's block; for a note "note " and its id; for a piece of the title page its role. */
  readonly id: string;
  readonly part: Part;
  /** Number as printed: "12.", of a note "3"; '' where there is none. */
  readonly label: string;
  readonly heading: boolean;
  readonly content: readonly PubInline[];
}

export type Side = Pick<Published, 'publication' | 'origins'>;

export function unitsOf({ publication, origins }: Side): Map<string, Unit> {
  const units = [
    ...matterUnits(publication.front, 'front'),
    ...publication.body.flatMap((block) => [bodyUnit(block, origins), ...noteUnits(block, publication, origins)]),
    ...matterUnits(publication.back, 'back'),
  ];
  return new Map(units.map((unit) => [unit.id, unit]));
}

function bodyUnit(block: PubBlock, origins: Side['origins']): Unit {
  const label = 'label' in block ? (block.label ?? '') : '';
  return { id: origins.get(block.anchor) ?? block.anchor, part: 'body', label, heading: block.type === 'heading', content: contentOf(block) };
}

/** The notes whose marks stand in a block. */
function noteUnits(block: PubBlock, { notes }: Publication, origins: Side['origins']): Unit[] {
  return contentOf(block).flatMap((inline): Unit[] => {
    if (!('note' in inline)) return [];
    const { note } = inline;
    const content = notes.find(({ number }) => number === note)?.content ?? [];
    return [{ id: `note ${origins.get(`note:${note}`) ?? note}`, part: 'note', label: String(note), heading: false, content }];
  });
}

/** Pieces that show words; the list of contents and logos follow from the rest. */
function matterUnits(matter: readonly Matter[], part: 'front' | 'back'): Unit[] {
  const seen = new Map<string, number>();
  return matter
    .filter(({ lines }) => lines.length > 0)
    .map(({ role, label, lines }) => {
      const kind = `${part} ${role} ${label ?? ''}`;
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      const text = [...(label === undefined ? [] : [label]), ...lines].join('\n');
      return { id: `${kind} ${nth}`, part, label: '', heading: role === 'title', content: [{ text }] };
    });
}
