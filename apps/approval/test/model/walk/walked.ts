import * as fc from 'fast-check';
import { count, type Course, type Parts, type Tally } from './game.js';
import type { Office } from './office.js';
import { agrees, type Board, type Step } from './steps.js';

const { env } = process;
const SEED = Number(env['OW_MODEL_SEED'] ?? Date.now() % 0x7fffffff);
const PATH = env['OW_MODEL_PATH'];
const REPLAY = env['OW_MODEL_REPLAY'];
/** How the shortest path to a failure is sought; 0 leaves the first one found. */
const SHRINKS = env['OW_MODEL_SHRINKS'];

/** One model, and how a path of it begins. */
export interface Walk<P extends Parts, Plan> {
  /** By which `npm run model` knows it. */
  readonly model: string;
  /** Paths in `npm test`. */
  readonly runs: number;
  readonly longest: number;
  readonly plan: fc.Arbitrary<Plan>;
  readonly steps: readonly fc.Arbitrary<Step<P>>[];
  readonly begin: (office: Office, plan: Plan) => Promise<{ board: Board<P>; of: P['of'] }>;
}

/** Walks random paths of one model; a failure says how it is walked again. */
export async function walk<P extends Parts, Plan>(
  office: Office,
  { model, runs, longest, plan, steps, begin }: Walk<P, Plan>,
): Promise<void> {
  const tally: Tally = new Map();
  const paths = fc.commands([...steps], {
    maxCommands: longest,
    size: '+1',
    ...(REPLAY !== undefined && { replayPath: REPLAY }),
  });
  const follows = fc.asyncProperty(plan, paths, async (planned, path) => {
    const { board, of } = await begin(office, planned);
    const course: Course<P> = { of, sent: [], tally };
    await agrees(course, board);
    await fc.asyncModelRun(() => ({ model: course, real: board }), path);
    count(tally, 'paths');
  });
  const details = await fc.check(follows, {
    seed: SEED,
    numRuns: Number(env['OW_MODEL_RUNS'] ?? runs),
    endOnFailure: SHRINKS === '0',
    ...(PATH !== undefined && { path: PATH }),
  });
  if (details.failed) {
    const cause = details.errorInstance;
    const replay = /replayPath="([^"]+)"/.exec(fc.stringify(details.counterexample))?.[1] ?? '';
    const again = `npm run model -- ${model} --seed ${String(SEED)} --path ${String(details.counterexamplePath)} --replay ${replay}`;
    throw new Error(`${again}\n${fc.defaultReportMessage(details) ?? ''}\n${String(cause)}`, {
      cause,
    });
  }
  process.stderr.write(`${model}, seed ${String(SEED)}: ${figures(tally)}\n`);
}

const figures = (tally: Tally): string =>
  [...tally]
    .map(([name, times]) => `${name} ${String(times)}`)
    .sort()
    .join(', ');
