import { loadSources } from './load-sources.mjs';

/** Jest's set-up of the `int` specs; Jest loads it outside its own module system, so the sources need a loader. */
export default async function startServers() {
  loadSources();
  const { setUp } = await import('./set-up.ts');
  globalThis.stopSpecServers = await setUp();
}
