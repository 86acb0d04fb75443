import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdStyles } from './antd-styles.js';
import { beforePaint } from './before-paint.js';
import { compressed } from './compressed.js';
import { pageList } from './page-list.js';

/** Below this size a file travels in one packet anyway. */
const INLINED_BYTES = 0;

export default defineConfig({
  root: join(import.meta.dirname, '../src'),
  base: '/',
  plugins: [react(), antdStyles(), beforePaint(), pageList(), compressed()],
  build: {
    outDir: join(import.meta.dirname, '../dist'),
    emptyOutDir: true,
    target: 'es2022',
    // A data URL would need an exception in the content security policy.
    assetsInlineLimit: INLINED_BYTES,
    modulePreload: { polyfill: false },
    // The licences of the packages stand in the repository; comments in the bundle only cost bytes.
    rolldownOptions: { onLog: withoutDirectives },
  },
});

/** Packages mark modules for React's server side, which does not matter to a page; everything else is told. */
function withoutDirectives<Level, Log extends { readonly code?: string }>(
  level: Level,
  log: Log,
  tell: (level: Level, log: Log) => void,
): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
}
