/** Names that a draft keeps where no finding shows them: in what is withheld or meant for others, and in what is never printed. Before a register goes,
 *  they must be gone, since nothing can find them afterwards. */
import type { Draft } from '../../shared/document/draft.ts';
import { fieldList } from '../../shared/document/fields.ts';
import { blocksOf, inlinesOf, plain, sectionsOf, sectionTitle } from '../../shared/document/text.ts';
import type { Block } from '../../shared/document/tree.ts';
import { checkText } from '../../shared/guard/guard.ts';
import type { Lexicon } from '../../shared/guard/lexicon.ts';
import type { Published } from '../../shared/publication/publish.ts';

interface Unseen {
  /** For the user: where it is. */
  readonly label: string;
  readonly text: string;
}

/** The first place of a draft that is not issued and holds a name of its register, in words for the user; null where there is none. */
export function nameLeft(draft: Draft, published: Published, lexicon: Lexicon): string | null {
  const issued = JSON.stringify(published.publication);
  const unseen = [...withheld(draft, published), ...besides(draft)].filter(
    ({ text }) => text.trim() !== '' && !issued.includes(JSON.stringify(text).slice(1, -1)),
  );
  // Under `named` only names of the register are looked for; whoever consented to be shown did not consent to be kept in working notes.
  const people = draft.people.map((person) => ({ ...person, consent: 'none' as const }));
  const { block } = checkText({ paragraphs: unseen, rule: 'named', lexicon, language: draft.language, people });
  return block.find(({ check }) => check === 1)?.at.label ?? null;
}

function withheld(draft: Draft, { origins }: Published): Unseen[] {
  const seen = new Set(origins.values());
  return [...blocksOf(draft.body)].flatMap(({ block, sections }) => {
    if (seen.has(block.id)) return [];
    const title = sections.map(sectionTitle).findLast((one) => one !== '') ?? '';
    const label = title === '' ? 'a part that is not issued' : `a part of “${title}” that is not issued`;
    return textsOf(block).map((text) => ({ label, text }));
  });
}

function textsOf(block: Block): string[] {
  const links = inlinesOf(block).flatMap((inline) => ('type' in inline && inline.type === 'link' ? [inline.url] : []));
  const notes = inlinesOf(block).flatMap((inline) => ('type' in inline && inline.type === 'footnote' ? [inline.children.map(plain).join('')] : []));
  return [plain(block), ...(block.type === 'table' ? [block.caption ?? ''] : []), ...links, ...notes];
}

function besides(draft: Draft): Unseen[] {
  const fields = [draft.fields, ...[...sectionsOf(draft.body)].map((section) => section.fields ?? {})];
  return [
    ...fields.flatMap((all) => Object.keys(all).flatMap((id) => fieldList(all, id).map((text) => ({ label: `the field “${id}”`, text })))),
    ...Object.values(draft.assets).flatMap(({ alt, credit }) => [alt, credit].map((text) => ({ label: 'the words of a picture', text }))),
    ...[draft.marking.reason, draft.marking.originator].map((text) => ({ label: 'the details of the marking', text: text ?? '' })),
  ];
}
