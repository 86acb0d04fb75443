import { createUser } from '@nats-io/nkeys';
import { type ParticipantToken, tokenOf, type Topology } from '@onewindow/contracts';
import type { Duty } from '../subjects.js';

/** One broker user's key pair. The seed is a secret of that participant alone; the broker knows public keys only. */
export interface UserKey {
  readonly publicKey: string;
  readonly seed: string;
}

export type BrokerKeys = Readonly<Record<ParticipantToken, Readonly<Record<Duty, UserKey>>>>;
export type BrokerPublicKeys = Readonly<Record<ParticipantToken, Readonly<Record<Duty, string>>>>;

export const DUTIES = ['commands', 'events'] as const satisfies readonly Duty[];

/** New keys for every participant, two each; `known` keeps those that exist already. */
export function makeKeys(topology: Topology, known: BrokerKeys = {}): BrokerKeys {
  const tokens = topology.participants.map(tokenOf);
  return Object.fromEntries(
    tokens.map((token) => [token, known[token] ?? { commands: aKey(), events: aKey() }]),
  );
}

export const publicKeysOf = (keys: BrokerKeys): BrokerPublicKeys =>
  Object.fromEntries(
    Object.entries(keys).map(([token, { commands, events }]) => [
      token,
      { commands: commands.publicKey, events: events.publicKey },
    ]),
  );

function aKey(): UserKey {
  const pair = createUser();
  return { publicKey: pair.getPublicKey(), seed: new TextDecoder().decode(pair.getSeed()) };
}
