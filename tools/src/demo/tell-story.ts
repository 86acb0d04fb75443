import type { FindDrawReply, FindProjectReply } from '@onewindow/contracts';
import { loadCity } from '../demonstration/load-city.js';
import { loadMarket } from '../demonstration/load-market.js';
import { loadOfficers } from '../demonstration/load-officers.js';
import { assembleCast, playing, type Cast, type Stage } from '../story/cast.js';
import { ClockConductor } from '../story/clock-conductor.js';
import { expectEqual, expectThat } from '../story/expectations.js';
import { RestaurantStory } from '../story/restaurant-story.js';
import { figuresOf, timelineOf } from '../story/trace.js';
import { handoverReports, trackReports, type DemoReport, type DrawReport } from './demo-report.js';

export interface Telling {
  readonly say: (line: string) => void;
  /** Faults of the journals; undefined where their databases are out of reach. */
  readonly verify: () => Promise<readonly unknown[] | undefined>;
  /** Looks at the platform before the first act. */
  readonly before?: (cast: Cast) => Promise<void>;
}

const LEAST_STEPS = 25;

/** Plays the whole story on a platform with a simulated clock and checks what it left behind. */
export async function tellStory(stage: Stage, telling: Telling): Promise<DemoReport> {
  const cast = await assembleCast(stage);
  await telling.before?.(cast);
  await loadCity(cast.administrator);
  await loadOfficers((account) => Promise.resolve(playing(cast, account)));
  await loadMarket(cast.marketOperator, [cast.clearSpring, cast.blueSpring, cast.pureWater]);
  const began = performance.now();
  const story = new RestaurantStory(cast, new ClockConductor(cast.operations), telling.say);
  const { applicationId, caseNumber, projectNumber, finalCase } = await story.play();
  const seconds = (performance.now() - began) / 1000;

  const timeline = await timelineOf(cast.operations, applicationId);
  expectThat(`the trace has at least ${LEAST_STEPS} steps`, () => timeline.length >= LEAST_STEPS);
  const draw = await drawOf(cast, projectNumber);
  const services = await figuresOf(cast.operations);
  for (const [name, { parked }] of Object.entries(services))
    expectEqual(`nothing is parked in ${name}`, parked, 0);
  const faults = await telling.verify();
  if (faults !== undefined) expectEqual('the journals verify', faults, []);
  return {
    caseNumber,
    tracks: trackReports(finalCase),
    handovers: handoverReports(finalCase),
    draw,
    timeline,
    services,
    verified: faults !== undefined,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

/** As anybody gets it: the file itself, and beside it what the project told when nobody knew the result. */
async function drawOf(cast: Cast, projectNumber: string): Promise<DrawReport> {
  const project = `/api/market/projects/${projectNumber}`;
  const { notice, list } = await cast.public.get<FindProjectReply>(project);
  const file = await cast.public.get<FindDrawReply>(`${project}/draw`);
  return { file, noticeHash: notice.hash, listHash: list?.hash ?? '' };
}
