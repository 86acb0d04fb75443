import { jestRun } from './jest-run.js';
import { run } from './run.js';
import { FAILED, PASSED } from './tally.js';
import type { Tally } from './tally.js';

/** One thing that must hold; its name is what `npm test -- <name>` picks. */
export interface Step {
  readonly name: string;
  readonly what: string;
  /** Keeps one core busy at most: two of them side by side take no longer than the longer one. */
  readonly onOneCore?: true;
  prove(): Promise<Tally>;
}

const tool = (name: string, what: string, args: readonly string[]): Step => ({
  name,
  what,
  onOneCore: true,
  prove: async () => ((await run(args)) === 0 ? PASSED : FAILED),
});

/** What runs in a browser, and what builds it, know other libraries than what runs on Node. */
const PROGRAMS = ['tsconfig.json', 'apps/portal/tsconfig.json', 'apps/portal/build/tsconfig.json'];

async function compiles(): Promise<Tally> {
  let failed = 0;
  for (const program of PROGRAMS) {
    failed +=
      (await run(['node_modules/typescript/bin/tsc', '-p', program, '--noEmit'])) === 0 ? 0 : 1;
  }
  return failed === 0 ? PASSED : FAILED;
}

/** Jest would leave one core out, which on a machine with two is half of it. */
const ON_EVERY_CORE = ['--maxWorkers=100%'];

/** Quick, and needs no server: what to run before every commit. */
export const checkSteps: readonly Step[] = [
  tool('format', 'every file is as the formatter leaves it', [
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '.',
  ]),
  tool('lint', 'no lint warning, and projects import only what their kind may', [
    'node_modules/eslint/bin/eslint.js',
    '.',
    '--max-warnings=0',
  ]),
  { name: 'types', what: 'everything compiles', onOneCore: true, prove: compiles },
  tool('boundaries', 'the layers inside a service point inward', [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    '--config=.dependency-cruiser.js',
    'apps',
    'libs',
    'tools',
  ]),
  tool('unused', 'no file and no export that nobody uses', [
    'node_modules/knip/bin/knip.js',
    '--no-progress',
    '--no-config-hints',
  ]),
  {
    name: 'unit',
    what: 'pure specs, tidy among them',
    prove: () => jestRun('unit', ON_EVERY_CORE),
  },
];

/** On real servers: PostgreSQL and nats-server, then every service as a process. */
export const serverSteps: readonly Step[] = [
  {
    name: 'int',
    what: 'specs on a real PostgreSQL and nats-server',
    prove: () => jestRun('int', ON_EVERY_CORE),
  },
  {
    name: 'e2e',
    what: 'journeys with every process running',
    // Two platforms at once fill what one leaves of two cores while it waits; more of them only starve each other.
    prove: () => jestRun('e2e', ['--maxWorkers=2']),
  },
];
