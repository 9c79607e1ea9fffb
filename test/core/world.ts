/** A core on a real archive in a temp folder, with every answer held against its schema. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, createCore } from '../../electron/core/core.ts';
import { type Dispatch, makeDispatch } from '../../electron/core/dispatch.ts';
import { makeLog } from '../../electron/core/log.ts';
import type { ApiName, Client } from '../../shared/contract/api.ts';
import { makeClient } from '../../shared/contract/bridge.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Result } from '../../shared/contract/result.ts';

export interface World {
  readonly core: Core;
  readonly client: Client;
  readonly dispatch: Dispatch;
  readonly folder: string;
  readonly events: CoreEvent[];
  /** Everything that was logged. */
  readonly logged: () => string;
  end(): void;
}

/** Opens the sample archive in a fresh folder where `sample` is set. */
export async function makeWorld({ sample = false }: { sample?: boolean } = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-core-'));
  const events: CoreEvent[] = [];
  const lines: string[] = [];
  const core = createCore({
    owner: 'a test',
    sampleFolder: join(folder, 'sample'),
    emit: (event) => void events.push(event),
    log: makeLog((line) => void lines.push(line)),
  });
  const dispatch = makeDispatch(core, { checkOutputs: true });
  const client = makeClient((name: ApiName, input) => dispatch(name, input));
  if (sample) value(await client['archive.openSample']({}));
  return {
    core,
    client,
    dispatch,
    folder,
    events,
    logged: () => lines.join(''),
    end: () => {
      core.session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The value of a Result that must be one. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}
