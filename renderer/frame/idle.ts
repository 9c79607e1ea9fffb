/** Locks after some minutes without a key or a click, and tells the core while there are some: reading is use as well. */
import { useEffect } from 'react';
import { client } from '../client.ts';

/** The core counts idle time by calls, so it hears of somebody who only reads, this often at most, ms. */
const tellMs = 20_000;

/** Any read counts as a sign of life; this one is small and touches no archive. */
function tellCore(): void {
  void client['marking.schemes']({});
}

/** @param minutes 0 never locks */
export function useIdle(minutes: number, enabled: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!enabled || minutes === 0) return;
    let timer: ReturnType<typeof setTimeout>;
    let told = performance.now();
    const restart = () => {
      clearTimeout(timer);
      timer = setTimeout(onIdle, minutes * 60_000);
      if (performance.now() - told < tellMs) return;
      told = performance.now();
      tellCore();
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
