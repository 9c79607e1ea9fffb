/** The host's side of the core process: starts it when it is needed, answers for it when it ends, starts the next one after a lock. */
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import type { AskChild, ReadJob } from '../../import/process.ts';
import type { Grant } from '../grants.ts';
import type { FromCore, Link, StartOptions, ToCore } from './messages.ts';

export interface SuperviseOptions {
  readonly startLink: () => Link;
  readonly owner: string;
  readonly sampleFolder: string;
  readonly idleMinutes: number;
  readonly emit: (event: CoreEvent) => void;
  /** Starts the disposable child for the core, where the core cannot (a packaged app). */
  readonly askChild?: AskChild | undefined;
}

type Ask = ToCore extends infer M ? (M extends { readonly id: number } ? Omit<M, 'id'> : never) : never;

type Answered = (result: Result<unknown>) => void;

/** One core process and the questions that wait for it. */
interface Running {
  readonly link: Link;
  readonly waiting: Map<number, Answered>;
  readonly ended: Promise<void>;
  /** Files that a child reads for this core. */
  readonly reading: Map<number, AbortController>;
}

export class CoreSupervisor {
  readonly #options: SuperviseOptions;
  #running: Running | null = null;
  #next = 1;
  #idleMinutes: number;
  #before: StartOptions['before'] = null;

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
    const running = this.#running;
    if (running === null) return;
    const late = setTimeout(() => running.link.kill(), 10_000);
    await this.#ask({ type: 'lock', why });
    await running.ended;
    clearTimeout(late);
  }

  setIdle(minutes: number): void {
    this.#idleMinutes = minutes;
    this.#running?.link.send({ type: 'idle', minutes });
  }

  /** The archive chosen before any was opened, so that the page can ask for its passphrase. */
  announce(name: string): void {
    this.#before = { name, sample: false };
  }

  #ask(message: Ask): Promise<Result<unknown>> {
    this.#running ??= this.#start();
    const { link, waiting } = this.#running;
    const id = this.#next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      link.send({ ...message, id } as ToCore);
    });
  }

  #start(): Running {
    const link = this.#options.startLink();
    const waiting = new Map<number, Answered>();
    const ended = new Promise<void>((resolve) => {
      link.attach(
        (message) => this.#hear(message, running),
        () => {
          this.#ended(running);
          resolve();
        },
      );
    });
    const running: Running = { link, waiting, ended, reading: new Map() };
    const { owner, sampleFolder } = this.#options;
    link.send({ type: 'start', options: { owner, sampleFolder, before: this.#before, idleMinutes: this.#idleMinutes } });
    return running;
  }

  #hear(message: FromCore, from: Running): void {
    if (message.type === 'session') this.#before = { name: message.name, sample: message.sample };
    if (message.type === 'event') {
      // The archive is closed and this process ends: whoever asks next gets a fresh one.
      if (message.event.type === 'locked' && this.#running === from) this.#running = null;
      this.#options.emit(message.event);
    }
    if (message.type === 'read') void this.#read(message.id, message.job, from);
    if (message.type === 'read-cancel') from.reading.get(message.id)?.abort();
    if (message.type !== 'answer') return;
    from.waiting.get(message.id)?.(message.result);
    from.waiting.delete(message.id);
  }

  async #read(id: number, job: ReadJob, from: Running): Promise<void> {
    const cancel = new AbortController();
    from.reading.set(id, cancel);
    const answer = (await this.#options.askChild?.(job, cancel.signal)) ?? 'ended';
    from.reading.delete(id);
    from.link.send({ type: 'read-answer', id, answer });
  }

  /** Calls that were under way get an answer whatever happened; an end that nobody announced is told as a lock. */
  #ended(running: Running): void {
    const announced = this.#running !== running;
    if (!announced) this.#running = null;
    for (const resolve of running.waiting.values()) resolve(fail(announced ? 'archive/locked' : 'internal'));
    running.waiting.clear();
    for (const cancel of running.reading.values()) cancel.abort();
    if (!announced) this.#options.emit({ type: 'locked', why: 'ended' });
  }
}
