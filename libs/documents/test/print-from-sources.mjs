import { loadSources } from '../../testing/src/load-sources.mjs';

loadSources();
await import('../src/print-process.ts');
