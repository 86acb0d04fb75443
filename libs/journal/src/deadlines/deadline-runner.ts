import { Refusal, type Clock, type Instant } from '@onewindow/kernel';
import type { Pool } from 'pg';
import { failureOf } from '../database-errors.js';
import { Lanes } from '../lanes.js';
import { isFinal } from '../ledger/answer-book.js';
import { withCause } from '../ledger/cause.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Marks } from '../ledger/marks.js';
import { reasonOf } from '../parked-reason.js';
import { backoffMs, pauseFor } from '../pause.js';
import { journalRefusals } from '../refusals.js';
import { keyOf } from '../ledger/state-cache.js';
import { WakeUp } from '../wake-up.js';
import { DeadlineStore, PARKED_DEADLINE } from './deadline-store.js';
import type { DeadlineHandler, DueDeadline } from './on-deadline.js';

export interface DeadlineRunnerOptions {
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly handlers: readonly DeadlineHandler[];
  readonly now: Clock;
  /** False when the clock may have jumped: only warnings are given of what it says is due. */
  readonly isSteady?: () => boolean;
  /** Deadlines claimed at once. */
  readonly batch?: number;
  readonly concurrency?: number;
  readonly onError?: (error: unknown) => void;
}

/** How often to look without having been woken. */
const POLL_MS = 1_000;
/** Least pause after a look that found nothing: every commit that arms something wakes the runner. */
const REST_MS = 20;
/** An error of the code is tried again in case it was chance, then the deadline is parked. */
const ATTEMPTS_ON_ERROR = 3;

/** Runs what is due. Several processes may run one each: a claim is a lease, and the generation makes a second firing harmless. */
export class DeadlineRunner {
  private readonly store: DeadlineStore;
  private readonly handlers: ReadonlyMap<string, DeadlineHandler>;
  private readonly warnings: readonly DeadlineHandler[];
  private readonly lanes: Lanes;
  private readonly wakeUp = new WakeUp();
  private readonly stopping = new AbortController();
  private readonly failures = new Map<string, number>();
  private readonly batch: number;
  private inHand = 0;
  private paused = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: DeadlineRunnerOptions) {
    const { pool, handlers, batch = 500, concurrency = 128 } = options;
    this.store = new DeadlineStore(pool);
    this.handlers = new Map(handlers.map((each) => [keyOf(each.aggregate, each.kind), each]));
    this.warnings = handlers.filter(({ onlyWarns }) => onlyWarns);
    this.lanes = new Lanes(concurrency);
    this.batch = batch;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Looks at once: something was armed, or the clock was moved. */
  wake(): void {
    this.wakeUp.call();
  }

  /** Stops recording effects until `resume`. What is in hand is finished; warnings go on. */
  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.wake();
  }

  /** Nothing is due and nothing is being handled. */
  async isQuiet(): Promise<boolean> {
    if (this.inHand > 0) return false;
    const next = await this.store.nextDue();
    return this.inHand === 0 && (next === undefined || next > this.options.now());
  }

  nextDue(): Promise<Instant | undefined> {
    return this.store.nextDue();
  }

  /**
   * Runs the policy of a parked deadline again; one that was moved or disarmed since is only put away. Throws the refusal
   * `parked-message-unknown`, `effects-halted` for an effect that must not be recorded now, or the new refusal.
   */
  async retry(parkedId: string): Promise<void> {
    const parked = await this.store.parked(parkedId);
    if (parked === undefined) throw journalRefusals.refuse('parked-message-unknown');
    const marks = { retried: parkedId };
    if (!parked.stands) return this.settle(marks);
    const { aggregate, kind } = parked.deadline;
    const onlyWarns = this.handlers.get(keyOf(aggregate, kind))?.onlyWarns;
    if (onlyWarns !== true && this.isHalted()) throw journalRefusals.refuse('effects-halted');
    await this.runPolicy(parked.deadline, marks);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        await this.round();
        attempt = -1;
      } catch (error) {
        if (attempt === 0) this.options.onError?.(error);
        await pauseFor(backoffMs(attempt, 50, 2_000), signal);
      }
    }
    await this.lanes.settled();
  }

  private async round(): Promise<void> {
    if (this.inHand >= this.batch) {
      await this.wakeUp.within(REST_MS);
      return;
    }
    const now = this.options.now();
    // Asked after the clock was read: a jump in between shows.
    const due = this.isHalted()
      ? await this.store.claimOf(this.warnings, now, this.batch)
      : await this.store.claim(now, this.batch);
    for (const deadline of due) this.take(deadline);
    if (due.length > 0) return;
    await pauseFor(REST_MS, this.stopping.signal);
    await this.wakeUp.within(POLL_MS);
  }

  private isHalted(): boolean {
    return this.paused || this.options.isSteady?.() === false;
  }

  private take(deadline: DueDeadline): void {
    this.inHand += 1;
    void this.lanes
      .run(keyOf(deadline.aggregate, deadline.id), () => this.fire(deadline))
      .catch((error: unknown) => this.options.onError?.(error))
      .finally(() => {
        this.inHand -= 1;
      });
  }

  private async fire(deadline: DueDeadline): Promise<void> {
    if (this.stopping.signal.aborted) return this.store.release(deadline);
    try {
      await this.runPolicy(deadline, { deadline });
      this.failures.delete(nameOf(deadline));
    } catch (error) {
      this.options.onError?.(error);
      if (this.isPoison(deadline, error)) await this.park(deadline, error);
      else await this.store.release(deadline);
    }
  }

  private async runPolicy(deadline: DueDeadline, marks: Marks): Promise<void> {
    const { aggregate, id, kind, dueAt } = deadline;
    const handler = this.handlers.get(keyOf(aggregate, kind));
    if (handler === undefined)
      throw new TypeError(`no policy for the deadline ${aggregate}/${kind}`);
    const cause = {
      id: `deadline:${nameOf(deadline)}`,
      actor: { kind: 'law', id: kind },
      occurredAt: dueAt,
    } as const;
    await withCause(cause, () =>
      this.options.ledger.perform(
        () => handler.handle(id, deadline),
        () => marks,
      ),
    );
  }

  private isPoison(deadline: DueDeadline, error: unknown): boolean {
    if (error instanceof Refusal) return isFinal(error);
    const failure = failureOf(error);
    if (failure !== 'defect' && failure !== 'taken') return false;
    const times = (this.failures.get(nameOf(deadline)) ?? 0) + 1;
    this.failures.set(nameOf(deadline), times);
    return times >= ATTEMPTS_ON_ERROR;
  }

  /** An administrator has to see what the law wanted and the case did not allow. */
  private async park(deadline: DueDeadline, error: unknown): Promise<void> {
    this.failures.delete(nameOf(deadline));
    const reason = reasonOf(error);
    const { aggregate, id: aggregateId, kind: name } = deadline;
    await this.settle({
      deadline: { ...deadline, refusal: reason },
      parked: {
        producer: PARKED_DEADLINE,
        position: null,
        aggregate,
        aggregateId,
        name,
        message: deadline,
        reason,
        waits: false,
      },
    });
  }

  private async settle(marks: Marks): Promise<void> {
    await this.options.ledger.perform(
      () => Promise.resolve(),
      () => marks,
    );
  }
}

const nameOf = ({ aggregate, id, kind, generation }: DueDeadline): string =>
  `${aggregate}/${id}/${kind}#${generation}`;
