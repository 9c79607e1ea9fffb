/** What only a reader can judge, statement by statement: one key goes on, one says that it was read. */
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Findings } from '../../../shared/guard/finding.ts';
import text from '../../style/text.module.css';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { movedTo } from '../../ui/list-keys.ts';
import { showBlock } from '../model/focus.ts';
import { nextUnread, type ToRead, toRead } from '../model/read-through.ts';
import { type DraftSession, useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import side from './side.module.css';
import styles from './statement-list.module.css';
import { reading as words } from './strings.ts';

export function StatementList({ findings }: { readonly findings: Findings }) {
  const draft = useDraft();
  const facts = useStore(draft.facts);
  const { read, current } = useStore(draft.reading);
  const all = useMemo(() => toRead(findings.statements, draft.body, facts), [findings, facts, draft]);
  const done = all.filter(({ key }) => read.has(key)).length;
  const found = all.findIndex(({ key }) => key === current);
  const at = found >= 0 ? found : Math.max(0, all.indexOf(nextUnread(all, -1, read) ?? (all[0] as ToRead)));
  const { list, onKeyDown, show, readOn } = useSteps(draft, all, at);
  return (
    <>
      <div className={side.head}>
        <div className={styles.title}>
          <h2 className={side.verdict}>{words.title(all.length)}</h2>
          <Button variant="link" onPress={() => leave(draft)}>
            {words.back}
          </Button>
        </div>
        <p className={side.sub} role="status">
          {words.done(done, all.length)}
        </p>
        <div className={styles.bar} aria-hidden="true">
          <span style={{ inlineSize: `${all.length === 0 ? 0 : (100 * done) / all.length}%` }} />
        </div>
      </div>
      <ol
        ref={list}
        className={cx(text.scroll, styles.list)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list takes single letters while it has the focus
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-region-start=""
        aria-label={words.list}
      >
        {all.map((each, index) => (
          <Item key={each.key} each={each} isRead={read.has(each.key)} isOpen={index === at} {...{ show, readOn }} />
        ))}
      </ol>
      <Foot />
    </>
  );
}

/** Back to the findings, whose list takes the keys. */
function leave(draft: DraftSession): void {
  draft.reading.update((now) => ({ ...now, on: false }));
  draft.openPanel('check', { focus: true });
}

function mark(draft: DraftSession, { key }: ToRead, on: boolean): void {
  draft.reading.update((now) => {
    const read = new Set(now.read);
    if (on) read.add(key);
    else read.delete(key);
    return { ...now, read };
  });
}

/** The keys of the list; the page follows the statement that is open. */
function useSteps(draft: DraftSession, all: readonly ToRead[], at: number) {
  const list = useRef<HTMLOListElement>(null);
  const open = all[at];
  const block = open?.block ?? null;
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    draft.reading.update((now) => ({ ...now, shown: block }));
    showBlock(block);
    return () => draft.reading.update((now) => ({ ...now, shown: null }));
  }, [draft, block]);
  const show = useCallback((each: ToRead) => draft.reading.update((now) => ({ ...now, current: each.key })), [draft]);
  // The button goes with its statement: the keys go on in the list.
  const readOn = useCallback(
    (each: ToRead) => {
      mark(draft, each, true);
      show(nextUnread(all, all.indexOf(each), draft.reading.get().read) ?? each);
      list.current?.focus();
    },
    [draft, all, show],
  );
  const act = (key: string, each: ToRead): boolean => {
    if (key === 'Enter' || key === ' ') readOn(each);
    else if (key === 'u') mark(draft, each, false);
    else if (key === 'g') draft.goTo(each.block, { centre: true });
    else if (key === 'Escape') leave(draft);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const to = movedTo(event, at, all.length);
    const next = to === null ? undefined : all[to];
    if (next) show(next);
    if (!next && !(open && act(event.key, open))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { list, onKeyDown, show, readOn };
}

interface ItemProps {
  readonly each: ToRead;
  readonly isRead: boolean;
  readonly isOpen: boolean;
  readonly show: (each: ToRead) => void;
  /** Marks it as read and goes on to the next that was not. */
  readonly readOn: (each: ToRead) => void;
}

const Item = memo(function Item({ each, isRead, isOpen, show, readOn }: ItemProps) {
  const draft = useDraft();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={item} className={cx(styles.item, isOpen && styles.isOpen, isRead && styles.isRead)} aria-current={isOpen}>
      <p className={cx(side.sub, styles.place)}>
        <span>{each.label}</span>
        {isRead ? (
          <span className={styles.was}>
            <Icon name="done" /> {words.read}
          </span>
        ) : null}
      </p>
      {isOpen ? (
        <>
          <p className={cx(text.doc, styles.words)} dir="auto">
            {each.text}
          </p>
          <div className={styles.actions}>
            {isRead ? (
              <Button hint="U" onPress={() => mark(draft, each, false)}>
                {words.unread}
              </Button>
            ) : (
              <Button variant="primary" hint="↵" onPress={() => readOn(each)}>
                {words.mark}
              </Button>
            )}
            <Button variant="bare" hint="G" onPress={() => void draft.goTo(each.block, { centre: true })}>
              {words.goThere}
            </Button>
          </div>
        </>
      ) : (
        <button type="button" tabIndex={-1} className={cx(text.doc, styles.words, styles.closed)} dir="auto" onClick={() => show(each)}>
          {each.text}
        </button>
      )}
    </li>
  );
});

function Foot() {
  return (
    <div className={side.foot}>
      <p>{words.foot}</p>
      <p className={side.keys}>
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {words.nextPrevious}
        </span>
        <span>
          <kbd>↵</kbd> {words.markNext}
        </span>
        <span>
          <kbd>Esc</kbd> {words.backKey}
        </span>
      </p>
    </div>
  );
}
