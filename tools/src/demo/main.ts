import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@onewindow/kernel';
import { loadCity } from '../demonstration/load-city.js';
import { startPlatform, type Platform } from '../platform/start-platform.js';
import { assembleCast, stageOf } from '../story/cast.js';
import { WITHOUT_LIMITS } from '../story/without-limits.js';
import { ClockConductor } from '../story/clock-conductor.js';
import { expectEqual, expectThat } from '../story/expectations.js';
import { RestaurantStory } from '../story/restaurant-story.js';
import { figuresOf, timelineOf } from '../story/trace.js';
import { verifyFolder } from '../verify/verify-folder.js';
import { handoverReports, timelineLines, trackReports, type DemoReport } from './demo-report.js';

const asJson = process.argv.includes('--json');
/** With `--json` stdout is the document alone. */
const say = (line: string) => {
  (asJson ? console.error : console.log)(line);
};

const LEAST_STEPS = 25;

async function tell(platform: Platform): Promise<DemoReport> {
  const cast = await assembleCast(stageOf(platform));
  await loadCity(cast.administrator);
  const began = performance.now();
  const story = new RestaurantStory(cast, new ClockConductor(cast.operations), say);
  const { applicationId, caseNumber, finalCase } = await story.play();
  const seconds = (performance.now() - began) / 1000;

  const timeline = await timelineOf(cast.operations, applicationId);
  expectThat(`the trace has at least ${LEAST_STEPS} steps`, () => timeline.length >= LEAST_STEPS);
  const services = await figuresOf(cast.operations);
  for (const [name, { parked }] of Object.entries(services))
    expectEqual(`nothing is parked in ${name}`, parked, 0);
  const faults = await verifyFolder(platform.folder.root);
  expectEqual('the journals verify', faults, []);
  return {
    caseNumber,
    tracks: trackReports(finalCase),
    handovers: handoverReports(finalCase),
    timeline,
    services,
    verified: true,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

async function demonstrate(dataDir: string): Promise<void> {
  say('Starting a city of its own …');
  const platform = await startPlatform({
    dataDir,
    clock: { simulated: instantOf('2026-04-27T09:00:00+08:00') },
    // One address plays everybody at once, which no limit of a public door is made for.
    environment: WITHOUT_LIMITS,
    tell: say,
  });
  const interrupted = () => {
    void platform.stop().then(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const report = await tell(platform);
    timelineLines(report.timeline).forEach(say);
    say(`The journals verify. The story took ${report.seconds} s.`);
    if (asJson) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await platform.stop();
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-demo-'));
// PostgreSQL may run as a user of its own, who has to pass through.
chmodSync(dataDir, 0o755);
try {
  await demonstrate(dataDir);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
