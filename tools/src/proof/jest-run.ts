import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';
import { tallyOf } from './tally.js';
import type { JestReport, Tally } from './tally.js';

/** Runs one Jest project of the clone and counts its tests. */
export async function jestRun(
  project: string,
  flags: readonly string[] = [],
  label?: string,
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-report-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await run(
      [
        'node_modules/jest/bin/jest.js',
        `--selectProjects=${project}`,
        '--passWithNoTests',
        '--json',
        `--outputFile=${report}`,
        ...flags,
      ],
      {},
      label,
    );
    return tallyOf(readReport(report), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined;
  }
}
