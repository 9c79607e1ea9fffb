/** Builds the page: one script, one style sheet, the fonts as files. Nothing is inlined: the page's policy forbids it. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [react()],
  css: { modules: { localsConvention: 'camelCase' } },
  build: {
    outDir: at('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    cssTarget: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
