import { rmSync } from 'node:fs';
import { benchApproval } from './approval.js';
import { benchCases, mistakesIn } from './bench-cases.js';
import { benchCatalogue } from './catalogue.js';
import { benchSweep } from './clock-sweep.js';
import { benchClock } from './clock.js';
import { benchFolder } from './machine/bench-folder.js';
import { benchPapers } from './papers.js';
import { benchPortal } from './portal.js';
import { readBenchOptions, USAGE, type BenchOptions, type CasesOptions } from './options.js';
import { reportLines } from './report-lines.js';

const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Exit codes: 0 measured, 1 the figures do not count, 2 called wrongly. */
async function run(args: readonly string[]): Promise<number> {
  let options: BenchOptions;
  try {
    options = readBenchOptions(args);
  } catch (error) {
    tell(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (options.subject === 'clock') return measureClock(options.clocks);
  if (options.subject === 'catalogue') return (await benchCatalogue(options.items, say)) ? 0 : 1;
  if (options.subject === 'approval') return (await benchApproval(options, say)) ? 0 : 1;
  if (options.subject === 'papers') return benchPapers(say).then(() => 0);
  if (options.subject === 'portal') return (await benchPortal(say)) ? 0 : 1;
  return measureCases(options.cases);
}

async function measureClock(clocks: number): Promise<number> {
  const dates = benchClock(say);
  const sweep = await benchSweep(clocks, say);
  return dates && sweep ? 0 : 1;
}

async function measureCases(options: CasesOptions): Promise<number> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort(new Error('interrupted'));
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const dataDir = benchFolder();
  try {
    const report = await benchCases(options, dataDir, interrupted.signal, tell);
    if (options.json) say(JSON.stringify(report, null, 2));
    else reportLines(report).forEach(say);
    const mistakes = mistakesIn(report);
    for (const each of mistakes) tell(`The figures do not count: ${each}.`);
    return mistakes.length === 0 ? 0 : 1;
  } catch (error) {
    tell(interrupted.signal.aborted ? 'Interrupted.' : String((error as Error).stack));
    return interrupted.signal.aborted ? 130 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await run(process.argv.slice(2));
