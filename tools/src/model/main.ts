import { parseArgs } from 'node:util';
import { run } from '../proof/run.js';

const { values: options, positionals } = parseArgs({
  /** One of the models; without it all of them. */
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '500' },
    seed: { type: 'string' },
    /** As a failure prints them, to walk one path again. */
    path: { type: 'string' },
    replay: { type: 'string' },
  },
});
const { runs, seed, path, replay } = options;
const [model] = positionals;
const HOUR_MS = 3_600_000;

process.exitCode = await run(
  [
    'node_modules/jest/bin/jest.js',
    '--selectProjects=int',
    `--testTimeout=${String(6 * HOUR_MS)}`,
    '--runTestsByPath',
    'apps/approval/test/model/models.int.spec.ts',
  ],
  {
    OW_MODEL_RUNS: runs,
    ...(model !== undefined && { OW_MODEL: model }),
    ...(seed !== undefined && { OW_MODEL_SEED: seed }),
    ...(path !== undefined && { OW_MODEL_PATH: path }),
    ...(replay !== undefined && { OW_MODEL_REPLAY: replay }),
  },
);
