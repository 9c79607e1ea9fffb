/** Long work: progress events (at most ten a second) and cancelling, by an id that the caller chose. */
import type { CoreEvent } from '../../shared/contract/events.ts';

export interface Job {
  readonly signal: AbortSignal;
  /** @param total 0 while it is not known */
  progress(done: number, total: number, step: string): void;
}

const quietMs = 100;

export class Jobs {
  readonly #running = new Map<string, AbortController>();
  readonly #emit: (event: CoreEvent) => void;

  constructor(emit: (event: CoreEvent) => void) {
    this.#emit = emit;
  }

  /** Runs `work` under this id; without an id it runs unheard and cannot be cancelled. */
  async run<T>(id: string | undefined, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    if (id !== undefined) this.#running.set(id, controller);
    let spoken = Number.NEGATIVE_INFINITY;
    const progress = (done: number, total: number, step: string): void => {
      const now = performance.now();
      if (id === undefined || (now - spoken < quietMs && done < total)) return;
      spoken = now;
      this.#emit({ type: 'progress', job: id, done, total, step });
    };
    try {
      return await work({ signal: controller.signal, progress });
    } finally {
      if (id !== undefined) this.#running.delete(id);
    }
  }

  /** Asks a job to stop; false where no such job runs. */
  cancel(id: string): boolean {
    const controller = this.#running.get(id);
    controller?.abort();
    return controller !== undefined;
  }
}
