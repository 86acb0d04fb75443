import { randomBytes } from 'node:crypto';
import { interruption } from '../proof/interruption.js';
import { jestRun } from '../proof/jest-run.js';
import { prove } from '../proof/prove.js';
import type { Step } from '../proof/steps.js';
import { whatIsMissing } from './docker.js';
import { buildSpecImages } from './images.js';
import { removeLeftovers } from './leftovers.js';

/** Specs that speak to servers; those about programs of this machine have nothing to look for in a container. */
const SPEAK_TO_SERVERS = '(apps/.*|libs/(bus|files|journal|service|testing)/.*)\\.int\\.spec\\.ts$';
/** Its brokers meet at addresses of this machine; the cluster of containers is the other step's. */
const NOT_IN_CONTAINERS = ['/node_modules/', '/dist/', 'libs/bus/test/cluster'];

const steps: readonly Step[] = [
  {
    name: 'compose',
    what: 'the images; docker-compose.yml as a demonstration that loses brokers, and as a platform that is meant',
    prove: async () => {
      await buildSpecImages((line) => console.log(`   ${line}`));
      return jestRun('containers', ['--runInBand']);
    },
  },
  {
    name: 'int',
    what: 'specs on PostgreSQL and nats-server in containers',
    prove: () =>
      jestRun('int', [
        `--testPathPatterns=${SPEAK_TO_SERVERS}`,
        ...NOT_IN_CONTAINERS.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
      ]),
  },
];

const missing = whatIsMissing();
if (missing === undefined) {
  process.exitCode = await proveAndTidy();
} else {
  console.error(missing);
  process.exitCode = 2;
}

/** Whatever comes of the specs, also when somebody interrupts them, nothing of theirs stays. */
async function proveAndTidy(): Promise<number> {
  const run = randomBytes(3).toString('hex');
  process.env['OW_SPEC_RUN'] = run;
  process.env['OW_SPEC_SERVERS'] = 'containers';
  // What was started is removed by the tear-down and below; the image that would do it besides comes from elsewhere and wants Docker's socket.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  const code = await prove(steps, {
    names: process.argv.slice(2),
    interrupted: interruption(),
  });
  const left = await removeLeftovers(run);
  if (left.length > 0) console.error(`Left behind, and removed: ${left.join(', ')}`);
  return left.length > 0 && code === 0 ? 1 : code;
}
