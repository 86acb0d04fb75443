import type { AnyEventContract, ParticipantToken, PayloadOf } from '@onewindow/contracts';

/** One fact told under a contract. Without `to` it goes to the sole instance of every service that hears it. */
export interface Publication {
  readonly contract: AnyEventContract;
  readonly payload: object;
  readonly to?: ParticipantToken;
}

/** Every domain event is either published under a contract or declared private; forgetting one does not compile. */
export type Publications<Event extends { readonly type: string }, State = never> = {
  readonly [Type in Event['type']]:
    | 'private'
    | ((
        event: Extract<Event, { readonly type: Type }>,
        state: State,
      ) => Publication | readonly Publication[]);
};

export function publish<Contract extends AnyEventContract>(
  contract: Contract,
  payload: PayloadOf<Contract>,
  to?: ParticipantToken,
): Publication {
  return { contract, payload, ...(to !== undefined && { to }) };
}
