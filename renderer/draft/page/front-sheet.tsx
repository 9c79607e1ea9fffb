/** The title page as it is issued: read-only here, filled in the Details panel. */
import { publishMatter } from '../../../shared/publication/matter.ts';
import type { Matter } from '../../../shared/publication/publication.ts';
import { inLanguage } from '../../../shared/template/in-language.ts';
import { cx } from '../../ui/class-names.ts';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { page } from '../strings.ts';
import styles from './front.module.css';
import { SheetFoot, SheetHead } from './section-sheet.tsx';
import sheet from './sheet.module.css';

export function FrontSheet() {
  const draft = useDraft();
  const parts = useStore(draft.parts);
  const form = inLanguage(draft.template, parts.language);
  const matter = publishMatter(form.front, { ...parts, body: [] }, form, null);
  return (
    <section className={cx(sheet.sheet, styles.front)} aria-label={page.front} data-section="front">
      <SheetHead />
      <div className={styles.matter}>
        {withTitle(matter).map((piece) => (
          <Piece key={`${piece.role} ${piece.label ?? ''} ${piece.lines[0] ?? ''}`} matter={piece} />
        ))}
      </div>
      <button type="button" className={styles.edit} onClick={() => draft.openPanel('details', { focus: true })}>
        {page.editDetails}
      </button>
      <SheetFoot />
    </section>
  );
}

/** Until there is a title, its place says so, under the kind of report. */
function withTitle(matter: readonly Matter[]): readonly Matter[] {
  if (matter.some((piece) => piece.role === 'title')) return matter;
  const after = matter.findIndex((piece) => piece.role === 'kind') + 1;
  return matter.toSpliced(after, 0, { role: 'title', lines: [] });
}

function Piece({ matter }: { readonly matter: Matter }) {
  if (matter.role === 'contents' || matter.role === 'logos') return null;
  if (matter.role === 'title' && matter.lines.length === 0) return <p className={cx(styles.title, styles.blank)}>{page.noTitle}</p>;
  const lines = matter.lines.map((line) => <span key={line}>{line}</span>);
  return (
    <p className={styles[matter.role] ?? styles.plain}>
      {matter.label ? <span className={styles.label}>{matter.label}</span> : null}
      {lines}
    </p>
  );
}
