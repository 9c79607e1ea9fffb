/** Calls that the host answers itself: dialogs that grant one-use tokens, the window, settings without content. */
import { z } from 'zod';
import { call } from '../call.ts';

const nothing = z.strictObject({});
const Granted = z.strictObject({ token: z.string(), label: z.string() }).nullable();

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Minutes without a key or click before the archive locks; 0 never. */
  idleMinutes: z.int().min(0).max(240).default(5),
  /** Pages are hidden from screen sharing while a confidential draft is open (desktop). */
  contentProtection: z.boolean().default(true),
});
export type Settings = z.infer<typeof Settings>;

/** A change of some settings: without defaults, so that those it leaves out stay as they are. */
const SomeSettings = Settings.extend({
  theme: Settings.shape.theme.removeDefault(),
  idleMinutes: Settings.shape.idleMinutes.removeDefault(),
  contentProtection: Settings.shape.contentProtection.removeDefault(),
}).partial();

export const hostCalls = {
  'host.about': call(
    'host',
    nothing,
    z.strictObject({ host: z.enum(['desktop', 'browser']), version: z.string(), dialogs: z.boolean(), platform: z.string() }),
  ),
  /** Archives used before, newest first; opened as folder "recent:N". */
  'host.recent': call('host', nothing, z.array(z.strictObject({ folder: z.string(), name: z.string(), where: z.string(), openedMs: z.int() }))),
  'host.forgetRecent': call('host', z.strictObject({ folder: z.string() }), nothing),
  /** Where a new archive or exported files go. In the browser host: folders offered by the host, or the download list. */
  'host.chooseFolder': call('host', z.strictObject({ purpose: z.enum(['open-archive', 'create-archive', 'export']) }), Granted),
  'host.chooseFiles': call(
    'host',
    z.strictObject({ purpose: z.enum(['import', 'picture', 'bundle']) }),
    z.array(z.strictObject({ token: z.string(), label: z.string() })),
  ),
  'host.show': call('host', z.strictObject({ token: z.string() }), nothing),
  'host.settings': call('host', nothing, Settings),
  'host.changeSettings': call('host', SomeSettings, Settings),
  /** Neutral facts for the window: what may stand in its title, whether a confidential draft is on the screen. */
  'host.window': call(
    'host',
    z.strictObject({ place: z.enum(['unlock', 'desk', 'draft', 'archive', 'import', 'export', 'settings', 'capture']), confidential: z.boolean() }),
    nothing,
  ),
  'host.quitReady': call('host', nothing, nothing),
};
