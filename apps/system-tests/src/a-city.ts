import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@onewindow/kernel';
import {
  assembleCast,
  ClockConductor,
  loadCity,
  loadMarket,
  loadOfficers,
  playing,
  ReportStory,
  RestaurantStory,
  stageOf,
  startPlatform,
  timelineOf,
  verifyFolder,
  WITHOUT_LIMITS,
  type Cast,
  type Platform,
  type PlatformOptions,
  type StoryOutcome,
} from '@onewindow/tools';

/** A running platform with its catalogue loaded and everybody signed in. */
export interface City {
  readonly platform: Platform;
  readonly cast: Cast;
  readonly stop: () => Promise<void>;
}

/** The first minute of the story; the clock stands still there unless a journey moves it. */
export const MORNING = instantOf('2026-04-20T09:10:00+08:00');

/** Starts a city in a folder of its own, with every service as its own process. */
export async function aCity(options: Partial<PlatformOptions> = {}): Promise<City> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-journey-'));
  // PostgreSQL may run as a user of its own, who has to pass through.
  chmodSync(dataDir, 0o755);
  const platform = await startPlatform({
    dataDir,
    clock: { simulated: MORNING },
    faults: true,
    environment: WITHOUT_LIMITS,
    ...options,
  });
  const stop = async () => {
    await platform.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const cast = await assembleCast(stageOf(platform), { patienceMs: 60_000 });
    await loadCity(cast.administrator);
    await loadOfficers((account) => Promise.resolve(playing(cast, account)));
    await loadMarket(cast.marketOperator, [cast.clearSpring, cast.blueSpring, cast.pureWater]);
    return { platform, cast, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Plays the whole story at one moment, as fast as it goes. */
export function playStory({ cast }: City): Promise<StoryOutcome> {
  const conductor = new ClockConductor(cast.operations);
  const standingStill = { moveTo: () => Promise.resolve(), quiet: () => conductor.quiet() };
  return new RestaurantStory(cast, standingStill, () => undefined, false).play();
}

/** Lets one application have its report from the market; the clock moves on by the days that sign-up takes. */
export async function playReport({ cast }: City): Promise<ReportStory> {
  const report = new ReportStory(cast);
  await new ClockConductor(cast.operations).moveToInstant(await report.begin());
  await report.end();
  return report;
}

/** Plays the whole story day by day, the draw of the market among it. */
export function playStoryInTime({ cast }: City): Promise<StoryOutcome> {
  return new RestaurantStory(cast, new ClockConductor(cast.operations), () => undefined).play();
}

/** Every fact of one application and how often it stands in the journals: the measure of "once, and nothing missing". */
export async function factsOf(
  { cast }: City,
  { applicationId }: Pick<StoryOutcome, 'applicationId'>,
): Promise<Record<string, number>> {
  const facts: Record<string, number> = {};
  for (const { service, step } of await timelineOf(cast.operations, applicationId)) {
    const fact = `${service} ${step}`;
    facts[fact] = (facts[fact] ?? 0) + 1;
  }
  return facts;
}

/** What is wrong with the journals, checked from outside; an empty list when all is well. */
export const journalFaults = ({ platform }: City) => verifyFolder(platform.folder.root);

/** Nothing on its way, nothing parked. */
export async function figuresAtRest({ cast }: City) {
  await new ClockConductor(cast.operations).quiet();
  const figures = await Promise.all(
    cast.operations.keepers.map((each) => cast.operations.figures(each)),
  );
  return {
    backlog: figures.reduce((sum, { backlog }) => sum + backlog, 0),
    parked: figures.reduce((sum, { parked }) => sum + parked, 0),
  };
}

/** Small seeded generator, so that a run can be repeated: OW_SEED=<n>. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
