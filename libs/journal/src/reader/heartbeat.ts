import type { EventSource, ParticipantToken } from '@onewindow/contracts';
import { unlessAborted } from '../pause.js';
import type { ReaderPace } from './reader-pace.js';
import type { RouteProgress } from './route-progress.js';
import type { RouteStore } from './route-store.js';

export interface HeartbeatOptions {
  readonly producer: ParticipantToken;
  readonly source: EventSource;
  readonly store: RouteStore;
  readonly pace: ReaderPace;
  /** Takes in what the producer's journal holds behind the last that was received. */
  readonly replay: () => Promise<unknown>;
  readonly stopping: AbortSignal;
}

/** Tells the producer what is applied, and learns from it where the route ends. */
export class Heartbeat {
  private confirmed = -1;
  private last = -1;
  private lastBeatAt = Number.NEGATIVE_INFINITY;
  private waitsBehind = { position: -1, since: 0 };

  constructor(private readonly options: HeartbeatOptions) {}

  /** The route's last known position is applied, and the producer knows. */
  isQuiet({ applied, outstanding }: RouteProgress): boolean {
    return outstanding === 0 && applied >= this.last && applied === this.confirmed;
  }

  /** Something was applied since the last beat. */
  hasNews({ applied }: RouteProgress): boolean {
    return applied !== this.confirmed;
  }

  /** Beats when it is time: soon after something was applied, slowly else. Throws what the producer or the database throws. */
  async beatWhenDue(progress: RouteProgress): Promise<void> {
    const { confirmMs, heartbeatMs } = this.options.pace;
    const { applied, outstanding } = progress;
    const isSoon = this.hasNews(progress) || (outstanding === 0 && applied < this.last);
    const now = performance.now();
    if (now - this.lastBeatAt < (isSoon ? confirmMs : heartbeatMs)) return;
    this.lastBeatAt = now;
    await this.beat(progress);
  }

  private async beat(progress: RouteProgress): Promise<void> {
    const { store, source, producer, stopping } = this.options;
    const { applied } = progress;
    // What the producer may forget has to be remembered here first.
    if (applied > this.confirmed) await store.keepProgress(applied);
    // The producer may be stopping, too, and never answer.
    const { last } = await unlessAborted(source.confirm(applied), stopping);
    this.confirmed = applied;
    this.last = last;
    await this.replayLostTail(progress);
    if (last < applied) {
      throw new Error(
        `${producer} has gone back to position ${last} from ${applied}: was a backup restored?`,
      );
    }
  }

  /** What was sent a moment ago is still on its way; what does not come for a while was lost behind the last delivery. */
  private async replayLostTail({ received }: RouteProgress): Promise<void> {
    const now = performance.now();
    if (this.last <= received || received !== this.waitsBehind.position) {
      this.waitsBehind = { position: received, since: now };
    } else if (now - this.waitsBehind.since > this.options.pace.lostAfterMs) {
      await this.options.replay();
    }
  }
}
