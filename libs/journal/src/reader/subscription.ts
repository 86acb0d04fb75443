import type { AnyEventContract, EventMessage, PayloadOf } from '@onewindow/contracts';

/** What a service does when it hears one contract. */
export interface Subscription {
  readonly contract: AnyEventContract;
  readonly handle: (payload: object, message: EventMessage) => Promise<unknown>;
}

/**
 * The handler runs as one transaction together with the mark that the message is handled; it may run again when another
 * writer won. Its refusal parks the message, any other error is tried again.
 */
export function hears<Contract extends AnyEventContract>(
  contract: Contract,
  handler: (payload: PayloadOf<Contract>, message: EventMessage) => Promise<unknown>,
): Subscription {
  return Object.freeze({
    contract,
    handle: (payload: object, message: EventMessage) =>
      handler(payload as PayloadOf<Contract>, message),
  });
}
