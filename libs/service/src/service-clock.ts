import { moveSimulatedClock, readSimulatedClock } from '@onewindow/journal';
import { defineRefusals, instantOf, type Clock, type Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import type { ClockSetting } from './config.js';

export const clockRefusals = defineRefusals({
  'clock-not-simulated': {
    kind: 'conflict',
    zh: '本平台使用主机时钟，不能拨动；仅演示与测试环境可用模拟时钟。',
    en: 'This platform runs on the clock of its host, which is not moved; only demonstrations and tests simulate one.',
  },
});

/** The time that the law is applied at: the host's, or one that stands still until a command moves it. */
export class ServiceClock {
  private simulated: Instant | undefined;
  private readonly moved = new Set<() => void>();

  constructor(private readonly setting: ClockSetting) {
    if (setting.kind === 'simulated') this.simulated = setting.start;
  }

  get kind(): ClockSetting['kind'] {
    return this.setting.kind;
  }

  readonly now: Clock = () => this.simulated ?? instantOf(Date.now());

  onMoved(listener: () => void): void {
    this.moved.add(listener);
  }

  /** Goes on where the database says the simulated clock stood, or begins it. */
  async load(pool: Pool): Promise<void> {
    if (this.setting.kind === 'simulated') {
      this.take(await moveSimulatedClock(pool, this.setting.start));
    }
  }

  /** Another process of this service may have moved the clock. */
  async refresh(pool: Pool): Promise<void> {
    const stored = await readSimulatedClock(pool);
    if (this.setting.kind === 'simulated' && stored !== undefined) this.take(stored);
  }

  /** Stores the new time and takes it. A time that has passed already changes nothing: the clock never goes back. */
  async moveTo(pool: Pool, to: Instant): Promise<void> {
    if (this.setting.kind === 'host') throw clockRefusals.refuse('clock-not-simulated');
    this.take(await moveSimulatedClock(pool, to));
  }

  private take(now: Instant): void {
    if (this.simulated !== undefined && now <= this.simulated) return;
    this.simulated = now;
    for (const listener of this.moved) listener();
  }
}
