/** The list of drafts in progress, newest change first, and the trash under it. */
import { useState } from 'react';
import type { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { ruleTitles } from '../../shared/people/rule.ts';
import { ask, queries, sentenceOf, useCall } from '../client.ts';
import { hrefOf, navigate } from '../route.ts';
import { adoption } from '../strings/adoption.ts';
import { desk } from '../strings/desk.ts';
import { whenWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { keepFocus } from '../ui/keep-focus.ts';
import { Marking } from '../ui/marking.tsx';
import { Menu } from '../ui/menu.tsx';
import { Severity } from '../ui/severity.tsx';
import { useSay } from '../ui/status-line.tsx';
import { Adopt } from './adopt.tsx';
import { useBackgroundCheck } from './background-check.ts';
import styles from './desk.module.css';
import { MakeBundle } from './make-bundle.tsx';
import { OpenBundle } from './open-bundle.tsx';
import { Trash } from './trash.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { Versions } from './versions.tsx';

export function Drafts() {
  const drafts = useCall('draft.list', {});
  const forms = useCall('template.list', {}).data?.length ?? 6;
  const rows = [...(drafts.data ?? [])].sort((a, b) => b.changedMs - a.changedMs);
  useBackgroundCheck(rows);
  return (
    <section className={styles.drafts} aria-labelledby="drafts">
      <div className={styles.head}>
        <h2 id="drafts" className={text.sectionTitle}>
          {desk.drafts}
        </h2>
        <OpenBundle />
      </div>
      <UnsavedNotice />
      {drafts.error === null ? null : <EmptyState title={sentenceOf(drafts.error)} />}
      {drafts.isSuccess && rows.length === 0 ? <EmptyState title={desk.noDraftsTitle}>{desk.noDrafts(forms)}</EmptyState> : null}
      {rows.length === 0 ? null : (
        <table className={styles.list}>
          <thead className={text.hidden}>
            <tr>
              {desk.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </tbody>
        </table>
      )}
      <Trash />
    </section>
  );
}

function DraftRow({ draft }: { readonly draft: DraftSummary }) {
  const title = draft.title || desk.untitled;
  return (
    <tr>
      <td className={styles.when}>{whenWords(draft.changedMs, Date.now())}</td>
      <td>
        <a className={text.listTitle} href={hrefOf({ place: 'draft', id: draft.id })}>
          {title}
        </a>
        <span className={text.listSub}>{[draft.templateTitle, draft.dates].filter(Boolean).join(', ')}</span>
      </td>
      <td className={styles.marked}>
        <Marking label={draft.marking.label} tone={draft.marking.tone} />
        <span className={text.listSub}>{ruleTitles[draft.rule]}</span>
      </td>
      <td className={styles.progress}>
        {desk.sections(draft.sections.done, draft.sections.total)}
        <span className={text.listSub}>{progressSays(draft)}</span>
      </td>
      <td className={styles.check}>
        <Checked findings={draft.findings} />
      </td>
      <td className={styles.actions}>
        <RowMenu draft={draft} title={title} />
      </td>
    </tr>
  );
}

function progressSays(draft: DraftSummary): string {
  if (draft.sections.missing.length > 0) return desk.missing(draft.sections.missing);
  return draft.findings !== null && draft.findings.block === 0 ? desk.ready : '';
}

function Checked({ findings }: Pick<DraftSummary, 'findings'>) {
  if (findings === null) return <span className={text.second}>{desk.unchecked}</span>;
  const { block, warn } = findings;
  if (block > 0)
    return (
      <>
        <Severity level="block">{desk.blocks(block)}</Severity>
        {warn === 0 ? null : <span className={text.listSub}>{desk.warns(warn)}</span>}
      </>
    );
  return warn > 0 ? <Severity level="warn">{desk.warns(warn)}</Severity> : <span>{desk.clean}</span>;
}

function RowMenu({ draft, title }: { readonly draft: DraftSummary; readonly title: string }) {
  const say = useSay();
  // The row is gone once the list knows: what follows must not hang on it.
  const move = async (call: 'draft.trash' | 'draft.untrash', then: () => void) => {
    try {
      await ask(call, { id: draft.id });
      await queries.invalidateQueries({ queryKey: ['draft.list'] });
      then();
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  const putBack = () => void move('draft.untrash', () => say(null));
  const moveToTrash = () =>
    void move('draft.trash', () => {
      say({ text: desk.trashed(title), undo: putBack });
      keepFocus();
    });
  const [bundling, setBundling] = useState(false);
  const [versions, setVersions] = useState(false);
  const [adopting, setAdopting] = useState(false);
  return (
    <>
      <Menu
        label={<span className={cx(text.hidden)}>{desk.more}</span>}
        name={desk.actionsOf(title)}
        placement="bottom end"
        commands={[
          { id: 'open', label: desk.openIt, run: () => navigate({ place: 'draft', id: draft.id }) },
          { id: 'export', label: desk.exportIt, run: () => navigate({ place: 'export', id: draft.id }) },
          { id: 'bundle', label: desk.bundleIt, run: () => setBundling(true) },
          { id: 'versions', label: desk.versions, run: () => setVersions(true) },
          ...((draft.people ?? 0) === 0 ? [] : [{ id: 'adopt', label: adoption.menu, run: () => setAdopting(true) }]),
          { id: 'trash', label: desk.trashIt, run: moveToTrash },
        ]}
      />
      {adopting ? <Adopt draft={draft} onClose={() => setAdopting(false)} /> : null}
      {versions ? <Versions id={draft.id} onClose={() => setVersions(false)} /> : null}
      {bundling ? <MakeBundle id={draft.id} title={title} onClose={() => setBundling(false)} /> : null}
    </>
  );
}
