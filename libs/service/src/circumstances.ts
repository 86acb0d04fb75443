import { AsyncLocalStorage } from 'node:async_hooks';
import { currentCause } from '@onewindow/journal';
import type { LogFields } from './log.js';

const correlations = new AsyncLocalStorage<string>();

/** Runs the work so that every line of the log in it names the case that it is about. */
export const about = <Result>(correlation: string, work: () => Result): Result =>
  correlations.run(correlation, work);

/** What the log says of the act that is going on: ids, never names. */
export function circumstancesInLog(): LogFields {
  const cause = currentCause();
  const correlation = correlations.getStore();
  return {
    ...(correlation !== undefined && { correlation }),
    ...(cause !== undefined && { cause: cause.id, actor: `${cause.actor.kind}:${cause.actor.id}` }),
  };
}
