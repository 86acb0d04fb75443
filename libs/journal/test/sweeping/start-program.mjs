import { loadSources } from '../../../testing/src/load-sources.mjs';

/** Runs the program from its TypeScript sources, so that the spec needs no build. */
loadSources();
await import('./main.ts');
