/** Settings: appearance, locking, passphrase, backups, about, keys. Labels hang left of what can be set. */
import type { ReactNode } from 'react';
import type { Settings } from '../../shared/contract/calls/host.ts';
import { bridge, useCall, useChange } from '../client.ts';
import { KeyList } from '../frame/keys.tsx';
import { settings } from '../strings/settings.ts';
import { countWords } from '../strings/words.ts';
import text from '../style/text.module.css';
import { Choice, Tick } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Pick } from '../ui/menu.tsx';
import { Backups } from './backups.tsx';
import { PassphraseChange } from './passphrase-change.tsx';
import styles from './settings.module.css';

export function SettingsScreen() {
  const now = useCall('host.settings', {}).data;
  const session = useCall('session.status', {}).data;
  const change = useChange('host.changeSettings', ['host.settings']);
  if (now === undefined || session === undefined) return null;
  const set = (next: Partial<Settings>) => change.mutate(next);
  return (
    <main className={cx(styles.place, text.scroll)} id="place" data-region="">
      <h1 className={cx(text.placeTitle, styles.title)}>{settings.title}</h1>
      <Part title={settings.look}>
        <Choice
          label={settings.theme}
          labelHidden
          value={now.theme}
          onChoose={(theme) => set({ theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: settings.themes[value] }))}
        />
      </Part>
      <Part title={settings.safety}>
        <div className={styles.narrow}>
          <Pick
            label={settings.idle}
            value={String(now.idleMinutes)}
            onPick={(minutes) => set({ idleMinutes: Number(minutes) })}
            options={[...new Set([...settings.idleChoices, now.idleMinutes])].map((minutes) => ({
              value: String(minutes),
              label: settings.idleWords(minutes),
            }))}
          />
          {now.idleMinutes === 0 ? <p className={text.listSub}>{settings.idleNever}</p> : null}
        </div>
        {bridge.host === 'desktop' ? (
          <div className={styles.tick}>
            <Tick isSelected={now.contentProtection} onChange={(contentProtection) => set({ contentProtection })}>
              {settings.hide}
            </Tick>
            <p className={text.listSub}>{settings.hideSay}</p>
          </div>
        ) : null}
      </Part>
      <Part title={settings.passphrase}>{session.sample ? <p className={text.quiet}>{settings.sampleHas}</p> : <PassphraseChange />}</Part>
      <Part title={settings.backups}>
        <Backups sample={session.sample} />
      </Part>
      <Part title={settings.about}>
        <About />
      </Part>
      <Part title={settings.keys}>
        <KeyList />
      </Part>
    </main>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={text.sectionTitle}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function About() {
  const about = useCall('host.about', {}).data;
  const stats = useCall('archive.stats', {}).data;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{settings.version}</dt>
          <dd>{about?.version}</dd>
        </div>
        {stats === undefined ? null : (
          <div>
            <dt>{settings.archiveHolds}</dt>
            <dd>
              {countWords(stats.reports, 'report', 'reports')}, {countWords(stats.entries, 'entry', 'entries')}, {countWords(stats.drafts, 'draft', 'drafts')}
            </dd>
          </div>
        )}
      </dl>
      <p className={cx(text.quiet, styles.say)}>{settings.offline}</p>
    </>
  );
}
