/** Checks the drafts that changed since their last check, one after the other, while the Desk is in sight. */
import { useEffect } from 'react';
import type { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { client, queries } from '../client.ts';

/** At most so many a visit: the newest are the ones that matter. */
const atMost = 12;
/** A draft that cannot be checked is tried once a visit. */
export function useBackgroundCheck(drafts: readonly DraftSummary[]): void {
  const unchecked = drafts.filter((draft) => draft.findings === null).slice(0, atMost);
  const ids = unchecked.map((draft) => draft.id).join(' ');
  useEffect(() => {
    if (ids === '') return;
    let left = false;
    void (async () => {
      for (const id of ids.split(' ')) {
        if (left) return;
        await client['draft.check']({ id });
      }
      if (!left) void queries.invalidateQueries({ queryKey: ['draft.list'] });
    })();
    return () => {
      left = true;
    };
  }, [ids]);
}
