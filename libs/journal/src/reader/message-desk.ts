import type { EventMessage, Unreadable } from '@onewindow/contracts';
import { Refusal } from '@onewindow/kernel';
import { failureOf } from '../database-errors.js';
import { isFinal } from '../ledger/answer-book.js';
import { withCause } from '../ledger/cause.js';
import type { Ledger } from '../ledger/ledger.js';
import type { Marks } from '../ledger/marks.js';
import { reasonOf, storable } from '../parked-reason.js';
import { backoffMs, pauseFor } from '../pause.js';
import { readPayload, unknownContract } from './read-payload.js';
import type { Subscription } from './subscription.js';

/** What became of a message for good. `stray`: set aside, and it had no right to the position that it claimed. */
export type Handled = 'applied' | 'parked' | 'stray';

/** An error of the code is tried again in case it was chance, then it is poison. */
const ATTEMPTS_ON_ERROR = 3;
/** A refusal may come from an event of another producer that is still on its way; then it is poison. */
const ATTEMPTS_ON_REFUSAL = 4;

export interface MessageDeskOptions {
  readonly ledger: Ledger;
  readonly subscriptions: readonly Subscription[];
  /** Whether the producer's journal holds the message at the position that it claims. */
  readonly isGenuine: (message: EventMessage) => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  /** Aborted when the reader stops: what is tried again then is left for the next start. */
  readonly stopping: AbortSignal;
  readonly firstPauseMs: number;
}

/** Handles single messages: the effect or the parking, together with the mark that it was done. */
export class MessageDesk {
  private readonly byContract: ReadonlyMap<string, Subscription>;

  constructor(private readonly options: MessageDeskOptions) {
    this.byContract = new Map(options.subscriptions.map((each) => [each.contract.id, each]));
  }

  /** Tries until the message is applied or parked; undefined when the reader stops before. */
  async handle(message: EventMessage): Promise<Handled | undefined> {
    for (let attempt = 1; !this.options.stopping.aborted; attempt += 1) {
      try {
        await this.apply(message, { inbox: inboxMark(message) });
        return 'applied';
      } catch (error) {
        if (isPoison(error, attempt)) return this.parkUntilDone(message, error);
        if (attempt === 1) this.options.onError(error);
        await this.pause(attempt);
      }
    }
    return undefined;
  }

  /** Runs the subscription once, together with the marks. */
  async apply(message: EventMessage, marks: Marks): Promise<void> {
    const subscription = this.byContract.get(`${message.name}.v${message.version}`);
    if (subscription === undefined) throw unknownContract(message);
    const payload = readPayload(subscription, message);
    const { ledger } = this.options;
    await withCause({ id: message.eventId, actor: message.actor }, () =>
      ledger.perform(
        () => subscription.handle(payload, message),
        () => marks,
      ),
    );
  }

  /** Sets a message aside because one before it of the same aggregate is. */
  async parkBehind(message: EventMessage): Promise<Handled | undefined> {
    return this.parkUntilDone(message, undefined);
  }

  /** Sets aside a delivery that is no event; the position it belonged to shows as a hole and is replayed. */
  async parkUnreadable(producer: string, delivery: Unreadable): Promise<void> {
    const { subject, reason, body } = delivery;
    await this.settle({
      parked: {
        producer,
        position: null,
        aggregate: '',
        aggregateId: '',
        name: storable(subject),
        message: { subject: storable(subject), body: storable(body) },
        reason: storable(reason),
        waits: false,
      },
    });
  }

  /** Sets aside what its producer's journal does not hold: its position belongs to another message. */
  async parkStray({ producer, name, position, payload }: EventMessage): Promise<void> {
    const reason = `the journal of ${producer} does not hold it at position ${position}`;
    await this.parkUnreadable(producer, { unreadable: true, subject: name, reason, body: payload });
  }

  /** Only what cannot be handled is compared with the producer's journal: a question for every message would double the traffic. */
  private async parkUntilDone(message: EventMessage, error: unknown): Promise<Handled | undefined> {
    if (error !== undefined) this.options.onError(error);
    for (let attempt = 1; !this.options.stopping.aborted; attempt += 1) {
      try {
        if (!(await this.options.isGenuine(message))) {
          await this.parkStray(message);
          return 'stray';
        }
        await this.settle(parking(message, error));
        return 'parked';
      } catch (failure) {
        if (attempt === 1) this.options.onError(failure);
        await this.pause(attempt);
      }
    }
    return undefined;
  }

  private async settle(marks: Marks): Promise<void> {
    await this.options.ledger.perform(
      () => Promise.resolve(),
      () => marks,
    );
  }

  private pause(attempt: number): Promise<void> {
    const { firstPauseMs, stopping } = this.options;
    return pauseFor(backoffMs(attempt, firstPauseMs, 2_000), stopping);
  }
}

/** Whether another attempt would end in the same way. */
function isPoison(error: unknown, attempt: number): boolean {
  if (error instanceof Refusal) {
    if (!isFinal(error)) return false;
    const mayPass = error.kind === 'not-found' || error.kind === 'conflict';
    return !mayPass || attempt >= ATTEMPTS_ON_REFUSAL;
  }
  const failure = failureOf(error);
  if (failure !== 'defect' && failure !== 'taken') return false;
  return attempt >= ATTEMPTS_ON_ERROR;
}

const inboxMark = ({ producer, position, eventId }: EventMessage) => ({
  producer,
  position,
  eventId,
});

const parking = (message: EventMessage, error: unknown): Marks => ({
  inbox: inboxMark(message),
  parked: {
    producer: message.producer,
    position: message.position,
    aggregate: message.aggregate,
    aggregateId: message.aggregateId,
    name: `${message.name}.v${message.version}`,
    message: { ...message, payload: storable(message.payload) },
    reason: error === undefined ? WAITS : reasonOf(error),
    waits: error === undefined,
  },
});

const WAITS = 'waits behind a parked message of the same aggregate';
