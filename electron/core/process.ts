/** The core process: the only place where the key and the database live. Ending it is the wipe. */
import { fail, ok } from '../../shared/contract/result.ts';
import type { AskChild } from '../import/process.ts';
import type { FromCore, StartOptions, ToCore } from './client/messages.ts';
import { type Core, createCore } from './core.ts';
import { type Dispatch, makeDispatch } from './dispatch.ts';
import { type IdleWatch, watchIdle } from './idle.ts';
import { makeLog } from './log.ts';
import { warmGuard } from './warm.ts';

/** The pipe to the host: utilityProcess gives `parentPort`, fork gives `process.send`. */
interface Port {
  post(message: FromCore): void;
  hear(listener: (message: ToCore) => void): void;
}

interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

const electronPort = (process as { parentPort?: ElectronPort }).parentPort;

function openPort(): Port {
  if (electronPort !== undefined) {
    return { post: (message) => electronPort.postMessage(message), hear: (listener) => electronPort.on('message', ({ data }) => listener(data as ToCore)) };
  }
  return {
    post: (message) => {
      // After a disconnect nobody hears: sending then would be a fault.
      if (process.connected) process.send?.(message);
    },
    hear: (listener) => process.on('message', (message) => listener(message as ToCore)),
  };
}

// pdf.js takes a process with Electron's `type` for a page and asks for a page's interfaces; this one is Node in all but name.
if (electronPort !== undefined) Object.defineProperty(process, 'type', { value: undefined });

const port = openPort();
const log = makeLog((line) => process.stderr.write(line));

const asked = new Map<number, (answer: unknown) => void>();
let askedSoFar = 0;

/** A file is read by a child of the host: from here none can be started. */
const askHost: AskChild = (job, signal) =>
  new Promise((resolve) => {
    const id = ++askedSoFar;
    asked.set(id, resolve);
    signal?.addEventListener('abort', () => port.post({ type: 'read-cancel', id }), { once: true });
    port.post({ type: 'read', id, job });
  });

class Running {
  readonly core: Core;
  readonly dispatch: Dispatch;
  readonly idle: IdleWatch;
  #ending = false;

  constructor(options: StartOptions) {
    this.core = createCore({
      owner: options.owner,
      sampleFolder: options.sampleFolder,
      before: options.before,
      background: true,
      log,
      emit: (event) => {
        // An archive that closed itself leaves nothing to go on with: the process ends, or it would outlive its host.
        if (event.type === 'locked') void this.end(event.why === 'damaged' ? 'damaged' : 'asked');
        else port.post({ type: 'event', event });
      },
      ...(electronPort === undefined ? {} : { askChild: askHost }),
    });
    this.dispatch = makeDispatch(this.core);
    warmGuard(this.core);
    this.idle = watchIdle(options.idleMinutes, () => this.end('idle'));
  }

  async call(id: number, name: string, input: unknown): Promise<void> {
    // Asking for the state is no sign of a person: a page that polls must not keep the archive open.
    if (name !== 'session.status') this.idle.touch();
    if (name === 'archive.lock') return this.end('asked', id);
    const result = await this.dispatch(name, input);
    const { session } = this.core;
    if (session.archive !== null) port.post({ type: 'session', name: session.name, sample: session.sample });
    port.post({ type: 'answer', id, result });
    if (!result.ok && result.error.code === 'archive/damaged' && session.archive !== null) await this.end('damaged');
  }

  /** Closes the archive, says so, and ends the process: key and pages go with it. Without an open archive only the host's own end needs it. */
  async end(why: 'asked' | 'idle' | 'system' | 'damaged', id?: number): Promise<void> {
    if (why === 'idle' && this.core.session.archive === null) return;
    if (this.#ending) return;
    this.#ending = true;
    this.idle.stop();
    await this.core.session.close();
    // First the event: whoever asks on after the answer must already reach the next process.
    port.post({ type: 'event', event: { type: 'locked', why } });
    if (id !== undefined) port.post({ type: 'answer', id, result: ok({}) });
    log('locked');
    // One turn, so that the pipe takes both messages.
    setTimeout(() => process.exit(0), 50);
  }
}

let running: Running | null = null;

port.hear((message) => {
  if (message.type === 'start') {
    running = new Running(message.options);
    return;
  }
  if (running === null) return;
  switch (message.type) {
    case 'call':
      void running.call(message.id, message.name, message.input);
      return;
    case 'grant':
      port.post({ type: 'answer', id: message.id, result: ok(running.core.grants.grant(message.grant)) });
      return;
    case 'take': {
      const taken = running.core.grants.redeem(message.token, 'file', 'bytes');
      port.post({ type: 'answer', id: message.id, result: taken.ok ? taken : fail('host/forbidden') });
      return;
    }
    case 'read-answer':
      asked.get(message.id)?.(message.answer);
      asked.delete(message.id);
      return;
    case 'idle':
      running.idle.set(message.minutes);
      return;
    case 'lock':
      void running.end(message.why, message.id);
      return;
  }
});

// The host is gone: nothing else can end this process well.
process.on('disconnect', () => {
  if (running === null) process.exit(0);
  else void running.end('system');
});
// A terminal sends these to the whole group: the host decides when the core ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void running?.end('system'));
