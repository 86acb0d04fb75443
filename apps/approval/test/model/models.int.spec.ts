import * as fc from 'fast-check';
import { Office } from './a-case.js';
import { openedCase } from './case-model.js';
import { casePlan } from './case-plan.js';
import { expectedOf } from './observed.js';
import { steps, type Course, type Tally } from './steps.js';

const { env } = process;
const RUNS = Number(env['OW_MODEL_RUNS'] ?? 20);
const SEED = Number(env['OW_MODEL_SEED'] ?? Date.now() % 0x7fffffff);
const PATH = env['OW_MODEL_PATH'];
const REPLAY = env['OW_MODEL_REPLAY'];
/** How the shortest path to a failure is sought; 0 leaves the first one found. */
const SHRINKS = env['OW_MODEL_SHRINKS'];

let office: Office;
const tally: Tally = new Map();

beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const paths = fc.commands([...steps], {
  maxCommands: 30,
  size: '+1',
  ...(REPLAY !== undefined && { replayPath: REPLAY }),
});

const follows = fc.asyncProperty(casePlan, paths, async (plan, path) => {
  await office.openCase(plan);
  const course: Course = { of: openedCase(plan), sent: [], tally };
  const { raw: _, ...seen } = await office.look();
  expect(seen).toEqual(expectedOf(course.of));
  await fc.asyncModelRun(() => ({ model: course, real: office }), path);
  tally.set('cases', (tally.get('cases') ?? 0) + 1);
});

type Found = Awaited<ReturnType<typeof walked>>;

const walked = () =>
  fc.check(follows, {
    seed: SEED,
    numRuns: RUNS,
    endOnFailure: SHRINKS === '0',
    ...(PATH !== undefined && { path: PATH }),
  });

/** How to go the same way again. */
function again({ seed, counterexamplePath, counterexample }: Found): string {
  const replay = /replayPath="([^"]+)"/.exec(fc.stringify(counterexample))?.[1] ?? '';
  return `npm run model -- --seed ${String(seed)} --path ${String(counterexamplePath)} --replay ${replay}`;
}

describe('A case on a random path', () => {
  it('is after every step what the model says, whatever happens twice, at once or halfway', async () => {
    const details = await walked();
    if (details.failed) {
      const cause = details.errorInstance;
      throw new Error(
        `${again(details)}\n${fc.defaultReportMessage(details) ?? ''}\n${String(cause)}`,
        { cause },
      );
    }
    expect(await office.faults()).toEqual([]);
    process.stderr.write(`seed ${String(SEED)}: ${figures()}\n`);
  });
});

const figures = () =>
  [...tally]
    .map(([name, times]) => `${name} ${String(times)}`)
    .sort()
    .join(', ');
