/** Closing the window saves first: the page is asked to flush, then the archive is closed and the core ended. */
import { app, type BrowserWindow } from 'electron';
import type { CoreSupervisor } from '../../core/client/supervise.ts';

/** How long the page may take to flush; the journal holds all but its last second in any case. */
const patienceMs = 2_000;

export class Quitting {
  readonly #core: CoreSupervisor;
  readonly #command: (name: string) => void;
  #ready: () => void = () => {};
  #ended = false;
  /** The person asked to leave the app, not only to close its window. */
  #leaving = false;

  constructor(core: CoreSupervisor, command: (name: string) => void) {
    this.#core = core;
    this.#command = command;
    app.on('before-quit', () => {
      this.#leaving = true;
    });
  }

  watch(window: BrowserWindow): void {
    let closing = false;
    this.#ended = false;
    window.on('close', (event) => {
      if (this.#ended) return;
      event.preventDefault();
      if (closing) return;
      closing = true;
      void this.#end(window);
    });
  }

  /** The page has nothing left to save. */
  pageIsReady(): void {
    this.#ready();
  }

  /** Has the page save what it still holds, then closes the archive and ends the core. */
  async saveAndLock(): Promise<void> {
    const flushed = new Promise<void>((resolve) => {
      this.#ready = resolve;
      setTimeout(resolve, patienceMs);
    });
    this.#command('quit');
    await flushed;
    await this.#core.lock('system');
  }

  async #end(window: BrowserWindow): Promise<void> {
    await this.saveAndLock();
    this.#ended = true;
    window.close();
    if (this.#leaving) app.quit();
  }
}
