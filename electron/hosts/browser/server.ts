/** The browser host's server: 127.0.0.1 only, one door (admit.ts), the same headers as the desktop, no cross-origin answers. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { httpStatus } from '../../../shared/contract/errors.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import { pageFiles } from '../../core/client/page-files.ts';
import { freshNonce, nonceSlot, safetyHeaders } from '../../core/client/policy.ts';
import type { Grant } from '../../core/grants.ts';
import { programRoot } from '../../core/root.ts';
import { type Admission, admit, type Door, sameSecret } from './admit.ts';
import { readBody } from './body.ts';
import { EventStreams } from './events.ts';

export interface Behind {
  call(name: string, input: unknown): Promise<Result<unknown>>;
  grant(grant: Grant): Promise<string>;
  take(token: string): Promise<Result<Grant>>;
}

export interface BrowserServer {
  readonly port: number;
  /** A link with a fresh one-time code in its fragment, which no browser sends to any server. */
  link(): string;
  emit(event: CoreEvent): void;
  close(): Promise<void>;
}

/** Bytes: a call can carry a pasted page or a picture; an upload is a file to import. */
const limits = { call: 60_000_000, upload: 50_000_000, enter: 1_000 };

/** Starts to listen. @param port 0: any free one */
export async function startServer(behind: Behind, port: number): Promise<BrowserServer> {
  const codes = new Set<string>();
  const streams = new EventStreams();
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  await listen(server, port);
  const actual = (server.address() as AddressInfo).port;
  const door: Door = { host: `127.0.0.1:${actual}`, cookieName: `rapporteur-${actual}`, cookie: randomBytes(32).toString('base64url') };
  const site = new Site(behind, door, codes, streams);
  server.on('request', (request, response) => void site.answer(request, response));
  return {
    port: actual,
    link: () => {
      const code = randomBytes(24).toString('base64url');
      codes.add(code);
      return `http://${door.host}/#code=${code}`;
    },
    emit: (event) => streams.emit(event),
    close: () =>
      new Promise((resolve) => {
        streams.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

class Site {
  readonly #behind: Behind;
  readonly #door: Door;
  readonly #codes: Set<string>;
  readonly #streams: EventStreams;
  readonly #files = pageFiles();
  readonly #bridge = pageFiles(join(programRoot(), 'dist', 'hosts', 'browser')).get('/page-bridge.js');

  constructor(behind: Behind, door: Door, codes: Set<string>, streams: EventStreams) {
    this.#behind = behind;
    this.#door = door;
    this.#codes = codes;
    this.#streams = streams;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${this.#door.host}`);
    const nonce = freshNonce();
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) response.setHeader(name, value);
    const admission: Admission = admit({ method: request.method ?? '', path: url.pathname, headers: request.headers }, this.#door);
    try {
      if (typeof admission === 'object') send(response, admission.refused, fail('host/forbidden'));
      else if (admission === 'page') this.#page(url.pathname, nonce, response);
      else if (admission === 'enter') await this.#enter(request, response);
      else await this.#route(url, request, response);
    } catch {
      if (!response.headersSent) send(response, 500, fail('internal'));
      else response.destroy();
    }
  }

  #page(path: string, nonce: string, response: ServerResponse): void {
    const file = path === '/bridge.js' ? this.#bridge : this.#files.get(path);
    if (file === undefined && path === '/') notBuilt(response);
    else if (file === undefined) send(response, 404, fail('host/unavailable'));
    else {
      response.setHeader('Content-Type', file.type);
      response.end(path === '/' || path === '/index.html' ? withBridge(file.read().toString('utf8'), nonce) : file.read());
    }
  }

  /** Trades a one-time code for the cookie. */
  async #enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, limits.enter);
    const code = body.ok ? textOf(body.value, 'code') : undefined;
    const known = code === undefined ? undefined : [...this.#codes].find((one) => sameSecret(one, code));
    if (known === undefined) return send(response, 403, fail('host/forbidden'));
    this.#codes.delete(known);
    response.setHeader('Set-Cookie', `${this.#door.cookieName}=${this.#door.cookie}; HttpOnly; SameSite=Strict; Path=/`);
    send(response, 200, { ok: true, value: {} });
  }

  async #route(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url.pathname === '/events') return this.#streams.open(response);
    const body = await readBody(request, url.pathname === '/upload' ? limits.upload : limits.call);
    if (!body.ok) return answerResult(response, body);
    if (url.pathname === '/upload') {
      const token = await this.#behind.grant({
        kind: 'bytes',
        name: (url.searchParams.get('name') ?? 'file').slice(0, 200),
        bytes: new Uint8Array(body.value),
      });
      return answerResult(response, { ok: true, value: { token } });
    }
    if (url.pathname === '/download') return this.#download(textOf(body.value, 'token') ?? '', response);
    const input = json(body.value);
    if (input === undefined) return answerResult(response, fail('input/invalid'));
    answerResult(response, await this.#behind.call(url.pathname.slice('/api/'.length), input));
  }

  async #download(token: string, response: ServerResponse): Promise<void> {
    const taken = await this.#behind.take(token);
    if (!taken.ok || taken.value.kind !== 'bytes') return answerResult(response, fail('host/forbidden'));
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('X-File-Name', encodeURIComponent(taken.value.name));
    response.end(Buffer.from(taken.value.bytes));
  }
}

/** The page with this load's nonce, and the bridge's script before its own. */
function withBridge(page: string, nonce: string): string {
  return page.replaceAll(nonceSlot, nonce).replace('<head>', '<head><script src="/bridge.js"></script>');
}

function answerResult(response: ServerResponse, result: Result<unknown>): void {
  send(response, result.ok ? 200 : httpStatus(result.error.code), result);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}

function notBuilt(response: ServerResponse): void {
  response.statusCode = 503;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end('The page is not built yet. Run “npm run build”.');
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer, key: string): string | undefined {
  const value = json(bytes);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found = (value as Record<string, unknown>)[key];
  return typeof found === 'string' ? found : undefined;
}
