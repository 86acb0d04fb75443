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
  /** It warns of something and records no effect of the law: it goes on while effects are halted. */
  readonly onlyWarns: boolean;
  readonly handle: (id: string, deadline: DueDeadline) => Promise<unknown>;
}

type Kind = AggregateKind<never, never> | AggregateKind<any, any>;
type Policy = (id: string, deadline: DueDeadline) => Promise<unknown>;

/**
 * Which policy runs when a deadline is due and records what the law makes of it. The handler runs as one transaction together
 * with the mark that the deadline has fired, unless it was moved or disarmed meanwhile. It does not run while effects are halted.
 */
export const onDeadline = (aggregate: Kind, kind: string, handle: Policy): DeadlineHandler =>
  Object.freeze({ aggregate: aggregate.name, kind, onlyWarns: false, handle });

/** Which policy warns when a deadline is due. A warning changes nobody's rights, so it goes on while effects are halted. */
export const onWarning = (aggregate: Kind, kind: string, handle: Policy): DeadlineHandler =>
  Object.freeze({ aggregate: aggregate.name, kind, onlyWarns: true, handle });
