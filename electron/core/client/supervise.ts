/** The host's side of the core process: starts it when it is needed, answers for it when it ends, starts the next one after a lock. */
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import type { Grant } from '../grants.ts';
import type { FromCore, Link, StartOptions, ToCore } from './messages.ts';

export interface SuperviseOptions {
  readonly startLink: () => Link;
  readonly owner: string;
  readonly sampleFolder: string;
  readonly idleMinutes: number;
  readonly emit: (event: CoreEvent) => void;
}

type Ask = ToCore extends infer M ? (M extends { readonly id: number } ? Omit<M, 'id'> : never) : never;

export class CoreSupervisor {
  readonly #options: SuperviseOptions;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #link: Link | null = null;
  #next = 1;
  #idleMinutes: number;
  #before: StartOptions['before'] = null;
  /** A lock was announced: the end of the process is expected. */
  #locked = false;

  constructor(options: SuperviseOptions) {
    this.#options = options;
    this.#idleMinutes = options.idleMinutes;
  }

  /** One call of the contract, as the page or a script made it. */
  call(name: string, input: unknown): Promise<Result<unknown>> {
    return this.#ask({ type: 'call', name, input });
  }

  /** Grants a token for a path or bytes; only a host may. */
  async grant(grant: Grant): Promise<string> {
    const answer = await this.#ask({ type: 'grant', grant });
    if (!answer.ok) throw new Error('the core gave no token');
    return answer.value as string;
  }

  /** Redeems a token that a handler made: a finished file, to show or to hand on. */
  take(token: string): Promise<Result<Grant>> {
    return this.#ask({ type: 'take', token }) as Promise<Result<Grant>>;
  }

  /** Closes the archive and ends the process. Resolves when it has ended; a process that does not is killed after 10 s. */
  async lock(why: 'asked' | 'system'): Promise<void> {
    const link = this.#link;
    if (link === null) return;
    const late = setTimeout(() => link.kill(), 10_000);
    const ended = new Promise<void>((resolve) => link.attach(() => {}, resolve));
    await this.#ask({ type: 'lock', why });
    await ended;
    clearTimeout(late);
  }

  setIdle(minutes: number): void {
    this.#idleMinutes = minutes;
    this.#link?.send({ type: 'idle', minutes });
  }

  /** The archive chosen before any was opened, so that the page can ask for its passphrase. */
  announce(name: string): void {
    this.#before = { name, sample: false };
  }

  #ask(message: Ask): Promise<Result<unknown>> {
    const link = this.#running();
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      link.send({ ...message, id } as ToCore);
    });
  }

  #running(): Link {
    if (this.#link !== null) return this.#link;
    const link = this.#options.startLink();
    this.#link = link;
    this.#locked = false;
    link.attach(
      (message) => this.#hear(message),
      () => this.#ended(link),
    );
    const { owner, sampleFolder } = this.#options;
    link.send({ type: 'start', options: { owner, sampleFolder, before: this.#before, idleMinutes: this.#idleMinutes } });
    return link;
  }

  #hear(message: FromCore): void {
    if (message.type === 'session') this.#before = { name: message.name, sample: message.sample };
    if (message.type === 'event') {
      if (message.event.type === 'locked') this.#locked = true;
      this.#options.emit(message.event);
    }
    if (message.type !== 'answer') return;
    this.#waiting.get(message.id)?.(message.result);
    this.#waiting.delete(message.id);
  }

  /** Calls that were under way get an answer whatever happened; an end that nobody asked for is told as a lock. */
  #ended(link: Link): void {
    if (this.#link === link) this.#link = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of waiting) resolve(fail(this.#locked ? 'archive/locked' : 'internal'));
    if (!this.#locked) this.#options.emit({ type: 'locked', why: 'system' });
  }
}
