import { readFileSync } from 'node:fs';
import { headers, RequestError, TimeoutError } from '@nats-io/transport-node';
import {
  ActorTokenSigner,
  commandSubject,
  connect,
  hashOfRequest,
  type BusConnection,
} from '@onewindow/bus';
import type { AnyRequestContract, ParticipantToken } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import type { Platform } from '@onewindow/tools';
import type { JWK } from 'jose';

/** One message as raw as the broker takes it. */
export interface BusCall {
  readonly subject: string;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came back, in whatever form, and after how long. */
export interface BusAnswer {
  readonly ms: number;
  /** Parsed where it is JSON. */
  readonly json: unknown;
  readonly text: string;
  /** Why nothing came back: name of the error. */
  readonly silence?: string;
}

/** The silence of a request that was taken and never answered; a refusal by the broker is told at once. */
export const NOBODY_ANSWERED = 'nobody answered in time';

/** Nobody may be kept waiting longer for an answer, whatever is wrong. */
export const ANSWERED_WITHIN_MS = 20_000;

/** One participant's user for commands, with its own key, and with nothing between it and the broker. */
export class BusCaller {
  private constructor(
    readonly participant: ParticipantToken,
    readonly connection: BusConnection,
  ) {}

  static async of({ folder, nats }: Platform, participant: ParticipantToken): Promise<BusCaller> {
    if (nats === undefined) throw new TypeError('the platform of a journey runs its own broker');
    const seed = readFileSync(folder.secret(participant, 'commands.seed'), 'utf8').trim();
    return new BusCaller(
      participant,
      await connect({ url: nats.url, seed, participant, duty: 'commands' }),
    );
  }

  async ask({ subject, body, headers: given }: BusCall): Promise<BusAnswer> {
    const began = performance.now();
    try {
      const answer = await this.connection.nats.request(subject, body, {
        headers: headersOf(given),
        timeout: ANSWERED_WITHIN_MS,
      });
      const text = answer.string();
      return { ms: performance.now() - began, text, json: parsed(text) };
    } catch (error) {
      const ms = performance.now() - began;
      return { ms, text: '', json: undefined, silence: nameOf(error) };
    }
  }

  /** Sends it with a reply subject of the sender's choice, or with none. */
  sendOnly({ subject, body, headers: given }: BusCall, reply?: string): void {
    this.connection.nats.publish(subject, body, {
      headers: headersOf(given),
      ...(reply !== undefined && { reply }),
    });
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

/** What a gateway's caller may carry, each replaceable by something that does not hold. */
export interface Carried {
  readonly body: Uint8Array;
  readonly person?: Person;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A gateway's pen and voice: signs for whom it likes, as only the owner of its key can. */
export class GatewayOnBus {
  readonly signer: ActorTokenSigner;

  constructor(
    platform: Platform,
    readonly caller: BusCaller,
  ) {
    this.signer = new ActorTokenSigner(signingKeyOf(platform));
  }

  async call(
    contract: AnyRequestContract,
    to: ParticipantToken,
    { body, person, key = crypto.randomUUID(), headers: more }: Carried,
  ): Promise<BusCall> {
    const token =
      person === undefined
        ? ''
        : await this.signer.sign(person, bindingOf(contract, to, body, key));
    return {
      subject: commandSubject(contract, to, this.caller.participant),
      body,
      headers: { 'ow-idempotency-key': key, 'ow-actor': token, ...more },
    };
  }
}

/** What a token has to be made for; the key counts for commands only. */
export const bindingOf = (
  { id, kind }: AnyRequestContract,
  to: ParticipantToken,
  body: Uint8Array,
  key: string,
) => ({
  audience: to,
  requestHash: hashOfRequest(id, body, kind === 'command' ? key : undefined),
});

export const signingKeyOf = ({ folder }: Platform): JWK =>
  JSON.parse(readFileSync(folder.secret('gateway-centre', 'signing-key.json'), 'utf8')) as JWK;

export const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value));

function headersOf(given: Readonly<Record<string, string>>) {
  const carried = headers();
  for (const [name, value] of Object.entries(given)) if (value !== '') carried.set(name, value);
  return carried;
}

const nameOf = (error: unknown): string => {
  const cause = error instanceof RequestError ? (error.cause ?? error) : error;
  if (cause instanceof TimeoutError) return NOBODY_ANSWERED;
  return cause instanceof Error ? cause.name : String(cause);
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
