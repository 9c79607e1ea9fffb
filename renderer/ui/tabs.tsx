/** Tabs over one panel at a time. The chosen tab is underlined in the accent; a count may stand beside its word. */
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { cx } from './class-names.ts';
import styles from './tabs.module.css';

export interface TabDef<V extends string> {
  readonly id: V;
  readonly label: string;
  /** Number beside the word, in the blocking ink; 0 and undefined show nothing. */
  readonly count?: number | undefined;
}

export interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly TabDef<V>[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
  readonly className?: string | undefined;
  readonly panelClassName?: string | undefined;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

export function Tabs<V extends string>({ label, tabs, value, onChoose, className, panelClassName, children }: TabsProps<V>) {
  return (
    <AriaTabs className={className} selectedKey={value} onSelectionChange={(key) => onChoose(key as V)}>
      <TabList aria-label={label} className={styles.tabs}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={value} id={value} className={cx(styles.panel, panelClassName)}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
