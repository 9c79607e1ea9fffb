/** What is told before layout: pictures without words, missing pictures, skipped heading levels, characters without a sign. */
import { type Failure, fail, ok, type Result } from '../../../shared/contract/result.ts';
import type { PubBlock, Publication } from '../../../shared/publication/publication.ts';
import type { Coverage } from './cmap.ts';

/** @fails export/layout          a picture is missing or has no alternative text (PDF/UA-1 7.3), or a heading skips a level (7.4.2)
 *  @fails export/missing-glyphs  no bundled face has a sign for a character; `at` names the first place */
export function checkBeforeLayout(publication: Publication, coverage: Coverage): Result<null> {
  return pictures(publication) ?? headings(publication.body) ?? signs(publication, coverage) ?? ok(null);
}

function pictures(publication: Publication): Failure | null {
  const shown = publication.body.flatMap((block) => (block.type === 'figure' ? [{ at: block.anchor, asset: block.asset, alt: block.alt }] : []));
  const logos = publication.front
    .concat(publication.back)
    .flatMap(({ role, assets }) => (assets ?? []).map((asset) => ({ at: role, asset, alt: publication.assets[asset]?.alt ?? '' })));
  for (const { at, asset, alt } of [...shown, ...logos]) {
    if (!Object.hasOwn(publication.assets, asset)) return fail('export/layout', { at, reason: `the picture at ${at} is not in the document` });
    if (alt.trim() === '') return fail('export/layout', { at, reason: `the picture at ${at} has no alternative text` });
  }
  return null;
}

function headings(body: readonly PubBlock[]): Failure | null {
  let level = 0;
  for (const block of body) {
    if (block.type !== 'heading') continue;
    if (block.level > level + 1) return fail('export/layout', { at: block.anchor, reason: `the heading at ${block.anchor} skips a level` });
    level = block.level;
  }
  return null;
}

/** Nothing is drawn for these, so no face needs them: spaces and joiners, bidi marks, selectors. */
const unseen = /[\s\u00ad\p{Default_Ignorable_Code_Point}]/u;

/** All text of a publication with its place: an anchor, "note 3", a role of the matter. */
export function* textsOf(publication: Publication): Generator<readonly [at: string, text: string]> {
  yield ['title', publication.title];
  yield ['running', `${publication.running}${publication.code ?? ''}${publication.marking?.banner ?? ''}${publication.copy?.recipient ?? ''}`];
  for (const { role, label, lines } of [...publication.front, ...publication.back]) yield [role, [label ?? '', ...lines].join(' ')];
  for (const block of publication.body) yield [block.anchor, blockText(block)];
  for (const { number, content } of publication.notes) yield [`note ${number}`, content.map(({ text }) => text).join('')];
}

function blockText(block: PubBlock): string {
  const contents = block.type === 'table' ? block.rows.flat() : [block.content];
  const texts = contents.flat().map((inline) => ('text' in inline ? inline.text : ''));
  const label = 'label' in block ? (block.label ?? '') : '';
  const extra = block.type === 'table' ? (block.caption ?? '') : block.type === 'figure' ? block.credit : '';
  return [label, block.portion ?? '', ...texts, extra].join(' ');
}

function signs(publication: Publication, coverage: Coverage): Failure | null {
  const missing = new Set<string>();
  let first = '';
  for (const [at, text] of textsOf(publication)) {
    for (const sign of text) {
      if (missing.has(sign) || unseen.test(sign) || coverage.has(sign.codePointAt(0) ?? 0)) continue;
      missing.add(sign);
      if (first === '') first = at;
    }
  }
  return missing.size === 0 ? null : fail('export/missing-glyphs', { characters: [...missing].slice(0, 20).join(' '), at: first });
}
