import { Inject, Injectable } from '@nestjs/common';
import { ActorTokenSigner, BusClient, busRefusals } from '@onewindow/bus';
import type { ParticipantToken, RequestContract } from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import type { GatewayConfig } from '../config.js';
import type { HttpRequest } from '../http/exchange.js';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import { requireSession, sessionOf } from '../sign-in/visitor.js';
import { CONFIG } from '../tokens.js';
import { CodeThrottle } from './code-throttle.js';
import type { ContractRoute } from './contract-route.js';
import { scopedKey } from './idempotency-key.js';
import { participantFor } from './participant-choice.js';
import { requestFromHttp } from './request-from-http.js';

/** On whose behalf a service is asked, and under which id. */
export interface Circumstances {
  readonly person: Person | undefined;
  readonly correlation: string;
  readonly idempotencyKey?: string;
  readonly traceParent?: string;
}

/** One attempt; with the bound below nobody waits longer than ten seconds for an answer. */
const ATTEMPT_MS = 4_000;
const COMMAND_WITHIN_MS = 6_000;
const MOST_UNDER_WAY = 1_000;

/** Asks services on behalf of the people at the door. */
@Injectable()
export class ContractCalls {
  private underWay = 0;

  constructor(
    @Inject(CONFIG) private readonly config: GatewayConfig,
    @Inject(BusClient) private readonly client: BusClient,
    @Inject(ActorTokenSigner) private readonly signer: ActorTokenSigner,
    @Inject(CodeThrottle) private readonly codes: CodeThrottle,
  ) {}

  /** Answers one HTTP request by its contract. */
  answer(route: ContractRoute, http: HttpRequest): Promise<object> {
    const { contract } = route;
    const session =
      contract.permitted === 'anyone' ? sessionOf(http.visitor) : requireSession(http.visitor);
    const person = session?.person;
    const key =
      contract.kind === 'command' && person !== undefined
        ? scopedKey(http.headers['idempotency-key'], person)
        : undefined;
    requireJson(http.headers['content-type']);
    const request = requestFromHttp(route, http);
    const to = participantFor(route, request, this.config.topology);
    const traceParent = http.headers['traceparent'];
    const circumstances = {
      person,
      correlation: http.id,
      ...(key !== undefined && { idempotencyKey: key }),
      ...(typeof traceParent === 'string' && { traceParent }),
    };
    const work = () => this.ask(contract, to, request, circumstances);
    const number = guessedNumber(route, request);
    return number === undefined ? work() : this.codes.attempt({ number, address: http.ip }, work);
  }

  /** Asks one participant; a command again with the same key while nobody answers. Throws a refusal in ten seconds at the latest. */
  async ask<Request extends object, Reply extends object>(
    contract: RequestContract<'command' | 'query', string, number, Request, Reply>,
    to: ParticipantToken,
    request: Request,
    { person, ...about }: Circumstances,
  ): Promise<Reply> {
    if (this.underWay >= MOST_UNDER_WAY) throw busRefusals.refuse('busy');
    const options = {
      ...about,
      timeoutMs: ATTEMPT_MS,
      ...(person !== undefined && {
        actorToken: (requestHash: string) =>
          this.signer.sign(person, { audience: to, requestHash }),
      }),
    };
    this.underWay += 1;
    try {
      return contract.kind === 'query'
        ? await this.client.ask(contract, to, request, options)
        : await this.client.askUntilAnswered(contract, to, request, {
            ...options,
            withinMs: COMMAND_WITHIN_MS,
          });
    } finally {
      this.underWay -= 1;
    }
  }
}

/** The number that a query code is given for: a query in a body, open to the public. A request without a code guesses nothing. */
function guessedNumber({ contract, method, shape }: ContractRoute, request: object) {
  const asksByCode = contract.kind === 'query' && method === 'POST' && shape.names.has('code');
  const { code, number, caseNumber } = request as Readonly<Record<string, unknown>>;
  if (!asksByCode || code === undefined) return undefined;
  return textOf(number ?? caseNumber);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An upload's format is known to the parser, but here it would be read as a request without content. */
function requireJson(contentType: string | undefined): void {
  if (contentType?.startsWith('multipart/'))
    throw gatewayRefusals.refuse('media-type-not-accepted');
}
