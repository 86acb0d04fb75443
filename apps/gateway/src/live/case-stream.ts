import { createHash } from 'node:crypto';
import { Refusal } from '@onewindow/kernel';

/** Where a stream's events go. */
export interface EventSink {
  readonly isSlow: boolean;
  event(name: string, id: string, json: string): void;
  heartbeat(): void;
  end(): void;
  abandon(): void;
}

export interface StreamTiming {
  /** Nudges within this time lead to one look. */
  readonly gatherMs: number;
  /** Without a nudge it looks again after this time: nudges may be lost. */
  readonly pollMs: number;
  readonly heartbeatMs: number;
}

export const STREAM_TIMING: StreamTiming = { gatherMs: 250, pollMs: 15_000, heartbeatMs: 15_000 };

export interface StreamParts {
  /** The case as this person may see it at this moment; throws the refusal when it may not any more. */
  readonly look: () => Promise<object>;
  /** Throws the refusal when the session is over. */
  readonly requireSession: () => void;
  readonly sink: EventSink;
  /** What the reader is told when the stream ends for a reason. */
  readonly problemOf: (refusal: Refusal) => object;
  readonly onEnd: () => void;
}

/** A reader that takes nothing for so many heartbeats is given up. */
const SLOW_HEARTBEATS = 4;
const PASSING: ReadonlySet<string> = new Set(['busy', 'timeout', 'unavailable', 'internal']);

/** One reader's view of one case: what has changed is sent, and each time it is looked up with the reader's own rights. */
export class CaseStream {
  private sent = '';
  private looking = false;
  private dirty = false;
  private ended = false;
  private slowFor = 0;
  private nextLook: NodeJS.Timeout | undefined;
  private readonly heartbeats: NodeJS.Timeout;

  constructor(
    private readonly parts: StreamParts,
    private readonly timing: StreamTiming = STREAM_TIMING,
  ) {
    this.heartbeats = setInterval(() => this.beat(), timing.heartbeatMs);
    this.lookIn(timing.pollMs);
  }

  /** Sends the view unless the reader has it already. */
  show(view: object): void {
    const json = JSON.stringify(view);
    if (json === this.sent) return;
    this.sent = json;
    this.parts.sink.event(
      'progress',
      createHash('sha256').update(json).digest('hex').slice(0, 16),
      json,
    );
  }

  /** Something about the case may have changed. */
  nudge(): void {
    if (this.dirty) return;
    this.dirty = true;
    if (!this.looking) this.lookIn(this.timing.gatherMs);
  }

  /** Tells the reader why, and ends. */
  refuse(refusal: Refusal): void {
    if (this.ended) return;
    this.parts.sink.event('refused', refusal.code, JSON.stringify(this.parts.problemOf(refusal)));
    this.end();
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.heartbeats);
    clearTimeout(this.nextLook);
    this.parts.sink.end();
    this.parts.onEnd();
  }

  private lookIn(ms: number): void {
    clearTimeout(this.nextLook);
    if (!this.ended) this.nextLook = setTimeout(() => void this.look(), ms);
  }

  private async look(): Promise<void> {
    this.looking = true;
    this.dirty = false;
    try {
      this.parts.requireSession();
      // What cannot be sent need not be asked for.
      if (this.parts.sink.isSlow) this.dirty = true;
      else await this.lookAndShow();
    } catch (error) {
      if (!(error instanceof Refusal) || !PASSING.has(error.kind)) this.refuseFor(error);
    }
    this.looking = false;
    this.lookIn(this.dirty ? this.timing.gatherMs : this.timing.pollMs);
  }

  private async lookAndShow(): Promise<void> {
    const view = await this.parts.look();
    this.parts.requireSession();
    if (!this.ended) this.show(view);
  }

  private refuseFor(error: unknown): void {
    if (error instanceof Refusal) this.refuse(error);
    else this.end();
  }

  private beat(): void {
    this.slowFor = this.parts.sink.isSlow ? this.slowFor + 1 : 0;
    if (this.slowFor >= SLOW_HEARTBEATS) {
      this.parts.sink.abandon();
      this.end();
    } else if (this.slowFor === 0) this.parts.sink.heartbeat();
  }
}
