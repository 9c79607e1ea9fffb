/** Measures of health that a file can be held to (STYLE). */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root });
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('habits', () => {
  it.each(sources)('%s is at most 400 lines', (file) => expect(read(file).split('\n').length).toBeLessThanOrEqual(401));

  it('no folder is called utils, helpers, common, misc or lib', () => {
    expect(sources.filter((file) => /(^|\/)(utils|helpers|common|misc|lib)\//.test(file))).toEqual([]);
  });

  it('nothing connects anywhere: no fetch, http client or socket outside the page’s own bridge and the localhost host', () => {
    const connects = /\b(fetch\(|XMLHttpRequest|WebSocket\(|node:(http|https|net|tls|dgram|dns)\b)/;
    const allowed = /^(renderer\/http-bridge|electron\/hosts\/browser\/|electron\/hosts\/cli\/serve|electron\/hosts\/desktop\/)/;
    expect(sources.filter((file) => connects.test(read(file)) && !allowed.test(file))).toEqual([]);
  });
});
