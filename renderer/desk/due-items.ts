/** Works out what is due from what the archive says: reviews of markings, registers to destroy, follow-up, backups. */
import type { Output } from '../../shared/contract/api.ts';
import type { DraftSummary } from '../../shared/contract/calls/draft.ts';
import { startSearch } from '../archive/search-state.ts';
import { hrefOf } from '../route.ts';
import { countWords, weekdayWords } from '../strings/words.ts';

export interface DueItem {
  /** "Mon 23 Nov", "Now". */
  readonly when: string;
  readonly link: string;
  readonly after: string;
  readonly href: string;
  readonly before?: () => void;
  /** The link asks here, on the Desk, whether this draft's register is to go. */
  readonly register?: DraftSummary;
}

export interface DueFacts {
  readonly drafts: Output<'draft.list'>;
  /** undefined: not known, or not worth a word (the sample). */
  readonly backups: Output<'archive.backups'> | undefined;
  readonly open: Output<'search.query'> | undefined;
  readonly nowMs: number;
}

const dayMs = 86_400_000;
/** A backup older than this is asked for again. */
const backupDays = 7;
/** A review of a marking is shown this long before its day. */
const reviewDays = 45;

/** Items in order of their day; the ones without a day ("Now") first. */
export function dueItems(facts: DueFacts): readonly DueItem[] {
  return [...backupItems(facts), ...reviewItems(facts), ...registerItems(facts), ...followUpItems(facts)];
}

function backupItems({ backups, nowMs }: DueFacts): DueItem[] {
  if (backups === undefined) return [];
  const newest = Math.max(0, ...backups.filter((backup) => backup.verified).map((backup) => backup.madeMs));
  if (nowMs - newest < backupDays * dayMs) return [];
  const after = newest === 0 ? ': there is none yet.' : `: the newest is from ${weekdayWords(newest)}.`;
  return [{ when: 'Now', link: 'Make a backup', after, href: hrefOf({ place: 'settings' }) }];
}

function reviewItems({ drafts, nowMs }: DueFacts): DueItem[] {
  return drafts
    .flatMap((draft) => (draft.reviewOn === undefined ? [] : [{ draft, at: Date.parse(draft.reviewOn) }]))
    .filter(({ at }) => at - nowMs < reviewDays * dayMs)
    .sort((a, b) => a.at - b.at)
    .map(({ draft, at }) => ({
      when: weekdayWords(at),
      link: 'Review the marking',
      after: `of “${draft.title}”.`,
      href: hrefOf({ place: 'draft', id: draft.id }),
    }));
}

function registerItems({ drafts }: DueFacts): DueItem[] {
  return drafts
    .filter((draft) => draft.adopted !== undefined && (draft.people ?? 0) > 0)
    .map((draft) => ({
      when: 'Now',
      link: 'Destroy the register',
      after: `of “${draft.title}”: the report was adopted on ${weekdayWords(Date.parse(draft.adopted ?? ''))}.`,
      href: hrefOf({ place: 'desk' }),
      register: draft,
    }));
}

function followUpItems({ open }: DueFacts): DueItem[] {
  if (open === undefined || open.total === 0) return [];
  const [most] = open.facets?.addressees ?? [];
  const whom = most === undefined ? [] : [most.value];
  const count = most?.count ?? open.total;
  return [
    {
      when: 'Open',
      link: `Follow up ${countWords(count, 'proposal', 'proposals')}`,
      after: most === undefined ? 'that nobody has answered yet.' : `addressed to ${most.value}.`,
      href: hrefOf({ place: 'archive' }),
      before: () => startSearch('', { kinds: ['proposal', 'recommendation'], statuses: ['open'], addressees: whom }),
    },
  ];
}
