import { instantOf, type Instant } from '@onewindow/kernel';
import type { Operations } from './operations.js';
import { until } from './until.js';

/**
 * Moves the simulated clock of every service together: from deadline to deadline, and on only when all
 * that a deadline set off has come to rest.
 */
export class ClockConductor {
  constructor(private readonly operations: Operations) {}

  /** `local` is a time in Asia/Shanghai: `2026-04-27T09:00`. */
  moveTo(local: string): Promise<void> {
    return this.moveToInstant(instantOf(`${local}:00+08:00`));
  }

  async moveToInstant(target: Instant): Promise<void> {
    for (;;) {
      await this.quiet();
      const stop = await this.nextStop(target);
      await Promise.all(
        this.operations.keepers.map((each) => this.operations.setClock(each, stop)),
      );
      if (stop === target) break;
    }
    await this.quiet();
  }

  /**
   * Waits until no event is on its way and no deadline that is due waits for its effect. One look is not
   * enough: services are asked one beside the other, so the same picture has to be seen twice.
   */
  async quiet(): Promise<void> {
    let before = '';
    await until('quiet', async (sighted) => {
      const sights = await Promise.all(this.operations.keepers.map((each) => this.look(each)));
      sighted(sights);
      const picture = JSON.stringify(sights.map(({ journal }) => journal));
      const still = sights.every(({ quiet }) => quiet) && picture === before;
      before = picture;
      return still ? true : undefined;
    });
  }

  private async look(participant: Operations['keepers'][number]) {
    const [figures, clock] = await Promise.all([
      this.operations.figures(participant),
      this.operations.clock(participant),
    ]);
    const dueAndUnfired = clock.nextDeadline !== undefined && clock.nextDeadline <= clock.now;
    const { journal, consumed, backlog } = figures;
    return { journal, consumed, backlog, quiet: backlog === 0 && !dueAndUnfired };
  }

  private async nextStop(target: Instant): Promise<Instant> {
    const clocks = await Promise.all(
      this.operations.keepers.map((each) => this.operations.clock(each)),
    );
    const stops = clocks
      .flatMap(({ nextDeadline }) => nextDeadline ?? [])
      .filter((at) => at < target);
    const [first = target] = stops.sort();
    return first as Instant;
  }
}
