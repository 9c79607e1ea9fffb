/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * What the desktop's preload is to a window, this is to a tab: it stands before the page's own script and gives it
 * `window.bridge`. Files a person chooses are uploaded for a token; finished files come back as downloads.
 */
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Result } from '../../../shared/contract/result.ts';

const lost: Result<never> = { ok: false, error: { code: 'host/unavailable', detail: {} } };
const header = { 'x-rapporteur-page': '1' };

/** The one-time code of the link, taken out of the address before anything else can read it. */
const entered: Promise<unknown> = enter();

async function enter(): Promise<unknown> {
  const code = /^#code=([\w-]{20,80})$/.exec(location.hash)?.[1];
  if (code === undefined) return;
  history.replaceState(null, '', '/#/');
  return fetch('/enter', { method: 'POST', headers: header, body: JSON.stringify({ code }) });
}

/** A new link pasted into this tab changes only the address behind the #: read it as if the tab were new. */
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#code=')) location.reload();
});

async function post(path: string, body: string | Blob): Promise<Response> {
  await entered;
  return fetch(path, { method: 'POST', headers: header, body });
}

async function ask(name: string, input: unknown): Promise<Result<unknown>> {
  try {
    const answer = await post(`/api/${name}`, JSON.stringify(input));
    return (await answer.json()) as Result<unknown>;
  } catch {
    return lost;
  }
}

const accepted: Readonly<Record<string, string>> = {
  import: '.docx,.pdf,.txt,.html,.htm,.md,.csv,.tsv',
  picture: 'image/png,image/jpeg',
  bundle: '.rapporteur',
};

/** The browser's own file chooser; an empty list where the person thought better of it. */
function pick(purpose: string): Promise<File[]> {
  return new Promise((resolve) => {
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.multiple = purpose === 'import';
    chooser.accept = accepted[purpose] ?? '';
    chooser.addEventListener('change', () => resolve([...(chooser.files ?? [])]));
    chooser.addEventListener('cancel', () => resolve([]));
    chooser.click();
  });
}

/** Uploads files that a person chose or dropped; each becomes a one-use token. */
async function upload(files: readonly File[]): Promise<Result<unknown>> {
  const granted: { token: string; label: string }[] = [];
  for (const file of files) {
    const answer = await post(`/upload?name=${encodeURIComponent(file.name)}`, file);
    const result = (await answer.json()) as Result<{ token: string }>;
    if (!result.ok) return result;
    granted.push({ token: result.value.token, label: file.name });
  }
  return { ok: true, value: granted };
}

/** Fetches a finished file and hands it to the browser as a download. */
async function download(token: string): Promise<Result<unknown>> {
  const answer = await post('/download', JSON.stringify({ token }));
  if (!answer.ok) return (await answer.json()) as Result<unknown>;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(answer.headers.get('x-file-name') ?? 'file');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { ok: true, value: {} };
}

async function send(name: string, input: unknown): Promise<Result<unknown>> {
  const given = (input ?? {}) as { purpose?: string; token?: string };
  try {
    if (name === 'host.chooseFiles') return await upload(await pick(given.purpose ?? ''));
    if (name === 'host.show') return await download(given.token ?? '');
  } catch {
    return lost;
  }
  return ask(name, input);
}

/** Reads the stream of events for as long as the page lives; asks again a second after it was cut. */
async function hearEvents(hear: (event: CoreEvent) => void, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    try {
      await entered;
      const answer = await fetch('/events', { method: 'POST', headers: header, signal: stopped });
      if (answer.ok && answer.body !== null) await readLines(answer.body, hear);
    } catch {
      // Cut off: the host ended or the machine slept.
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, hear: (event: CoreEvent) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = `${rest}${value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((one) => one !== '')) hear(JSON.parse(line) as CoreEvent);
  }
}

/** One stream a page for all who listen: a browser opens six connections to one place, and calls need them. */
const listeners = new Set<(event: CoreEvent) => void>();
let stream: AbortController | null = null;

const bridge: Bridge = {
  host: 'browser',
  send,
  listen: (hear) => {
    listeners.add(hear);
    if (stream === null) {
      stream = new AbortController();
      void hearEvents((event) => {
        for (const each of listeners) each(event);
      }, stream.signal);
    }
    return () => {
      listeners.delete(hear);
      if (listeners.size > 0) return;
      stream?.abort();
      stream = null;
    };
  },
};

Object.defineProperty(globalThis, 'bridge', { value: Object.freeze(bridge), writable: false, configurable: false });
