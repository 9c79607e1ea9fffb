import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { draft, newArchive, tryOpen, value } from './world.ts';

const kills = process.env['RAPPORTEUR_LONG'] === undefined ? 20 : 200;

/** Starts the typist, kills it without warning `afterMs` after it began, and answers the last change that it was told is kept. */
function typeAndKill(folder: string, recoveryKey: string, id: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), folder, recoveryKey, id], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      out += chunk.toString();
    });
    child.on('exit', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the typist ended by itself: ${errors}`));
      const whole = out.slice(0, out.lastIndexOf('\n')).split('\n');
      resolve(Number(whole.at(-1)) || 0);
    });
  });
}

it(
  `[KILL-1] kill -9 at ${kills} random moments: every acknowledged change is there, in order, with its register`,
  async () => {
    const seed = Date.now() % 2 ** 31;
    console.log(`kill test, seed ${seed}`);
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const { archive, folder, recoveryKey } = await newArchive();
    const { id } = value(archive.drafts.create(draft([''])));
    value(archive.close());
    let known = 0;
    for (let kill = 0; kill < kills; kill++) {
      const acknowledged = await typeAndKill(folder, recoveryKey, id, random() * 150);
      const again = value(await tryOpen(folder, { secret: { recoveryKey } }));
      const { draft: now, sequence } = value(again.drafts.open(id));
      expect(sequence, `kill ${kill}, seed ${seed}`).toBeGreaterThanOrEqual(Math.max(acknowledged, known));
      const typed = Array.from({ length: sequence }, (_, at) => String.fromCharCode(97 + (at % 26))).join('');
      expect(now.body[0]?.children[0]).toMatchObject({ children: [{ text: typed }] });
      if (sequence >= 5) expect(now.people[0]?.name).toBe(`Person ${sequence - (sequence % 5)}`);
      if (kill % 5 === 0) {
        value(again.verify());
        const made = value(again.backups.make('after a kill'));
        expect(readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.part'))).toEqual([]);
        expect(value(again.backups.list())[0]).toEqual(made);
      }
      value(again.close());
      known = sequence;
    }
    expect(known).toBeGreaterThan(kills);
  },
  kills * 5000,
);
