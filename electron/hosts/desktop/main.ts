/** The desktop app: hardens first, then one window, one core process, and an end that saves. */

import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, type Session, session as sessions, shell } from 'electron';
import { fail, ok } from '../../../shared/contract/result.ts';
import { ProfileFile } from '../../core/client/profile.ts';
import { type HostHandlers, Seat } from '../../core/client/seat.ts';
import { CoreSupervisor } from '../../core/client/supervise.ts';
import { programVersion } from '../../core/root.ts';
import { utilityLink } from './core-link.ts';
import { denyEverywhere, denySession } from './deny.ts';
import { Dialogs } from './dialogs.ts';
import { askImportChild } from './import-child.ts';
import { answerPage, tellPage } from './ipc.ts';
import { setMenu } from './menu.ts';
import { Quitting } from './quitting.ts';
import { registerScheme, servePage } from './scheme.ts';
import { openWindow } from './window.ts';

app.enableSandbox();
registerScheme();
denyEverywhere(app);
// Nothing of ours resolves a name; nothing of Chromium's may.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-gpu-shader-disk-cache');
app.setName('Rapporteur');

let window: BrowserWindow | null = null;
const contents = (): BrowserWindow['webContents'] | null => window?.webContents ?? null;

/** A bundle among a command line's arguments: what the system passes when a file is opened. */
function bundleIn(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((arg) => arg.endsWith('.rapporteur') && !arg.startsWith('-'));
}

function start(): void {
  // In memory only: no cookie, cache or storage reaches the disk.
  const session = sessions.fromPartition('rapporteur', { cache: false });
  denySession(session, app.isPackaged);
  servePage(session);

  const profile = new ProfileFile(app.getPath('userData'));
  const core = new CoreSupervisor({
    startLink: utilityLink,
    owner: 'Rapporteur (desktop)',
    sampleFolder: join(app.getPath('userData'), 'sample'),
    idleMinutes: profile.settings.idleMinutes,
    emit: (event) => tellPage(contents(), event),
    askChild: askImportChild,
  });
  const seat = new Seat(core, profile);
  const dialogs = new Dialogs(() => window, seat, core, join(app.getPath('documents'), 'Rapporteur'));
  const command = (name: string): void => tellPage(contents(), { type: 'command', command: name });
  const quitting = new Quitting(core, command);
  const host = hostHandlers(seat, core, profile, dialogs, quitting);
  // The page's first question waits for the sample archive, so that it never shows a door that is about to open.
  const sampleOpened = process.argv.includes('--sample') ? core.call('archive.openSample', {}) : null;
  answerPage(contents, async (name, input) => {
    await sampleOpened;
    return seat.call(name, input, host);
  });
  setMenu({ command, isPackaged: app.isPackaged });
  watchPower(quitting);
  openMain(session, profile, quitting);
  openBundles(dialogs, command);
  app.on('activate', () => {
    if (window === null) openMain(session, profile, quitting);
  });
}

function openMain(session: Session, profile: ProfileFile, quitting: Quitting): void {
  const opened = openWindow(session, profile, app.isPackaged);
  window = opened;
  quitting.watch(opened);
  opened.on('closed', () => {
    window = null;
  });
}

/** Screen lock and suspend: whoever comes back finds a locked archive. */
function watchPower(quitting: Quitting): void {
  const lock = (): void => void quitting.saveAndLock();
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', lock);
}

/** Bundles opened from the system's file manager, now or while the app runs. */
function openBundles(dialogs: Dialogs, command: (name: string) => void): void {
  const open = (path: string | undefined): void => {
    if (path === undefined) return;
    dialogs.handOver(path);
    command('open-bundle');
  };
  app.on('second-instance', (_event, argv) => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    open(bundleIn(argv));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  window?.webContents.once('did-finish-load', () => open(bundleIn(process.argv)));
}

function hostHandlers(seat: Seat, core: CoreSupervisor, profile: ProfileFile, dialogs: Dialogs, quitting: Quitting): HostHandlers {
  return {
    ...seat.shared(),
    'host.about': () => ok({ host: 'desktop', version: programVersion(), dialogs: true, platform: process.platform }),
    'host.chooseFolder': (input) => dialogs.folder(input),
    'host.chooseFiles': (input) => dialogs.files(input),
    'host.show': async ({ token }) => {
      const taken = await core.take(token);
      if (!taken.ok || taken.value.kind !== 'file') return fail('host/forbidden');
      shell.showItemInFolder(taken.value.path);
      return ok({});
    },
    'host.window': ({ confidential }) => {
      window?.setContentProtection(confidential && profile.settings.contentProtection);
      return ok({});
    },
    'host.quitReady': () => {
      quitting.pageIsReady();
      return ok({});
    },
  };
}

/** Switches that would let another program look into a packed app: with one of them it does not start. */
const looking = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'no-sandbox',
];

/** Whether a switch was given; `enableSandbox` has taken its own opposite out of Chromium's list, so the arguments are read too. */
function isGiven(name: string): boolean {
  return app.commandLine.hasSwitch(name) || process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
}

if (app.isPackaged && looking.some(isGiven)) {
  process.stderr.write('Rapporteur does not start with a switch that would let another program look in.\n');
  app.exit(2);
} else if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}
