/** The browser host: server, core process and the calls that a tab's host answers. Ends with its terminal. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { forkLink } from '../../core/client/fork-link.ts';
import { ProfileFile } from '../../core/client/profile.ts';
import { type HostHandlers, Seat } from '../../core/client/seat.ts';
import { CoreSupervisor } from '../../core/client/supervise.ts';
import { programVersion } from '../../core/root.ts';
import { type BrowserServer, startServer } from './server.ts';

export interface BrowserHostOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Folder of settings; see profile.ts. */
  readonly profile: string;
  /** Where the sample archive is made. */
  readonly sampleFolder: string;
  /** Opens the sample archive before the first page asks. */
  readonly sample?: boolean | undefined;
  /** An archive that the page offers to unlock. */
  readonly archive?: string | undefined;
  /** Where archives live that nobody put elsewhere. */
  readonly documents?: string | undefined;
}

export interface BrowserHost {
  readonly port: number;
  link(): string;
  /** Why the sample archive could not be opened; the page offers its own way then. */
  readonly sample: Result<unknown>;
  close(): Promise<void>;
}

/** @throws what `listen` throws where the port is taken */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const profile = new ProfileFile(options.profile);
  let server: BrowserServer | undefined;
  const core = new CoreSupervisor({
    startLink: forkLink,
    owner: 'Rapporteur (browser)',
    sampleFolder: options.sampleFolder,
    idleMinutes: profile.settings.idleMinutes,
    emit: (event) => server?.emit(event),
  });
  const seat = new Seat(core, profile);
  if (options.archive !== undefined) {
    const folder = resolve(options.archive);
    profile.remember(folder, basename(folder), Date.now());
    core.announce(basename(folder));
  }
  const documents = options.documents ?? join(homedir(), 'Documents', 'Rapporteur');
  // A tab has no dialog to choose a folder on this machine: archives in their usual place are offered by name.
  for (const path of await archivesIn(documents)) profile.offer(path);
  const host = hostHandlers(seat, core, documents);
  server = await startServer(
    { call: (name, input) => seat.call(name, input, host), grant: (grant) => core.grant(grant), take: (token) => core.take(token) },
    options.port,
  );
  const started = server;
  const sample = options.sample === true ? await core.call('archive.openSample', {}) : ok({});
  return {
    port: started.port,
    sample,
    link: () => started.link(),
    close: async () => {
      await core.lock('system');
      await started.close();
    },
  };
}

function hostHandlers(seat: Seat, core: CoreSupervisor, documents: string): HostHandlers {
  const nothing = (): Result<Record<string, never>> => ok({});
  return {
    ...seat.shared(),
    'host.about': () => ok({ host: 'browser', version: programVersion(), dialogs: false, platform: platform() }),
    'host.chooseFolder': async ({ purpose }) => {
      if (purpose === 'export') return ok({ token: await core.grant({ kind: 'downloads' }), label: 'Downloads of this browser' });
      const path = purpose === 'create-archive' ? freeFolder(documents) : ((await archivesIn(documents)).at(-1) ?? null);
      return ok(path === null ? null : { token: await seat.grantFolder(path), label: path });
    },
    // The page's own half answers these two: a tab has the browser's file chooser and downloads.
    'host.chooseFiles': () => fail('host/unavailable'),
    'host.show': () => fail('host/unavailable'),
    'host.window': nothing,
    'host.quitReady': nothing,
  };
}

/** "Archive", "Archive 2" …: the first that is not there. */
function freeFolder(documents: string): string {
  for (let n = 1; ; n++) {
    const path = join(documents, n === 1 ? 'Archive' : `Archive ${n}`);
    if (!existsSync(path)) return path;
  }
}

/** Folders under the documents folder that look like archives, by name. */
async function archivesIn(documents: string): Promise<string[]> {
  const names = existsSync(documents) ? await readdir(documents) : [];
  const paths = names.sort().map((name) => join(documents, name));
  return paths.filter((path) => existsSync(join(path, 'header.a.json')));
}
