/** The attack matrix of the browser host: Host × Origin × Sec-Fetch × method × cookie × header lets only the exact tuple through. */
import { describe, expect, it } from 'vitest';
import { type Admission, type Asked, admit, type Door } from '../../electron/hosts/browser/admit.ts';

const door: Door = { host: '127.0.0.1:4711', cookieName: 'rapporteur-4711', cookie: 'secret-of-this-run' };

const hosts = ['127.0.0.1:4711', 'localhost:4711', '127.0.0.1:4712', '127.0.0.1', 'rebound.example:4711', undefined];
const origins = ['http://127.0.0.1:4711', 'https://127.0.0.1:4711', 'http://localhost:4711', 'http://evil.example', 'null', undefined];
const sites = ['same-origin', 'same-site', 'cross-site', 'none', undefined];
const modes = [
  { mode: 'cors', dest: 'empty' },
  { mode: 'navigate', dest: 'document' },
  { mode: 'no-cors', dest: 'image' },
  { mode: 'cors', dest: 'iframe' },
  { mode: undefined, dest: undefined },
];
const methods = ['POST', 'GET', 'PUT', 'OPTIONS', 'HEAD', 'DELETE'];
const cookies = [
  'rapporteur-4711=secret-of-this-run',
  'theme=x; rapporteur-4711=secret-of-this-run',
  'rapporteur-4711=another',
  'rapporteur-4711=',
  'rapporteur-4711=x; rapporteur-4711=secret-of-this-run',
  'rapporteur-4712=secret-of-this-run',
  undefined,
];
const marks = ['1', '', 'true', undefined];
const paths = ['/api/draft.list', '/events', '/upload', '/download'];

interface Tuple {
  readonly asked: Asked;
  readonly exact: boolean;
}

function* tuples(): Generator<Tuple> {
  for (const host of hosts)
    for (const origin of origins)
      for (const site of sites)
        for (const { mode, dest } of modes)
          for (const method of methods)
            for (const cookie of cookies)
              for (const mark of marks)
                for (const path of paths) {
                  const headers = { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, cookie, 'x-rapporteur-page': mark };
                  const right =
                    host === hosts[0] && origin === origins[0] && site === sites[0] && mode === 'cors' && dest === 'empty' && method === 'POST' && mark === '1';
                  yield { asked: { method, path, headers }, exact: right && (cookie === cookies[0] || cookie === cookies[1]) };
                }
}

const isRefused = (admission: Admission): boolean => typeof admission === 'object';

describe('calls', () => {
  it('lets only the exact tuple through', () => {
    const wrong: Asked[] = [];
    let seen = 0;
    let through = 0;
    for (const { asked, exact } of tuples()) {
      seen++;
      const admission = admit(asked, door);
      if (exact ? admission === 'call' : isRefused(admission)) through += exact ? 1 : 0;
      else wrong.push(asked);
    }
    expect(seen).toBe(hosts.length * origins.length * sites.length * modes.length * methods.length * cookies.length * marks.length * paths.length);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(through).toBe(2 * paths.length);
  });

  it.each(['/api/', '/api/../secret', '/api/draft.list/', '/api/draft%2elist', '/Enter', '//enter', '/.git/config'])('%s is no call', (path) => {
    const asked = (to: string): Asked => ({
      method: 'POST',
      path: to,
      headers: {
        host: hosts[0],
        origin: origins[0],
        'sec-fetch-site': sites[0],
        'sec-fetch-mode': 'cors',
        'sec-fetch-dest': 'empty',
        cookie: cookies[0],
        'x-rapporteur-page': '1',
      },
    });
    expect(admit(asked('/api/draft.list'), door)).toBe('call');
    expect(isRefused(admit(asked(path), door))).toBe(true);
  });
});

describe('the page', () => {
  const own = { host: door.host, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  it.each<[string, Asked, boolean]>([
    ['opened by a person', { method: 'GET', path: '/', headers: own }, true],
    ['its script', { method: 'GET', path: '/assets/x.js', headers: { host: door.host, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'script' } }, true],
    ['linked to from elsewhere', { method: 'GET', path: '/', headers: { ...own, 'sec-fetch-site': 'cross-site' } }, false],
    ['framed elsewhere', { method: 'GET', path: '/', headers: { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' } }, false],
    ['its script, asked by another page', { method: 'GET', path: '/assets/x.js', headers: { host: door.host, 'sec-fetch-site': 'cross-site' } }, false],
    ['a part of it typed as an address', { method: 'GET', path: '/assets/x.js', headers: own }, false],
    ['under another name of this machine', { method: 'GET', path: '/', headers: { ...own, host: 'localhost:4711' } }, false],
    ['from a browser that says nothing', { method: 'GET', path: '/', headers: { host: door.host } }, false],
    ['with a foreign origin', { method: 'GET', path: '/', headers: { ...own, origin: 'http://evil.example' } }, false],
    ['by another method', { method: 'HEAD', path: '/', headers: own }, false],
  ])('%s', (_title, asked, admitted) => {
    expect(admit(asked, door) === 'page').toBe(admitted);
  });
});
