import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type Spec } from './mutation.js';

/** What became of the specs that were run. */
export interface Tried {
  /** Titles of the tests that failed, each with its file. */
  readonly failed: readonly { readonly file: string; readonly title: string }[];
  readonly passed: number;
  /** Files that could not be loaded at all: they prove nothing. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

/** Runs all of these specs in a copy of the sources, to their end; `seed` makes the random ones repeatable. */
export const tryAllSpecs = (root: string, specs: readonly Spec[], seed: number): Promise<Tried> =>
  run(root, [...new Set(specs.map(fileOf))], {
    OW_SEED: String(seed),
    OW_MODEL_SEED: String(seed),
  });

/** A test that waits for what a defect keeps from ever coming is red by then; one of the whole, healthy file takes seconds. */
const HANGS_AFTER_MS = 45_000;

/** Runs one after the other until a test turns red, and nothing after it. */
export async function untilRed(root: string, specs: readonly Spec[], seed: number): Promise<Tried> {
  let all: Tried = { failed: [], passed: 0, broken: [], seconds: 0 };
  for (const spec of specs) {
    const [, model] = spec.split('#');
    const tried = await run(
      root,
      [fileOf(spec)],
      {
        OW_SEED: String(seed),
        OW_MODEL_SEED: String(seed),
        OW_MODEL_SHRINKS: '0',
        OW_STOP_AT_FIRST: '1',
        ...(model !== undefined && { OW_MODEL: model }),
      },
      model === undefined ? [`--testTimeout=${String(HANGS_AFTER_MS)}`] : [],
    );
    all = {
      failed: tried.failed,
      passed: all.passed + tried.passed,
      broken: [...all.broken, ...tried.broken],
      seconds: all.seconds + tried.seconds,
    };
    if (tried.failed.length > 0) return all;
  }
  return all;
}

async function run(
  root: string,
  files: readonly string[],
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Tried> {
  const start = performance.now();
  const report = join(root, 'mutation-report.json');
  rmSync(report, { force: true });
  const projects = new Set(files.map((each) => (each.endsWith('.int.spec.ts') ? 'int' : 'unit')));
  const child = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...[...projects].map((each) => `--selectProjects=${each}`),
      `--reporters=${join(root, 'tools/src/mutations/first-failure.mjs')}`,
      '--forceExit',
      ...args,
      '--runTestsByPath',
      ...files,
    ],
    {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...process.env,
        OW_MUTATION_REPORT: report,
        ...environment,
      },
    },
  );
  await once(child, 'exit');
  if (!existsSync(report)) throw new Error(`Jest left no report of ${files.join(', ')}`);
  const { failed, passed, broken } = JSON.parse(readFileSync(report, 'utf8')) as Tried;
  const inCopy = (path: string) => path.slice(root.length + 1);
  return {
    failed: failed.map(({ file, title }) => ({ file: inCopy(file), title })),
    passed,
    broken: broken.map(inCopy),
    seconds: Math.round((performance.now() - start) / 1_000),
  };
}
