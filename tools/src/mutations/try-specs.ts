import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What became of the specs that were run. */
export interface Tried {
  /** Titles of the tests that failed, each with its file. */
  readonly failed: readonly { readonly file: string; readonly title: string }[];
  readonly passed: number;
  /** Files that could not be loaded at all: they prove nothing. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs specs of a copy of the sources with its own Jest configuration; `seed` makes the random ones repeatable. */
export async function trySpecs(
  root: string,
  specs: readonly string[],
  seed: number,
): Promise<Tried> {
  const start = performance.now();
  const report = join(root, 'mutation-report.json');
  rmSync(report, { force: true });
  const projects = [
    ...new Set(specs.map((each) => (each.endsWith('.int.spec.ts') ? 'int' : 'unit'))),
  ];
  const child = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      ...projects.map((each) => `--selectProjects=${each}`),
      '--json',
      `--outputFile=${report}`,
      '--forceExit',
      '--runTestsByPath',
      ...specs,
    ],
    {
      cwd: root,
      stdio: 'ignore',
      env: {
        ...process.env,
        OW_SEED: String(seed),
        OW_MODEL_SEED: String(seed),
        OW_MODEL_SHRINKS: '0',
      },
    },
  );
  await once(child, 'exit');
  if (!existsSync(report)) throw new Error(`Jest left no report of ${specs.join(', ')}`);
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  return {
    failed: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => ({ file: name.slice(root.length + 1), title: fullName })),
    ),
    passed: numPassedTests,
    broken: testResults
      .filter(({ assertionResults }) => assertionResults.length === 0)
      .map(({ name, message }) => `${name.slice(root.length + 1)}: ${message.slice(0, 400)}`),
    seconds: Math.round((performance.now() - start) / 1_000),
  };
}
