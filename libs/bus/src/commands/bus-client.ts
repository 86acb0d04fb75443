import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { headers, type Msg, type MsgHdrs } from '@nats-io/transport-node';
import {
  type AnyRequestContract,
  type ParticipantToken,
  readPayload,
  type RequestContract,
} from '@onewindow/contracts';
import { instantOf, Refusal } from '@onewindow/kernel';
import type { BusConnection } from '../connect.js';
import { busRefusals } from '../bus-refusals.js';
import { DEFAULT_TIMEOUT_MS, MAX_REQUEST_BYTES } from '../limits.js';
import { commandSubject } from '../subjects.js';
import { readAnswer } from './answer-codec.js';
import { refusalOfBroker } from './broker-errors.js';
import { ACTOR, CORRELATION, DEADLINE, IDEMPOTENCY_KEY, TRACE_PARENT } from './header-names.js';
import { hashOfRequest } from './request-hash.js';

export interface AskOptions {
  /**
   * Proof of the person behind the call: a token, or the function that signs one for the hash of this request.
   * Without it the service acts as itself.
   */
  readonly actorToken?: string | ((requestHash: string) => Promise<string>);
  /** A retry with the same key gets the first answer. A command without one gets a key of its own. */
  readonly idempotencyKey?: string;
  readonly correlation?: string;
  readonly timeoutMs?: number;
  readonly traceParent?: string;
}

export interface PersistentAskOptions extends AskOptions {
  /** How long to go on asking. */
  readonly withinMs: number;
}

const RETRIED: ReadonlySet<string> = new Set(['busy', 'timeout', 'unavailable']);
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

type Contract<
  Name extends string,
  Version extends number,
  Request extends object,
  Reply extends object,
> = RequestContract<'command' | 'query', Name, Version, Request, Reply>;

/** Asks other services. Every failure is a `Refusal`; nothing waits longer than it said. */
export class BusClient {
  constructor(private readonly connection: BusConnection) {}

  async ask<
    Name extends string,
    Version extends number,
    Request extends object,
    Reply extends object,
  >(
    contract: Contract<Name, Version, Request, Reply>,
    to: ParticipantToken,
    request: Request,
    options: AskOptions = {},
  ): Promise<Reply> {
    const body = bodyOf(contract as AnyRequestContract, request);
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const carried = await this.headersOf(contract as AnyRequestContract, body, timeoutMs, options);
    const answer = await this.send(
      commandSubject(contract, to, this.connection.participant),
      body,
      {
        headers: carried,
        timeout: timeoutMs,
      },
    );
    return readAnswer(contract.reply, answer.data);
  }

  /** Asks again, with the same key, as long as the service is busy, silent or away; then throws the last refusal. */
  async askUntilAnswered<
    Name extends string,
    Version extends number,
    Request extends object,
    Reply extends object,
  >(
    contract: Contract<Name, Version, Request, Reply>,
    to: ParticipantToken,
    request: Request,
    { withinMs, ...options }: PersistentAskOptions,
  ): Promise<Reply> {
    const end = Date.now() + withinMs;
    const persistent = { idempotencyKey: randomUUID() as string, ...options };
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await this.ask(contract, to, request, persistent);
      } catch (error) {
        const mayRetry = error instanceof Refusal && RETRIED.has(error.kind);
        if (!mayRetry || Date.now() + pauseMs >= end) throw error;
        await pause(pauseMs * (0.5 + Math.random() / 2));
      }
    }
  }

  private async headersOf(
    contract: AnyRequestContract,
    body: string,
    timeoutMs: number,
    { actorToken, idempotencyKey, correlation, traceParent }: AskOptions,
  ): Promise<MsgHdrs> {
    const carried = headers();
    carried.set(DEADLINE, instantOf(Date.now() + timeoutMs));
    const key = contract.kind === 'command' ? (idempotencyKey ?? randomUUID()) : undefined;
    if (key !== undefined) carried.set(IDEMPOTENCY_KEY, key);
    if (correlation !== undefined) carried.set(CORRELATION, correlation);
    if (traceParent !== undefined) carried.set(TRACE_PARENT, traceParent);
    if (actorToken !== undefined) {
      const token =
        typeof actorToken === 'string'
          ? actorToken
          : await actorToken(hashOfRequest(contract.id, body, key));
      carried.set(ACTOR, token);
    }
    return carried;
  }

  private async send(
    subject: string,
    body: string,
    options: { readonly headers: MsgHdrs; readonly timeout: number },
  ): Promise<Msg> {
    // A request kept for later would be carried out long after its caller went away.
    if (!this.connection.isUp) throw busRefusals.refuse('nobody-answers');
    try {
      return await this.connection.nats.request(subject, body, options);
    } catch (error) {
      throw refusalOfBroker(error);
    }
  }
}

/** The request as it travels: declared fields in declared order, so that the same request has the same hash. */
function bodyOf(contract: AnyRequestContract, request: object): string {
  const reading = readPayload(contract.request, request, 'forbid');
  if (!reading.ok) throw busRefusals.refuse('payload-invalid', reading.unmet);
  const body = JSON.stringify(reading.value);
  if (Buffer.byteLength(body) > MAX_REQUEST_BYTES) throw busRefusals.refuse('payload-too-large');
  return body;
}
