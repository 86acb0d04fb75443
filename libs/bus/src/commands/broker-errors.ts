import {
  NoRespondersError,
  PermissionViolationError,
  RequestError,
  TimeoutError,
} from '@nats-io/transport-node';
import type { Refusal } from '@onewindow/kernel';
import { busRefusals } from '../bus-refusals.js';

/** What a failed request means to its caller. Across accounts the broker of 2.9 does not say that nobody listens: that is a timeout. */
export function refusalOfBroker(error: unknown): Refusal {
  const cause = error instanceof RequestError ? (error.cause ?? error) : error;
  if (cause instanceof NoRespondersError) return busRefusals.refuse('nobody-answers');
  if (cause instanceof TimeoutError) return busRefusals.refuse('timed-out');
  if (cause instanceof PermissionViolationError) return busRefusals.refuse('not-permitted');
  return busRefusals.refuse('nobody-answers');
}
