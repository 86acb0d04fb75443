import { decideAll } from './acts/decisions.js';
import { accept, apply, correctOnce } from './acts/filing.js';
import { inspectTogether } from './acts/joint-inspection.js';
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
    await this.watch.moveTo('2026-04-27T09:10');
    await apply(this.scene);
    await this.watch.moveTo('2026-04-28T10:00');
    await correctOnce(this.scene);
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
}
