/** The Preview panel: the real pages of the PDF. The page with the caret is in sight and marked; a click goes to its text. */
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import { sentence } from '../../../shared/contract/errors.ts';
import { client } from '../../client.ts';
import text from '../../style/text.module.css';
import { cx } from '../../ui/class-names.ts';
import { Pick } from '../../ui/menu.tsx';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStore, useStorePart } from '../model/store.ts';
import { PreviewPage } from './preview-page.tsx';
import styles from './preview-panel.module.css';
import side from './side.module.css';
import { preview } from './strings.ts';

export type Layout = Output<'draft.preview'>;

/** Lays out again whenever the text came to rest; the pages before stay until the new ones are there. */
function useLayout(draft: DraftSession, audience: string): { layout: Layout | null; failure: string | null } {
  const settled = useStore(draft.settled);
  const [layout, setLayout] = useState<Layout | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `settled` says when to ask again
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      await draft.flush();
      const result = await client['draft.preview']({ id: draft.id, audience });
      if (stale) return;
      if (result.ok) {
        setLayout(result.value);
        setFailure(null);
      } else if (result.error.code !== 'host/cancelled') setFailure(sentence(result.error.code, result.error.detail));
    }, 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [draft, audience, settled]);
  return { layout, failure };
}

export function PreviewPanel() {
  const draft = useDraft();
  const [audience, setAudience] = useState(draft.parts.get().audience);
  const { layout, failure } = useLayout(draft, audience);
  const findings = useStore(draft.findings);
  const block = useStorePart(draft.caret, (caret) => caret.block);
  const here = layout?.places.find((place) => place.block === block) ?? null;
  const [shown, setShown] = useState(1);
  return (
    <>
      <div className={styles.head}>
        <Pick
          label={preview.audience}
          labelHidden
          look="quiet"
          value={audience}
          onPick={setAudience}
          options={draft.template.audiences.map((each) => ({ value: each.id, label: preview.forAudience(each.title) }))}
        />
        <span className={side.sub}>{layout ? preview.pageOf(shown, layout.pages) : preview.working}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by key */}
      <section className={cx(text.scroll, styles.pages)} tabIndex={0} aria-label={preview.pages}>
        {failure ? <p className={styles.failure}>{failure}</p> : null}
        {layout ? <Pages {...{ layout, here, onShown: setShown }} /> : null}
      </section>
      <p className={side.foot}>{preview.foot(findings?.block.length ?? 0)}</p>
    </>
  );
}

interface PagesProps {
  readonly layout: Layout;
  readonly here: Layout['places'][number] | null;
  readonly onShown: (page: number) => void;
}

function Pages({ layout, here, onShown }: PagesProps) {
  const draft = useDraft();
  const list = useRef<HTMLDivElement>(null);
  const page = here?.page;
  useEffect(() => {
    if (page === undefined) return;
    list.current?.children[page - 1]?.scrollIntoView({ block: 'nearest' });
    onShown(page);
  }, [page, onShown]);
  /** The last block that begins above the point clicked, on this page or one before. */
  const goTo = (number: number, y: number): void => {
    const order = [...layout.places].sort((a, b) => a.page - b.page || a.y - b.y);
    const place = order.findLast((each) => each.page < number || (each.page === number && each.y <= y + 4));
    if (place) draft.goTo(place.block);
  };
  return (
    <div ref={list}>
      {Array.from({ length: layout.pages }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
        <PreviewPage key={index} number={index + 1} layout={layout} mark={here?.page === index + 1 ? here.y : null} onGo={goTo} onShown={onShown} />
      ))}
    </div>
  );
}
