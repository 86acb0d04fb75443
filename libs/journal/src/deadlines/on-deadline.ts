import type { AggregateKind, Instant } from '@onewindow/kernel';

/** A deadline that is due. */
export interface DueDeadline {
  readonly aggregate: string;
  readonly id: string;
  readonly kind: string;
  /** Counts how often the deadline was armed, moved or disarmed: a firing that comes late finds another generation. */
  readonly generation: number;
  /** When the law made it so. */
  readonly dueAt: Instant;
}

export interface DeadlineHandler {
  readonly aggregate: string;
  readonly kind: string;
  readonly handle: (id: string, deadline: DueDeadline) => Promise<unknown>;
}

/**
 * Which policy runs when a deadline is due. The handler runs as one transaction together with the mark that the deadline
 * has fired, unless it was moved or disarmed meanwhile.
 */
export function onDeadline(
  aggregate: AggregateKind<never, never> | AggregateKind<any, any>,
  kind: string,
  handler: (id: string, deadline: DueDeadline) => Promise<unknown>,
): DeadlineHandler {
  return Object.freeze({ aggregate: aggregate.name, kind, handle: handler });
}
