/** Puts the chosen theme on the root element; “system” leaves it to the colour scheme of the machine. */
import { useEffect } from 'react';
import type { Settings } from '../shared/contract/calls/host.ts';

export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
