/** Locks an archive that nobody uses. */
export interface IdleWatch {
  /** Somebody did something. */
  touch(): void;
  /** @param minutes 0: never */
  set(minutes: number): void;
  stop(): void;
}

/** Calls `lock` once nobody has done anything for so many minutes; again after each further touch. */
export function watchIdle(minutes: number, lock: () => void): IdleWatch {
  let timer: NodeJS.Timeout | undefined;
  let limit = minutes;
  const touch = (): void => {
    clearTimeout(timer);
    if (limit > 0) timer = setTimeout(lock, limit * 60_000);
  };
  touch();
  return {
    touch,
    set: (next) => {
      limit = next;
      touch();
    },
    stop: () => clearTimeout(timer),
  };
}
