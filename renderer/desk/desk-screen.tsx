/** Desk: search over the archive, drafts in progress, what is due, six forms as pictures of finished pages. */
import { useState } from 'react';
import { startSearch } from '../archive/search-state.ts';
import { useCall } from '../client.ts';
import { navigate } from '../route.ts';
import { desk } from '../strings/desk.ts';
import text from '../style/text.module.css';
import { cx } from '../ui/class-names.ts';
import { SearchBox } from '../ui/search-box.tsx';
import styles from './desk.module.css';
import { Drafts } from './drafts.tsx';
import { Due } from './due.tsx';
import { Forms } from './forms.tsx';

export function DeskScreen() {
  const [query, setQuery] = useState('');
  const session = useCall('session.status', {}).data;
  const search = () => {
    startSearch(query);
    navigate({ place: 'archive' });
  };
  return (
    <main className={cx(styles.place, text.scroll)} id="place" data-region="">
      <h1 className={text.hidden}>{desk.title}</h1>
      <div className={styles.search}>
        <SearchBox
          label={desk.searchLabel}
          placeholder={desk.searchPlaceholder(session?.reports ?? 0, session?.entries ?? 0)}
          value={query}
          onType={setQuery}
          onSubmit={search}
        />
      </div>
      <Drafts />
      <Due />
      <Forms />
    </main>
  );
}
