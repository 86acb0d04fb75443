import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { loadSources } from './load-sources.mjs';

const require = createRequire(import.meta.url);
const runWithCircus = require('jest-circus/runner').default;
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

loadSources();
process.setSourceMapsEnabled(true);

/**
 * Jest's test runner, with Node's own loader in place of Jest's sandbox: what specs of one worker have in common is loaded
 * once, not anew for each file. A sandbox costs a service's spec more processor time than all that it proves.
 */
export default async function runSpecs(globalConfig, projectConfig, _, runtime, path, tell) {
  delete globalThis[EVENT_HANDLERS];
  // Jest's own knows the maps of its sandbox only; Node's has those of what it has loaded.
  Error.prepareStackTrace = undefined;
  const besides = { global: globalThis, handleTestEvent: undefined };
  const { exit } = process;
  process.exit = (code) => exitAloud(exit, code, path);
  try {
    return await runWithCircus(globalConfig, projectConfig, besides, native(runtime), path, tell);
  } finally {
    process.exit = exit;
  }
}

/** Whoever ends the process while specs run has proved nothing, whatever the code. */
function exitAloud(exit, code, path) {
  console.error(new Error(`process.exit(${code ?? ''}) while ${path} ran`));
  exit(Number(code) || 1);
}

/** What the runner asks of Jest's sandbox, answered by this process. */
function native(runtime) {
  return {
    requireInternalModule: requireAnew,
    requireModule: require,
    setGlobalsForRuntime: () => undefined,
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    enterTestCode: () => runtime.enterTestCode(),
    leaveTestCode: () => runtime.leaveTestCode(),
  };
}

/** The state of the runner belongs to one file. */
function requireAnew(path) {
  delete require.cache[path];
  return require(path);
}
