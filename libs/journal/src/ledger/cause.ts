import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor, Instant } from '@onewindow/kernel';

/** Why something is being changed: every journal entry carries it. */
export interface Cause {
  /** Id of the command, the event or the deadline: `command:<caller>/<key>`, an event id, `deadline:<aggregate>/<id>/<kind>#<generation>`. */
  readonly id: string;
  readonly actor: Actor;
  /** When the law made it so, where that is not the moment of recording. */
  readonly occurredAt?: Instant;
}

const causes = new AsyncLocalStorage<Cause>();

/** Runs the work so that everything it changes names this cause. */
export function withCause<Result>(cause: Cause, work: () => Result): Result {
  return causes.run(cause, work);
}

export const currentCause = (): Cause | undefined => causes.getStore();
