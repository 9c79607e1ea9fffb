/** The Draft screen laid out: bar, outline, stage, side panel. */
import { type ReactNode, useEffect, useRef } from 'react';
import { fieldText } from '../../shared/document/fields.ts';
import { sectionsOf, sectionTitle } from '../../shared/document/text.ts';
import { SkipLink } from '../frame/frame.tsx';
import { navigate } from '../route.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { StatusLine } from '../ui/status-line.tsx';
import { DraftBar } from './bar/draft-bar.tsx';
import { Trouble } from './bar/trouble.tsx';
import { Dialogs } from './dialogs/dialogs.tsx';
import { inOrder } from './model/checker.ts';
import { type DraftSession, useDraft } from './model/session.ts';
import { useStore, useStorePart } from './model/store.ts';
import { Outline, Rail } from './outline/outline.tsx';
import { Page } from './page/page.tsx';
import sheet from './page/sheet.module.css';
import { Side } from './panels/side.tsx';
import { OpenPicker } from './picker/pickers.tsx';
import { bench } from './strings.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import styles from './workbench.module.css';

export function Workbench({ onReload }: { readonly onReload: () => void }) {
  const draft = useDraft();
  const { panel, folded, sideOpen } = useStore(draft.ui);
  const wide = panel === 'preview';
  useWorkbenchKeys(draft);
  useFirstField(draft);
  const toggle = (): void => draft.ui.update((ui) => ({ ...ui, folded: !ui.folded, panel: wide ? 'check' : ui.panel }));
  return (
    <div className={cx(styles.app, (wide || folded) && styles.isFolded, wide && styles.isWide, sideOpen && styles.isSideOpen)}>
      <SkipLink />
      <div className={styles.bar}>
        <DraftBar />
        <Trouble onReload={onReload} />
      </div>
      <div className={styles.full}>
        <Outline />
      </div>
      <div className={styles.rail}>
        <Rail onUnfold={toggle} />
      </div>
      <main className={styles.stage} id="place">
        <Toolbar />
        <div className={cx(text.scroll, sheet.desk)} data-region="" data-stage="">
          <Page />
        </div>
        <StatusLine start={<Where />} end={<Counts />} />
      </main>
      <Side />
      <OpenPicker />
      <Dialogs />
    </div>
  );
}

/** "Discussion, Who reads the signs, para 11" */
function Where(): ReactNode {
  const draft = useDraft();
  const { block, sheet: top, section } = useStore(draft.caret);
  const label = useStorePart(draft.facts, (facts) => (block === null ? undefined : facts.labels.get(block)));
  const named = new Map([...sectionsOf(draft.body)].map((each) => [each.id, sectionTitle(each)]));
  const places = [...new Set([top, section])].flatMap((id) => (id === null ? [] : [named.get(id) ?? '']));
  const para = label?.kind === 'numbered' || label?.kind === 'subitem' ? [`para ${label.ref}`] : [];
  return [...places.filter((name) => name !== ''), ...para].join(', ');
}

function Counts(): ReactNode {
  const facts = useStore(useDraft().facts);
  return [bench.words(facts.words), bench.paragraphs(facts.paragraphs), bench.notes(facts.notes.size)].join(', ');
}

/** Keys that work wherever the focus is on this screen. */
function keyAction(draft: DraftSession, event: KeyboardEvent): (() => void) | null {
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.key === 'F7') return () => nextFinding(draft, event.shiftKey ? -1 : 1);
  if (ctrl && event.shiftKey && event.code === 'KeyP') return () => draft.openPanel(draft.ui.get().panel === 'preview' ? 'check' : 'preview');
  if (ctrl && event.shiftKey && event.code === 'KeyE') return () => void draft.flush().then(() => navigate({ place: 'export', id: draft.id }));
  if (ctrl && !event.shiftKey && !event.altKey && event.code === 'KeyK') return () => draft.openPanel('archive', { focus: true });
  if (ctrl && event.key === '\\') return () => draft.ui.update((ui) => ({ ...ui, folded: !ui.folded }));
  if (event.key === 'Escape' && !draft.ui.get().picker && !(event.target as Element).closest('[role="dialog"], [data-slate-editor]'))
    return () => draft.focusPage();
  return null;
}

function nextFinding(draft: DraftSession, step: 1 | -1): void {
  const all = inOrder(draft.findings.get());
  const at = all.findIndex((finding) => finding.id === draft.marks.get().current);
  const next = all[(at + step + all.length) % Math.max(1, all.length)];
  if (next) draft.showFinding(next.id, true);
}

/** A draft that was begun just now: the keys go to its first field. */
function useFirstField(draft: DraftSession): void {
  useEffect(() => {
    if (fieldText(draft.parts.get().fields, draft.template.titleField) === '') draft.openPanel('details', { focus: true });
  }, [draft]);
}

function useWorkbenchKeys(draft: DraftSession): void {
  const seen = useRef(draft);
  seen.current = draft;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const run = keyAction(seen.current, event);
      if (!run) return;
      event.preventDefault();
      run();
    };
    // On the document: heard before the keys of the whole window, which take Escape and Ctrl K as well.
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
