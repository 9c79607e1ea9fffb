/** The browser host on a real socket: headers, the one-time code, limits, uploads and downloads. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../electron/core/grants.ts';
import { type BrowserServer, startServer } from '../../electron/hosts/browser/server.ts';
import { fail, ok } from '../../shared/contract/result.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let server: BrowserServer;
const granted: Grant[] = [];

beforeAll(async () => {
  server = await startServer(
    {
      call: async (name, input) => (name === 'session.status' ? ok({ echoed: input }) : fail('input/invalid')),
      grant: async (grant) => String(granted.push(grant)),
      take: async (token) => (token === 'good' ? ok({ kind: 'bytes', name: 'récit.pdf', bytes: new Uint8Array([1, 2, 3]) }) : fail('host/forbidden')),
    },
    0,
  );
});
afterAll(() => server.close());

function send(path: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: server.port, path, method: options.method ?? 'POST', headers: options.headers ?? {} },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }));
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const asPage = (cookie?: string): Record<string, string> => ({
  host: `127.0.0.1:${server.port}`,
  origin: `http://127.0.0.1:${server.port}`,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'x-rapporteur-page': '1',
  ...(cookie === undefined ? {} : { cookie }),
});

const codeOf = (link: string): string => /#code=(.+)$/.exec(link)?.[1] ?? '';

async function enter(): Promise<string> {
  const answer = await send('/enter', { headers: asPage(), body: JSON.stringify({ code: codeOf(server.link()) }) });
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

describe('the one-time code', () => {
  it('becomes a cookie that no script reads and no other site sends', async () => {
    const answer = await send('/enter', { headers: asPage(), body: JSON.stringify({ code: codeOf(server.link()) }) });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^rapporteur-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('works once', async () => {
    const code = codeOf(server.link());
    const first = await send('/enter', { headers: asPage(), body: JSON.stringify({ code }) });
    const second = await send('/enter', { headers: asPage(), body: JSON.stringify({ code }) });
    expect([first.status, second.status]).toEqual([200, 403]);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it.each(['', '{}', '{"code":7}', '{"code":""}', '{"code":"guess"}', 'x'.repeat(5000)])('refuses %s', async (body) => {
    const answer = await send('/enter', { headers: asPage(), body });
    expect(answer.status).toBe(403);
  });
});

describe('every answer', () => {
  it.each(['/', '/nowhere', '/api/session.status'])('%s carries the safety headers, no CORS, no cache', async (path) => {
    const { headers } = await send(path, { method: 'GET', headers: { host: `127.0.0.1:${server.port}` } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|data:|\*/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a call', () => {
  it('answers with the status of its code', async () => {
    const cookie = await enter();
    const right = await send('/api/session.status', { headers: asPage(cookie), body: '{"a":1}' });
    expect([right.status, right.text]).toEqual([200, '{"ok":true,"value":{"echoed":{"a":1}}}']);
    expect((await send('/api/nonsense', { headers: asPage(cookie), body: '{}' })).status).toBe(400);
    expect((await send('/api/session.status', { headers: asPage(cookie), body: 'no json' })).status).toBe(400);
  });

  it('refuses without the cookie, whatever else is right', async () => {
    expect((await send('/api/session.status', { headers: asPage(), body: '{}' })).status).toBe(403);
  });
});

describe('files', () => {
  it('an upload becomes a token; its bytes and name arrive whole', async () => {
    const cookie = await enter();
    const bytes = Buffer.from([0, 255, 10, 13]);
    const answer = await send('/upload?name=r%C3%A9cit.docx', { headers: asPage(cookie), body: bytes });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { token: String(granted.length) } });
    expect(granted.at(-1)).toEqual({ kind: 'bytes', name: 'récit.docx', bytes: new Uint8Array(bytes) });
  });

  it('an upload beyond 50 MB is refused', async () => {
    const cookie = await enter();
    const before = granted.length;
    const answer = await send('/upload?name=x.pdf', { headers: asPage(cookie), body: Buffer.alloc(50_000_001) }).catch((error: NodeJS.ErrnoException) => error);
    // The host may close the connection before all was sent: both are a refusal.
    if ('status' in answer) expect(answer.status).toBe(413);
    else expect(['EPIPE', 'ECONNRESET']).toContain(answer.code);
    expect(granted.length).toBe(before);
  });

  it('a download is given for its token only', async () => {
    const cookie = await enter();
    const good = await send('/download', { headers: asPage(cookie), body: '{"token":"good"}' });
    expect([good.status, good.headers['x-file-name']]).toEqual([200, encodeURIComponent('récit.pdf')]);
    expect((await send('/download', { headers: asPage(cookie), body: '{"token":"other"}' })).status).toBe(403);
    expect((await send('/download', { headers: asPage(cookie), body: '[]' })).status).toBe(403);
  });
});
