import type { Actor, Instant } from '@onewindow/kernel';
import type { AnyRequestContract, ParticipantToken, RequestContract } from '@onewindow/contracts';

/** What a handler may know of the call beside the request. */
export interface CommandContext {
  /** The participant that the broker let call: never a field of the request. */
  readonly caller: ParticipantToken;
  /** The person behind the call, proven by the actor token; the calling service where it acts as itself. */
  readonly actor: Actor;
  /** Present on every command. */
  readonly idempotencyKey?: string;
  /** SHA-256 of contract, idempotency key and request, hex: the same for a retry. */
  readonly requestHash: string;
  readonly correlation: string;
  /** After this the caller no longer waits. */
  readonly deadline: Instant;
  readonly traceParent?: string;
}

export type Handler<Request, Reply> = (request: Request, context: CommandContext) => Promise<Reply>;

/** One request that a service answers. */
export interface Answering {
  readonly contract: AnyRequestContract;
  readonly handler: Handler<never, object>;
}

/** Binds a contract to the function that answers it. The request has been validated, the caller and the actor proven. */
export const answers = <
  Name extends string,
  Version extends number,
  Request extends object,
  Reply extends object,
>(
  contract: RequestContract<'command' | 'query', Name, Version, Request, Reply>,
  handler: Handler<Request, Reply>,
): Answering => ({ contract: contract as AnyRequestContract, handler });

/** Runs around every handler: circumstances, receipts, telemetry. It returns what `run` returned, or an earlier answer. */
export type Around = (
  context: CommandContext,
  contract: AnyRequestContract,
  request: object,
  run: () => Promise<object>,
) => Promise<object>;
