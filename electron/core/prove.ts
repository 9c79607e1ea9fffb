/** The proof that goes with issued files: their bytes were reopened and searched for everything the rule protects. */
import type { Draft } from '../../shared/document/draft.ts';
import { blocksOf, inlinesOf, plain } from '../../shared/document/text.ts';
import type { Block } from '../../shared/document/tree.ts';
import type { NameLexicon } from '../../shared/guard/lexicon.ts';
import type { Published } from '../../shared/publication/publish.ts';
import type { Verify } from '../export/atomic-write.ts';
import { allowedBy, asResult, protectedTerms, type Verified, verifyFile, withheldTerms } from '../export/verify/index.ts';
import type { Proof } from './render.ts';

export interface Prover {
  /** Searches one written file. @fails verify/leak naming the stream */
  readonly verify: Verify;
  /** What was searched, once every file has been. */
  proof(): Proof;
}

export interface ToProve {
  readonly draft: Draft;
  readonly published: Published;
  /** Ids of what was kept with a reason. */
  readonly kept: ReadonlySet<string>;
  /** Statements that only a reader can judge. */
  readonly human: number;
  /** Which names are also words. */
  readonly names: NameLexicon;
  /** Who searches: this thread, or one of its own. */
  readonly search?: typeof verifyFile | undefined;
}

/** Prepares the search for one draft's files: the register under its rule, and what this audience must not see. */
export function makeProver({ draft, published, kept, human, names, search = verifyFile }: ToProve): Prover {
  const { publication } = published;
  const terms = [...protectedTerms(draft.people, publication.rule, names), ...withheldTerms(withheldTexts(draft, published))];
  const keptNames = [...kept].filter(isName).length;
  const allowed = allowedBy(publication, keptNames > 0);
  const banner = publication.marking?.printed === true ? publication.marking.banner.toLowerCase() : null;
  const seen: Verified[] = [];
  return {
    verify: async (file) => {
      const verified = await search(file, terms, allowed);
      seen.push(verified);
      return asResult(verified);
    },
    proof: () => ({
      streams: seen.reduce((sum, { streams }) => sum + streams, 0),
      forms: Math.max(0, ...seen.map(({ forms }) => forms)),
      people: draft.people.length,
      attributed: allowed.phrases.length,
      kept: kept.size,
      named: draft.people.filter(({ name }) => name.trim() !== '' && allowed.phrases.some((phrase) => phrase.includes(name.trim()))).length,
      keptNames,
      human,
      markedPages: banner === null ? 0 : Math.max(0, ...seen.map(({ pages }) => (pages ?? []).filter((text) => text.toLowerCase().includes(banner)).length)),
    }),
  };
}

/** Only a name kept with a reason (a finding of check 1) may stand in the text; a caveat left out, or a phrase kept, says nothing of names. */
function isName(finding: string): boolean {
  return finding.startsWith('g1-');
}

/** Texts of blocks that left no mark in this publication: withheld, or for another audience. */
function withheldTexts(draft: Draft, { origins }: Published): string[] {
  const seen = new Set(origins.values());
  return [...blocksOf(draft.body)].filter(({ block }) => !seen.has(block.id) && block.type !== 'fixed-text').flatMap(({ block }) => textsOf(block));
}

function textsOf(block: Block): string[] {
  const notes = inlinesOf(block).flatMap((inline) => ('type' in inline && inline.type === 'footnote' ? [inline.children.map(plain).join('')] : []));
  return [plain(block), ...notes];
}
