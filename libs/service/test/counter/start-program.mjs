import { loadSources } from '../../../testing/src/load-sources.mjs';

/** Runs the program from its TypeScript sources, so that the spec needs no build. */
loadSources();
// A host of its own, as far as its clock goes.
const aheadMs = Number(process.env.SPEC_CLOCK_AHEAD_MS ?? 0);
const { now } = Date;
Date.now = () => now() + aheadMs;
await import('./main.ts');
