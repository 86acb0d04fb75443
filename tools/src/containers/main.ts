import { jestRun } from '../proof/jest-run.js';
import { prove } from '../proof/prove.js';
import type { Step } from '../proof/steps.js';
import { whatIsMissing } from './docker.js';

/** Specs that speak to servers; those about programs of this machine have nothing to look for in a container. */
const SPEAK_TO_SERVERS = '(apps/.*|libs/(bus|files|journal|service|testing)/.*)\\.int\\.spec\\.ts$';
/** Its brokers meet at addresses of this machine; the cluster of containers is the other step's. */
const NOT_IN_CONTAINERS = ['/node_modules/', '/dist/', 'libs/bus/test/cluster'];

const steps: readonly Step[] = [
  {
    name: 'compose',
    what: 'the platform of docker-compose.yml: up, a story with a broker stopped, down',
    prove: () => jestRun('containers', ['--runInBand']),
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
  process.env['OW_SPEC_SERVERS'] = 'containers';
  // What was started is removed by the tear-down; the image that would do it besides comes from elsewhere and wants Docker's socket.
  process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true';
  process.exitCode = await prove(steps, process.argv.slice(2));
} else {
  console.error(missing);
  process.exitCode = 2;
}
