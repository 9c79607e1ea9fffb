/** What the page can never do: leave, open, ask for a device, download, reach a network. All denials in one place. */
import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './scheme.ts';

/** Only the app's own scheme and the pictures it makes itself. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return `${url.protocol}//${url.host}` === appOrigin || address.startsWith(`blob:${appOrigin}/`);
}

/** Everything that a session could be asked for is refused. */
export function denySession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const tools = !isPackaged && details.url.startsWith('devtools:');
    answer({ cancel: !isOwnAddress(details.url) && !tools });
  });
  session.setSpellCheckerEnabled(false);
}

/** No page may come to be, lead elsewhere or hold another page; links open nowhere (the page shows their address). */
export function denyEverywhere(app: App): void {
  app.on('web-contents-created', (_event, contents) => denyContents(contents));
}

function denyContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event) => event.preventDefault());
  contents.on('login', (event) => event.preventDefault());
}
