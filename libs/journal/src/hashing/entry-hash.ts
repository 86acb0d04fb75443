import { hash } from 'node:crypto';
import type { Actor, Instant } from '@onewindow/kernel';
import { canonicalJson } from './canonical-json.js';

/** What the chain binds of an entry. Personal data is bound only through the salted commitment, so that the chain could outlive it. */
export interface EntryHeader {
  readonly entryId: string;
  readonly aggregate: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly name: string;
  readonly eventVersion: number;
  readonly actor: Pick<Actor, 'kind' | 'id'>;
  readonly cause: string;
  readonly correlation: string;
  readonly occurredAt: Instant;
  readonly route: string | null;
  /** Hashes are hexadecimal in a header. */
  readonly commitment: string;
  readonly stateHash: string;
  readonly previousHash: string;
}

/** What the first entry of a chain stands behind. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** The hash that the next entry of the aggregate names as its previous one. */
export const entryHash = (header: EntryHeader): string => sha256(canonicalJson(header));

/** Binds payload and actor without giving them away: without the salt a guess cannot be confirmed. */
export const commitmentOf = (saltHex: string, actorText: string, payload: string): string =>
  sha256(`${saltHex}\n${actorText}\n${payload}`);

export const stateHash = (state: object): string => sha256(canonicalJson(state));

export const headerActor = ({ kind, id }: Actor): Pick<Actor, 'kind' | 'id'> => ({ kind, id });
