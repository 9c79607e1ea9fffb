/** The one channel from the page: who sends is checked, then how much, then the contract parses what. */
import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import { fail, type Result } from '../../../shared/contract/result.ts';
import { appOrigin } from './scheme.ts';
import { isOversized } from './size.ts';

export type Answer = (name: string, input: unknown) => Promise<Result<unknown>>;

/** @param own the window's contents now; null while there is none */
export function answerPage(own: () => WebContents | null, answer: Answer): void {
  ipcMain.handle('api', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (event.sender !== own() || !isTrusted(event.senderFrame)) return fail('host/forbidden');
    if (typeof name !== 'string' || name.length > 60) return fail('input/invalid');
    if (isOversized(input)) return fail('input/too-large', { limit: '45 MB' });
    return answer(name, input);
  });
}

/** The main frame of our own page, and nothing inside it. */
function isTrusted(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}

/** Says an event to the page. */
export function tellPage(contents: WebContents | null, event: CoreEvent): void {
  if (contents !== null && !contents.isDestroyed()) contents.send('event', event);
}
