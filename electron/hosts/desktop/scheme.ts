/** The page's own scheme: app://rapporteur/…, served from a fixed manifest. There is no file: and no network. */
import { protocol, type Session } from 'electron';
import { pageFiles } from '../../core/client/page-files.ts';
import { freshNonce, nonceSlot, safetyHeaders } from '../../core/client/policy.ts';

export const appOrigin = 'app://rapporteur';
export const appPage = `${appOrigin}/`;

/** Before `ready`: the scheme behaves like https, and nothing else may. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built page to this session; any other address is 404. */
export function servePage(session: Session): void {
  const files = pageFiles();
  session.protocol.handle('app', (request) => {
    const url = URL.parse(request.url);
    const nonce = freshNonce();
    const headers = { ...safetyHeaders(nonce) };
    const file = url === null || url.host !== 'rapporteur' || request.method !== 'GET' ? undefined : files.get(url.pathname);
    if (file === undefined) return new Response(null, { status: 404, headers });
    const isPage = url?.pathname === '/' || url?.pathname === '/index.html';
    const body = isPage ? file.read().toString('utf8').replaceAll(nonceSlot, nonce) : new Uint8Array(file.read());
    return new Response(body, { headers: { ...headers, 'Content-Type': file.type } });
  });
}
