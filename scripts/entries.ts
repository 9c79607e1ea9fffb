/** What is built: one line an entry. Keys are paths below dist/ without their ending. */
export const entries: Readonly<Record<string, string>> = {
  'hosts/cli/cli': 'electron/hosts/cli/cli.ts',
  'core/process': 'electron/core/process.ts',
  'core/verify-worker': 'electron/core/verify-worker.ts',
  'import/child': 'electron/import/child.ts',
  'export/pdf/worker': 'electron/export/pdf/worker.ts',
  'desktop/main': 'electron/hosts/desktop/main.ts',
};

/** Scripts that run beside the page. The preload is CommonJS: a sandboxed one cannot be a module. */
export const pageEntries = [
  { entry: 'electron/hosts/desktop/preload.ts', file: 'dist/desktop/preload.cjs', format: 'cjs' },
  { entry: 'electron/hosts/browser/page-bridge.ts', file: 'dist/hosts/browser/page-bridge.js', format: 'iife' },
] as const;

/** Left as packages: native, or so large that bundling them only costs time. */
export const external = [/^node:/, 'electron', 'better-sqlite3', /^@node-rs\/argon2/, /^@myriaddreamin\//, /^pdfjs-dist/, /^@napi-rs\/canvas/];
