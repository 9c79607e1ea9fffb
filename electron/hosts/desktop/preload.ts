/** Runs sandboxed before the page: gives it `window.bridge` and nothing of Electron or Node. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';

const bridge: Bridge = {
  host: 'desktop',
  send: (name, input) => ipcRenderer.invoke('api', name, input),
  listen: (hear) => {
    // The event's sender stays on this side: the page gets the message alone.
    const pass = (_event: unknown, message: CoreEvent): void => hear(message);
    ipcRenderer.on('event', pass);
    return () => {
      ipcRenderer.off('event', pass);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
