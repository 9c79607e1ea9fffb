/** Where the user is. Kept in the address's fragment: ids only, never words of a draft or of a search. */
import { useSyncExternalStore } from 'react';

export const places = ['desk', 'archive', 'import', 'settings', 'draft', 'export', 'capture'] as const;
export type Place = (typeof places)[number];

export interface Route {
  readonly place: Place;
  /** Draft, or entry of the archive. */
  readonly id?: string | undefined;
  /** Block of the draft to show first; of an export, the view: "changes". */
  readonly at?: string | undefined;
}

/** `#/draft/ID/BLOCK` and back; anything unknown is the Desk. */
export function parseRoute(hash: string): Route {
  const [place = '', id, at] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return (places as readonly string[]).includes(place) ? { place: place as Place, id: id || undefined, at: at || undefined } : { place: 'desk' };
}

export function hrefOf(route: Route): string {
  return `#/${[route.place, route.id, route.at]
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`;
}

export function navigate(route: Route): void {
  location.hash = hrefOf(route);
}

const watch = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(watch, () => location.hash));
}
