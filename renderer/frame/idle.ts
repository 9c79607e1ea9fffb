/** Locks after some minutes without a key or a click. The core and the system lock on their own grounds beside it. */
import { useEffect } from 'react';

/** @param minutes 0 never locks */
export function useIdle(minutes: number, enabled: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!enabled || minutes === 0) return;
    let timer: ReturnType<typeof setTimeout>;
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, minutes * 60_000);
    };
    const signs = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const sign of signs) addEventListener(sign, restart, { passive: true, capture: true });
    restart();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, restart, { capture: true });
    };
  }, [minutes, enabled, onIdle]);
}
