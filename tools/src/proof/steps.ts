import { jestRun } from './jest-run.js';
import { run } from './run.js';
import { FAILED, PASSED } from './tally.js';
import type { Tally } from './tally.js';

/** One thing that must hold; its name is what `npm test -- <name>` picks. */
export interface Step {
  readonly name: string;
  readonly what: string;
  /** May run beside another such step: it leaves one core idle, or both while it waits. */
  readonly beside?: true;
  /** With a label, each line of what is said begins with it. */
  prove(label?: string): Promise<Tally>;
}

const tool = (name: string, what: string, args: readonly string[]): Step => ({
  name,
  what,
  beside: true,
  prove: async (label) => ((await run(args, {}, label)) === 0 ? PASSED : FAILED),
});

/** What runs in a browser, and what builds it, know other libraries than what runs on Node. */
const PROGRAMS = ['tsconfig.json', 'apps/portal/tsconfig.json', 'apps/portal/build/tsconfig.json'];

async function compiles(label?: string): Promise<Tally> {
  let failed = 0;
  for (const program of PROGRAMS) {
    const args = ['node_modules/typescript/bin/tsc', '-p', program, '--noEmit'];
    failed += (await run(args, {}, label)) === 0 ? 0 : 1;
  }
  return failed === 0 ? PASSED : FAILED;
}

const specs = (project: string, what: string, workers: string): Step => ({
  name: project,
  what,
  beside: true,
  prove: (label) => jestRun(project, [`--maxWorkers=${workers}`], label),
});

/** Jest would leave one core out, which on a machine with two is half of it. */
const ON_EVERY_CORE = '100%';

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
  { name: 'types', what: 'everything compiles', beside: true, prove: compiles },
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
  specs('unit', 'pure specs, tidy among them', ON_EVERY_CORE),
];

/**
 * On real servers: PostgreSQL and nats-server, then every service as a process. The journeys come first, because they take
 * longest and wait most: whatever else there is to prove runs beside them.
 */
export const testSteps: readonly Step[] = [
  // Two platforms at once fill what one leaves of two cores while it waits; more of them only starve each other.
  specs('e2e', 'journeys with every process running', '2'),
  ...checkSteps,
  specs('int', 'specs on a real PostgreSQL and nats-server', ON_EVERY_CORE),
];
