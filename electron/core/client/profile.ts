/** The host's own memory: settings, and the folders of archives used before. No content, ever. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../../../shared/contract/calls/host.ts';

const Recent = z.strictObject({ path: z.string(), name: z.string(), openedMs: z.int() });
const Window = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() });
const Profile = z.strictObject({ settings: Settings.prefault({}), recent: z.array(Recent).default([]), window: Window.nullable().default(null) });
type Profile = z.infer<typeof Profile>;
export type WindowPlace = z.infer<typeof Window>;

const kept = 10;

/** The platform's folder for a program's settings; the desktop host asks Electron instead. */
export function profileFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Rapporteur');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Rapporteur');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'rapporteur');
}

/** Reads and writes one file, `profile.json` (0600). A file that cannot be read counts as none: it holds nothing that matters. */
export class ProfileFile {
  readonly #file: string;
  #profile: Profile;

  constructor(folder: string) {
    this.#file = join(folder, 'profile.json');
    this.#profile = readProfile(this.#file);
  }

  get settings(): Settings {
    return this.#profile.settings;
  }

  get window(): WindowPlace | null {
    return this.#profile.window;
  }

  changeSettings(change: Partial<Settings>): Settings {
    this.#write({ ...this.#profile, settings: Settings.parse({ ...this.#profile.settings, ...change }) });
    return this.#profile.settings;
  }

  keepWindow(window: WindowPlace): void {
    this.#write({ ...this.#profile, window });
  }

  /** As the page sees them: `folder` is a name that only the host can turn into a path. */
  recent(): { folder: string; name: string; where: string; openedMs: number }[] {
    return this.#profile.recent.map(({ path, name, openedMs }, n) => ({ folder: `recent:${n}`, name, where: shortPath(dirname(path)), openedMs }));
  }

  /** The path of "recent:N"; undefined where there is none. */
  recentPath(folder: string): string | undefined {
    const n = /^recent:(\d{1,3})$/.exec(folder)?.[1];
    return n === undefined ? undefined : this.#profile.recent[Number(n)]?.path;
  }

  remember(path: string, name: string, openedMs: number): void {
    const others = this.#profile.recent.filter((one) => one.path !== path);
    this.#write({ ...this.#profile, recent: [{ path, name: name || basename(path), openedMs }, ...others].slice(0, kept) });
  }

  /** Names an archive that was found but never opened from here: it stands last, and only once. */
  offer(path: string): void {
    if (this.#profile.recent.some((one) => one.path === path)) return;
    this.#write({ ...this.#profile, recent: [...this.#profile.recent, { path, name: basename(path), openedMs: 0 }].slice(0, kept) });
  }

  forget(folder: string): void {
    const path = this.recentPath(folder);
    this.#write({ ...this.#profile, recent: this.#profile.recent.filter((one) => one.path !== path) });
  }

  #write(profile: Profile): void {
    this.#profile = profile;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.#file}.new`, JSON.stringify(profile), { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // A profile that cannot be written costs a preference, no content: it holds for this run.
    }
  }
}

function readProfile(file: string): Profile {
  try {
    return Profile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return Profile.parse({});
  }
}

/** The home folder as "~". */
function shortPath(path: string): string {
  const home = homedir();
  return path === home || path.startsWith(`${home}/`) || path.startsWith(`${home}\\`) ? `~${path.slice(home.length)}` : path;
}
