/** The core as a process of its own: it answers, locks by ending, and its death loses nobody's question. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forkLink } from '../../electron/core/client/fork-link.ts';
import type { Link } from '../../electron/core/client/messages.ts';
import { CoreSupervisor } from '../../electron/core/client/supervise.ts';
import type { CoreEvent } from '../../shared/contract/events.ts';

interface Running {
  readonly core: CoreSupervisor;
  readonly events: CoreEvent[];
  /** Ends the process as a crash would. */
  kill(): void;
  started(): number;
}

const folders: string[] = [];
const cores: CoreSupervisor[] = [];

function start(idleMinutes = 0): Running {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-process-'));
  folders.push(folder);
  const events: CoreEvent[] = [];
  const links: Link[] = [];
  const core = new CoreSupervisor({
    startLink: () => {
      const link = forkLink();
      links.push(link);
      return link;
    },
    owner: 'a test',
    sampleFolder: join(folder, 'sample'),
    idleMinutes,
    emit: (event) => void events.push(event),
  });
  cores.push(core);
  return { core, events, kill: () => links.at(-1)?.kill(), started: () => links.length };
}

afterEach(async () => {
  await Promise.all(cores.splice(0).map((core) => core.lock('system')));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the core process', () => {
  it('starts with the first question', async () => {
    const { core, started } = start();
    expect(started()).toBe(0);
    expect(await core.call('session.status', {})).toMatchObject({ ok: true, value: { state: 'none' } });
    expect(started()).toBe(1);
  });

  it('a lock ends it; the next question starts another, which knows what was open', async () => {
    const { core, events, started } = start();
    expect(await core.call('archive.openSample', {})).toMatchObject({ ok: true });
    expect(await core.call('archive.lock', {})).toMatchObject({ ok: true });
    expect(events).toContainEqual({ type: 'locked', why: 'asked' });
    expect(await core.call('session.status', {})).toMatchObject({ ok: true, value: { state: 'locked', sample: true, name: 'Sample archive' } });
    expect(started()).toBe(2);
    expect(await core.call('archive.openSample', {})).toMatchObject({ ok: true, value: { state: 'open' } });
  });

  it('killed: every open question is answered, the page is told, and what was saved is there', async () => {
    const { core, events, kill } = start();
    await core.call('archive.openSample', {});
    const made = await core.call('draft.create', { template: 'conference' });
    expect(made).toMatchObject({ ok: true });
    const asked = Array.from({ length: 20 }, () => core.call('archive.verify', {}));
    kill();
    const answers = await Promise.all(asked);
    expect(answers.every((answer) => answer.ok || answer.error.code === 'internal')).toBe(true);
    await expect.poll(() => events.some((event) => event.type === 'locked'), { timeout: 15_000 }).toBe(true);
    expect(await core.call('archive.openSample', {})).toMatchObject({ ok: true });
    const id = made.ok ? (made.value as { id: string }).id : '';
    expect(await core.call('draft.open', { id })).toMatchObject({ ok: true });
  });

  it('locks an archive that nobody uses; asking for the state is no use', async () => {
    const { core, events } = start(0.02);
    await core.call('archive.openSample', {});
    await expect
      .poll(
        async () => {
          await core.call('session.status', {});
          return events.some((event) => event.type === 'locked' && event.why === 'idle');
        },
        { timeout: 15_000 },
      )
      .toBe(true);
  });

  it('a second owner is told who has the archive', async () => {
    const first = start();
    const second = new CoreSupervisor({
      startLink: forkLink,
      owner: 'another',
      sampleFolder: join(folders.at(-1) ?? '', 'sample'),
      idleMinutes: 0,
      emit: () => {},
    });
    cores.push(second);
    await first.core.call('archive.openSample', {});
    expect(await second.call('archive.openSample', {})).toMatchObject({
      ok: false,
      error: { code: 'archive/in-use', detail: { owner: expect.stringContaining('a test') } },
    });
  });

  it('bytes cross to it whole, and a token works once', async () => {
    const { core } = start();
    const bytes = new Uint8Array([0, 255, 128]);
    const token = await core.grant({ kind: 'bytes', name: 'a.bin', bytes });
    expect(await core.take(token)).toMatchObject({ ok: true, value: { name: 'a.bin', bytes } });
    expect(await core.take(token)).toMatchObject({ ok: false, error: { code: 'host/forbidden' } });
  });
});
