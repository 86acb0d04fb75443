import { decideAll } from './acts/decisions.js';
import { accept, apply, noteDefects, resubmit } from './acts/filing.js';
import { inspectTogether } from './acts/joint-inspection.js';
import {
  contractReport,
  deliverReport,
  drawAgency,
  publishProject,
  signUp,
} from './acts/market.js';
import { acknowledge, close, dispatchAndRate } from './acts/results.js';
import { endWaterTest, orderWaterTest } from './acts/water-test.js';
import type { Cast } from './cast.js';
import { Scene, type StoryOutcome } from './scene.js';

/** Moves time on, where the platform runs on a simulated clock; on the host's clock nothing is moved. */
export interface Stopwatch {
  moveTo(local: string): Promise<void>;
  quiet(): Promise<void>;
}

/** 开办餐饮店一件事, from filing to the departments' acknowledgements. Every outcome is checked as it comes. */
export class RestaurantStory {
  private readonly scene: Scene;

  constructor(
    cast: Cast,
    private readonly watch: Stopwatch,
    say: (line: string) => void,
    datesKnown = true,
  ) {
    this.scene = new Scene(cast, say, datesKnown);
  }

  async play(): Promise<StoryOutcome> {
    await this.watch.moveTo('2026-04-20T09:10');
    await apply(this.scene);
    await this.watch.moveTo('2026-04-20T14:00');
    await noteDefects(this.scene);
    await this.complete();
    await this.watch.moveTo('2026-04-29T15:00');
    await accept(this.scene);
    await this.watch.moveTo('2026-05-06T09:30');
    const procedureId = await orderWaterTest(this.scene);
    await this.watch.moveTo('2026-05-07T14:00');
    await inspectTogether(this.scene);
    await this.watch.moveTo('2026-05-12T16:00');
    await endWaterTest(this.scene, procedureId);
    await this.watch.moveTo('2026-05-14T10:00');
    await decideAll(this.scene);
    await this.watch.moveTo('2026-05-15T09:30');
    await dispatchAndRate(this.scene);
    await acknowledge(this.scene);
    await this.watch.quiet();
    return close(this.scene);
  }

  /** Before acceptance: what is missing is found in the market, what is wrong is handed in anew. */
  private async complete(): Promise<void> {
    // Sign-up takes days: where the clock is not moved there is no market, and the applicant has a report of its own.
    if (!this.scene.datesKnown) return resubmit(this.scene, ['water-quality-report', 'floor-plan']);
    await this.watch.moveTo('2026-04-20T15:00');
    await publishProject(this.scene);
    await this.watch.moveTo('2026-04-21T10:00');
    await signUp(this.scene);
    await this.watch.moveTo('2026-04-24T16:00');
    await drawAgency(this.scene);
    await this.watch.moveTo('2026-04-24T17:00');
    await contractReport(this.scene);
    await this.watch.moveTo('2026-04-28T10:00');
    await deliverReport(this.scene);
    await resubmit(this.scene, ['floor-plan']);
  }
}
