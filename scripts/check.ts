/** `npm run check`: types of every layer, then lint and format. Runs all of it and fails if any part does. */
import { bin, runTool } from './run.ts';

const parts: readonly (readonly [string, readonly string[]])[] = [
  ['tsc', ['-p', '.']],
  ['tsc', ['-p', 'shared']],
  ['tsc', ['-p', 'renderer']],
  ['biome', ['check', '--error-on-warnings', '.']],
];

/** How many parts failed. */
export async function check(): Promise<number> {
  let failed = 0;
  for (const [tool, args] of parts) {
    const code = await runTool(bin(tool), args);
    if (code === 0) continue;
    failed++;
    process.stderr.write(`${tool} ${args.join(' ')}: failed\n`);
  }
  return failed;
}

if (process.argv[1] === import.meta.filename) process.exitCode = (await check()) === 0 ? 0 : 1;
