/** Keys that work anywhere. A screen that has a better use for one handles it first and prevents the default. */
import { useEffect } from 'react';
import { navigate } from '../route.ts';
import { backToPage, focusNextRegion } from './regions.ts';

export interface HotKeyActions {
  readonly lock: () => void;
  readonly keys: () => void;
}

/** Puts the caret into the search field of this screen, or goes to the archive, whose field takes it. */
export function searchArchive(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (field === null) navigate({ place: 'archive' });
  field?.focus();
  field?.select();
}

/** What Ctrl and this key do; null where nothing. */
function withCtrl(key: string, actions: HotKeyActions): (() => void) | null {
  switch (key) {
    case '1':
      return () => navigate({ place: 'desk' });
    case '2':
      return () => navigate({ place: 'archive' });
    case '3':
      return () => navigate({ place: 'import' });
    case 'k':
      return searchArchive;
    case 'l':
      return actions.lock;
    case '/':
      return actions.keys;
    default:
      return null;
  }
}

export function useHotKeys(actions: HotKeyActions, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const run =
        event.key === 'F6'
          ? () => focusNextRegion(event.shiftKey)
          : event.key === 'Escape'
            ? backToPage()
            : ctrl
              ? withCtrl(event.key.toLowerCase(), actions)
              : null;
      if (run === null) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [actions, enabled]);
}
