/** The side panel: one of Details, People, Archive, Check, Preview. */

import { cx } from '../../ui/class-names.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { useDraft } from '../model/session.ts';
import { useStore } from '../model/store.ts';
import { panels } from '../model/ui.ts';
import { bench } from '../strings.ts';
import { ArchivePanel } from './archive-panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import styles from './side.module.css';
import { panelTitles } from './strings.ts';

const shown = { details: DetailsPanel, people: PeoplePanel, archive: ArchivePanel, check: CheckPanel, preview: PreviewPanel } as const;

export function Side() {
  const draft = useDraft();
  const { panel, sideOpen } = useStore(draft.ui);
  const findings = useStore(draft.findings);
  const Panel = shown[panel];
  return (
    <aside className={cx(styles.side, !sideOpen && styles.isClosed)} aria-label={panelTitles[panel]} data-region="">
      <Tabs
        label={bench.side}
        className={styles.tabs}
        panelClassName={styles.panel}
        value={panel}
        onChoose={(id) => draft.openPanel(id)}
        tabs={panels.map((id) => ({ id, label: panelTitles[id], count: id === 'check' ? findings?.block.length : undefined }))}
      >
        <Panel />
      </Tabs>
      <button type="button" className={styles.close} onClick={() => draft.focusPage()}>
        {bench.backToPage}
      </button>
    </aside>
  );
}
