/** Types into a draft until it is killed. Run as: node kill-child.ts FOLDER RECOVERY-KEY DRAFT
 *  Each line on stdout is the number of a change that was acknowledged. */
import { writeSync } from 'node:fs';
import { openArchive } from '../../electron/archive/archive.ts';

const [, , folder = '', recoveryKey = '', id = ''] = process.argv;
const opened = await openArchive({ folder, secret: { recoveryKey }, owner: 'kill-child' });
if (!opened.ok) throw new Error(opened.error.code);
const { backups, drafts, flush } = opened.value;
const state = drafts.open(id);
if (!state.ok) throw new Error(state.error.code);
let { sequence } = state.value;
writeSync(1, 'ready\n');
for (;;) {
  const people = [{ id: 'p1', code: 'A', name: `Person ${sequence + 1}`, category: 'ngo', consent: 'none' as const }];
  const letter = String.fromCharCode(97 + (sequence % 26));
  const done = drafts.append(id, sequence, {
    operations: [{ type: 'insert_text', path: [0, 0, 0], offset: sequence, text: letter }],
    ...(sequence % 5 === 4 ? { set: { people } } : {}),
  });
  if (!done.ok) throw new Error(done.error.code);
  sequence = done.value.sequence;
  writeSync(1, `${sequence}\n`);
  if (sequence % 37 === 0) drafts.checkpoint(id);
  if (sequence % 101 === 0) flush();
  if (sequence % 23 === 0) backups.make('while typing');
}
