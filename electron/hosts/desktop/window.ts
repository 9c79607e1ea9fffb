/** The one window: hardened, neutral in its title, where it was last time. */

import { join } from 'node:path';
import { BrowserWindow, type Session, screen } from 'electron';
import type { ProfileFile, WindowPlace } from '../../core/client/profile.ts';
import { programRoot } from '../../core/root.ts';
import { appPage } from './scheme.ts';

const smallest = { width: 800, height: 600 };
const usual = { width: 1440, height: 900 };

/** Makes the window; it is shown once the page has painted. */
export function openWindow(session: Session, profile: ProfileFile, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    ...(visiblePlace(profile.window) ?? usual),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Rapporteur',
    backgroundColor: '#f4f4f2',
    webPreferences: {
      session,
      preload: join(programRoot(), 'dist', 'desktop', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
      safeDialogs: true,
      enableWebSQL: false,
    },
  });
  if (profile.window?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The page's title is neutral too, but a title is not the page's to set.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => profile.keepWindow(placeOf(window)));
  void window.loadURL(appPage);
  return window;
}

function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximised: window.isMaximized() };
}

/** The place of last time, where a screen still shows it; a monitor may be gone. */
function visiblePlace(place: WindowPlace | null): { x: number; y: number; width: number; height: number } | null {
  if (place === null) return null;
  const { x, y, width, height } = place;
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  const inside = x < workArea.x + workArea.width && x + width > workArea.x && y < workArea.y + workArea.height && y >= workArea.y - 10;
  return inside ? { x, y, width: Math.max(width, smallest.width), height: Math.max(height, smallest.height) } : null;
}
