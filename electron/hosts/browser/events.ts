/** The core's events to every open page, as lines of JSON over an answer that stays open. */
import type { ServerResponse } from 'node:http';
import type { CoreEvent } from '../../../shared/contract/events.ts';

const heartbeatMs = 20_000;

export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #heart = setInterval(() => this.#say('\n'), heartbeatMs).unref();

  open(response: ServerResponse): void {
    response.setHeader('Content-Type', 'application/x-ndjson');
    response.flushHeaders();
    // A first line tells the page that it hears from now on.
    response.write('\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  emit(event: CoreEvent): void {
    this.#say(`${JSON.stringify(event)}\n`);
  }

  close(): void {
    clearInterval(this.#heart);
    for (const response of this.#open) response.end();
  }

  #say(line: string): void {
    for (const response of this.#open) response.write(line);
  }
}
