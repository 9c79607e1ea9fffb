/**
 * What both hosts with a page share: the way of a call from the page to the core. Names of folders that only the host
 * knows ("recent:2") become tokens; what was opened is remembered; calls of kind `host` are answered by the host.
 */
import { api, type HostName, isApiName, type Output, type Parsed } from '../../../shared/contract/api.ts';
import { fail, ok, type Result } from '../../../shared/contract/result.ts';
import { firstIssue } from '../../../shared/document/parse.ts';
import type { ProfileFile } from './profile.ts';
import type { CoreSupervisor } from './supervise.ts';

export type HostHandlers = { readonly [N in HostName]: (input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>> };

/** The host's calls that are the same in window and tab. */
export type SharedHostCalls = Pick<HostHandlers, 'host.recent' | 'host.forgetRecent' | 'host.settings' | 'host.changeSettings'>;

export class Seat {
  readonly #core: CoreSupervisor;
  readonly #profile: ProfileFile;
  readonly #now: () => number;
  /** Folders behind tokens of this run, to remember them once they were opened. */
  readonly #folders = new Map<string, string>();

  constructor(core: CoreSupervisor, profile: ProfileFile, now: () => number = Date.now) {
    this.#core = core;
    this.#profile = profile;
    this.#now = now;
  }

  /** Grants a token for a folder that a person chose. */
  async grantFolder(path: string): Promise<string> {
    const token = await this.#core.grant({ kind: 'folder', path });
    this.#folders.set(token, path);
    return token;
  }

  /** A call of the page. @fails input/invalid an unknown name or a wrong input, before anything runs */
  async call(name: string, input: unknown, host: HostHandlers): Promise<Result<unknown>> {
    if (!isApiName(name)) return fail('input/invalid');
    if (api[name].kind !== 'host') return this.#coreCall(name, input);
    const parsed = api[name].input.safeParse(input);
    if (!parsed.success) return fail('input/invalid', { at: firstIssue(parsed.error).at });
    try {
      return await (host[name as HostName] as (input: unknown) => Promise<Result<unknown>>)(parsed.data);
    } catch {
      return fail('internal');
    }
  }

  async #coreCall(name: string, input: unknown): Promise<Result<unknown>> {
    const named = folderOf(input);
    if (named === 'sample' && name === 'archive.open') return this.#core.call('archive.openSample', {});
    // A folder that a person chose stays theirs until it was opened: a mistyped passphrase does not ask for it again.
    const path = named === undefined ? undefined : (this.#profile.recentPath(named) ?? this.#folders.get(named));
    const token = path === undefined ? named : await this.grantFolder(path);
    const answer = await this.#core.call(name, path === undefined ? input : { ...(input as object), folder: token });
    if (answer.ok && (name === 'archive.open' || name === 'archive.create')) await this.#remember(token, input);
    if (token !== undefined && token !== named) this.#folders.delete(token);
    if (answer.ok && named !== undefined) this.#folders.delete(named);
    return answer;
  }

  async #remember(token: string | undefined, input: unknown): Promise<void> {
    const path = token === undefined ? undefined : this.#folders.get(token);
    if (path === undefined) return;
    const status = await this.#core.call('session.status', {});
    const name = status.ok ? (status.value as Output<'session.status'>).name : ((input as { name?: string }).name ?? '');
    this.#profile.remember(path, name, this.#now());
  }

  /** Recent archives and settings. */
  shared(): SharedHostCalls {
    return {
      'host.recent': () => ok(this.#profile.recent()),
      'host.forgetRecent': ({ folder }) => {
        this.#profile.forget(folder);
        return ok({});
      },
      'host.settings': () => ok(this.#profile.settings),
      'host.changeSettings': (change) => {
        const settings = this.#profile.changeSettings(change);
        this.#core.setIdle(settings.idleMinutes);
        return ok(settings);
      },
    };
  }
}

function folderOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('folder' in input)) return undefined;
  return typeof input.folder === 'string' ? input.folder : undefined;
}
