import { randomUUID } from 'node:crypto';
import type { MsgHdrs } from '@nats-io/transport-node';
import { type Actor, holds, type Instant, instantOf } from '@onewindow/kernel';
import {
  type AnyRequestContract,
  participantBy,
  type ParticipantToken,
  type Topology,
} from '@onewindow/contracts';
import type { ActorTokenVerifier } from '../actor/actor-tokens.js';
import { busRefusals } from '../bus-refusals.js';
import { DEFAULT_TIMEOUT_MS } from '../limits.js';
import type { ReceivedCommandSubject } from '../subjects.js';
import type { CommandContext } from './answering.js';
import { ACTOR, CORRELATION, DEADLINE, IDEMPOTENCY_KEY, TRACE_PARENT } from './header-names.js';
import { hashOfRequest } from './request-hash.js';

export interface Received {
  readonly contract: AnyRequestContract;
  readonly subject: ReceivedCommandSubject;
  readonly headers: MsgHdrs | undefined;
  readonly body: Uint8Array;
}

interface Desk {
  readonly self: ParticipantToken;
  readonly topology: Topology;
  readonly tokens?: ActorTokenVerifier;
}

const IDEMPOTENCY_KEY_FORM = /^[\x21-\x7e]{8,128}$/;
const CORRELATION_FORM = /^[\x21-\x7e]{1,100}$/;
const TRACE_PARENT_FORM = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Proves who calls and for whom, and reads the circumstances; throws the refusal where something does not hold. */
export async function contextOf(received: Received, desk: Desk): Promise<CommandContext> {
  const { contract, subject, headers } = received;
  requireCaller(received, desk.topology);
  const deadline = deadlineIn(received);
  const idempotencyKey = keyIn(headers, contract);
  const requestHash = hashOfRequest(contract.id, received.body, idempotencyKey);
  const actor = await actorOf(received, requestHash, desk);
  return {
    caller: subject.caller,
    actor,
    requestHash,
    deadline,
    correlation: matching(headers?.get(CORRELATION), CORRELATION_FORM) ?? randomUUID(),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...traceIn(headers),
  };
}

function requireCaller({ contract, subject }: Received, topology: Topology): void {
  const caller = participantBy(topology, subject.caller);
  if (caller === undefined || !contract.callers.includes(caller.service)) {
    throw busRefusals.refuse('not-permitted');
  }
}

/** Hosts whose clocks differ by less go on talking, so that an alarm about it is no outage. */
const TOLERATED_SKEW_MS = 30_000;

/**
 * Who waits no longer is not served: the work would only delay those who still wait. What services ask of one another is
 * served all the same: a heartbeat is how hosts learn that their clocks differ.
 */
function deadlineIn({ contract, headers }: Received): Instant {
  const text = headers?.get(DEADLINE) ?? '';
  const time = Date.parse(text);
  if (Number.isNaN(time)) return instantOf(Date.now() + DEFAULT_TIMEOUT_MS);
  const isOver = time + TOLERATED_SKEW_MS <= Date.now();
  if (isOver && contract.permitted !== 'service') throw busRefusals.refuse('timed-out');
  return instantOf(time);
}

function keyIn(headers: MsgHdrs | undefined, contract: AnyRequestContract): string | undefined {
  if (contract.kind === 'query') return undefined;
  const key = matching(headers?.get(IDEMPOTENCY_KEY), IDEMPOTENCY_KEY_FORM);
  if (key === undefined) throw busRefusals.refuse('idempotency-key-needed');
  return key;
}

async function actorOf(
  { contract, subject, headers }: Received,
  requestHash: string,
  { self, tokens }: Desk,
): Promise<Actor> {
  const itself: Actor = { kind: 'service', id: subject.caller };
  if (contract.permitted === 'service') return itself;
  const token = headers?.get(ACTOR) ?? '';
  if (token === '') {
    if (contract.permitted === 'anyone') return itself;
    throw busRefusals.refuse('not-signed-in');
  }
  if (tokens === undefined) throw busRefusals.refuse('actor-token-invalid');
  const person = await tokens.verify(token, {
    audience: self,
    requestHash,
    caller: subject.caller,
  });
  if (contract.permitted !== 'anyone' && !holds(person, ...contract.permitted)) {
    throw busRefusals.refuse('not-permitted');
  }
  return person;
}

function traceIn(headers: MsgHdrs | undefined): { readonly traceParent?: string } {
  const traceParent = matching(headers?.get(TRACE_PARENT), TRACE_PARENT_FORM);
  return traceParent === undefined ? {} : { traceParent };
}

const matching = (text: string | undefined, form: RegExp): string | undefined =>
  text !== undefined && form.test(text) ? text : undefined;
