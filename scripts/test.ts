/**
 * `npm test`: builds what is missing, then types and lint, unit and integration tests, the page in Chromium, the app in
 * Electron. What this machine cannot run is said at the end; with --strict, or where CI is set, that fails.
 * --long adds the bounded long tests.
 */
import { globSync } from 'node:fs';
import { build } from './build.ts';
import { check } from './check.ts';
import { desktopTests, whyNoDesktopTests } from './desktop-tests.ts';
import { bin, root, runTool } from './run.ts';
import { systemChromium } from './runtime.ts';

interface Step {
  readonly title: string;
  /** Why it cannot run here; null where it can. */
  readonly missing: () => string | null;
  readonly run: () => Promise<boolean>;
}

const args = process.argv.slice(2);
const strict = args.includes('--strict') || process.env['CI'] === 'true';
const long: Readonly<Record<string, string>> = args.includes('--long') ? { RAPPORTEUR_LONG: '1' } : {};

const vitest = async (config: string): Promise<boolean> => (await runTool(bin('vitest'), ['run', '--config', config], long)) === 0;
const hasTests = (pattern: string): boolean => globSync(pattern, { cwd: root }).length > 0;

const steps: readonly Step[] = [
  { title: 'types and lint', missing: () => null, run: async () => (await check()) === 0 },
  { title: 'unit and integration', missing: () => null, run: () => vitest('vitest.config.ts') },
  {
    title: 'the page in Chromium',
    missing: () => (systemChromium() === null ? 'no Chromium or Chrome (Debian: chromium)' : null),
    run: async () => !hasTests('test/e2e/browser/**/*.test.ts') || vitest('test/e2e/browser.config.ts'),
  },
  {
    title: 'the app in Electron',
    missing: whyNoDesktopTests,
    run: () => desktopTests({ ...long, ...(process.env['CI'] === undefined ? {} : { CI: process.env['CI'] }) }),
  },
];

const built = await build();
if (built.length > 0) process.stdout.write(`Built ${built.join(' and ')}.\n`);
const failed: string[] = [];
const leftOut: string[] = [];
for (const step of steps) {
  const why = step.missing();
  if (why !== null) {
    leftOut.push(`${step.title}: ${why}`);
    continue;
  }
  process.stdout.write(`\n── ${step.title} ──\n`);
  if (!(await step.run())) failed.push(step.title);
}
process.stdout.write(`\n${failed.length === 0 ? 'Passed.' : `Failed: ${failed.join(', ')}.`}\n`);
for (const one of leftOut) process.stdout.write(`Left out: ${one}.\n`);
process.exitCode = failed.length > 0 || (strict && leftOut.length > 0) ? 1 : 0;
