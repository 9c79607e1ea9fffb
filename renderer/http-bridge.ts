/**
 * The bridge of the browser host: calls over `fetch`, events over one stream, both on this machine only.
 * The one-time code that opened the page stands in the address's fragment, is exchanged for a cookie once and then removed.
 */
import type { Bridge } from '../shared/contract/bridge.ts';
import { CoreEvent } from '../shared/contract/events.ts';
import { fail, type Result } from '../shared/contract/result.ts';

/** Sent with every request: a form or an image of a foreign page cannot send it. */
const proof = { 'x-rapporteur': '1' };

let entered: Promise<void> | null = null;

/** Exchanges the code in the fragment, once a load; later loads have the cookie. */
function enter(): Promise<void> {
  entered ??= (async () => {
    const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1];
    if (code === undefined) return;
    history.replaceState(null, '', `${location.pathname}#/`);
    await fetch('/api/session', { method: 'POST', headers: { ...proof, 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
  })();
  return entered;
}

async function send(name: string, input: unknown): Promise<Result<unknown>> {
  try {
    await enter();
    const answer = await fetch(`/api/${name}`, { method: 'POST', headers: { ...proof, 'content-type': 'application/json' }, body: JSON.stringify(input) });
    return (await answer.json()) as Result<unknown>;
  } catch {
    return fail('host/unavailable');
  }
}

function listen(hear: (event: CoreEvent) => void): () => void {
  let source: EventSource | null = null;
  let stopped = false;
  void enter().then(() => {
    if (stopped) return;
    source = new EventSource('/api/events');
    source.onmessage = (message) => {
      const event = CoreEvent.safeParse(JSON.parse(String(message.data)));
      if (event.success) hear(event.data);
    };
  });
  return () => {
    stopped = true;
    source?.close();
  };
}

export const httpBridge: Bridge = { host: 'browser', send, listen };
