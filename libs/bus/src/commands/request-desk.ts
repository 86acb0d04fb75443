import type { Msg } from '@nats-io/transport-node';
import { Refusal } from '@onewindow/kernel';
import {
  HUB_ACCOUNT,
  participantBy,
  type ParticipantToken,
  readPayload,
  type Topology,
} from '@onewindow/contracts';
import type { ActorTokenVerifier } from '../actor/actor-tokens.js';
import type { BusLog } from '../bus-log.js';
import { busRefusals } from '../bus-refusals.js';
import { MAX_REQUEST_BYTES } from '../limits.js';
import { readJson } from '../read-json.js';
import { readCommandSubject, type ReceivedCommandSubject } from '../subjects.js';
import { Admission } from './admission.js';
import { encodeRefusal, encodeReply } from './answer-codec.js';
import type { Answering, Around, CommandContext } from './answering.js';
import { contextOf, type Received } from './command-context.js';
import { replyAllowed } from './reply-check.js';

export interface RequestDeskOptions {
  readonly self: ParticipantToken;
  readonly topology: Topology;
  readonly answers: readonly Answering[];
  readonly tokens?: ActorTokenVerifier;
  readonly around?: Around;
  /** Requests handled at once; the next is answered `busy`. 256 unless said. */
  readonly maxInFlight?: number;
  /** Of one caller in the hub's account, the gateway for instance; three quarters of the total unless said. */
  readonly maxInFlightOfCaller?: number;
  /** Of one caller in another account: a department; a quarter of the total unless said. */
  readonly maxInFlightOfDepartment?: number;
  readonly log: BusLog;
}

const MAX_IN_FLIGHT = 256;

/** Takes requests one by one and answers every one of them, whatever is wrong with it. Knows no transport framework. */
export class RequestDesk {
  private readonly answers: ReadonlyMap<string, Answering>;
  private readonly admission: Admission;
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly options: RequestDeskOptions) {
    const most = options.maxInFlight ?? MAX_IN_FLIGHT;
    const ofCaller = options.maxInFlightOfCaller ?? Math.ceil(most * 0.75);
    const ofDepartment = options.maxInFlightOfDepartment ?? Math.ceil(most * 0.25);
    const { topology } = options;
    this.admission = new Admission(most, (caller) =>
      participantBy(topology, caller)?.account === HUB_ACCOUNT ? ofCaller : ofDepartment,
    );
    this.answers = new Map(options.answers.map((each) => [each.contract.id, each]));
    const strangers = options.answers.filter(
      ({ contract }) => !options.self.startsWith(`${contract.answeredBy}-`),
    );
    if (strangers.length > 0 || this.answers.size !== options.answers.length) {
      throw new TypeError(`${options.self} answers each of its own contracts once`);
    }
  }

  get inFlight(): number {
    return this.admission.inFlight;
  }

  /** Handles a delivered message; never throws, never leaves its caller waiting. */
  take(message: Msg): void {
    const subject = readCommandSubject(message.subject);
    if (subject?.to !== this.options.self) {
      this.audit('A message came in on a subject that is no command.', message);
      return;
    }
    const { caller } = subject;
    if (!replyAllowed(message.reply, caller, this.options.self, this.options.topology)) {
      this.audit('reply-subject-not-allowed', message, caller);
      return;
    }
    if (!this.admission.enter(caller)) {
      this.respond(message, encodeRefusal(busRefusals.refuse('busy')));
      return;
    }
    const work = this.handle(message, subject).finally(() => {
      this.admission.leave(caller);
      this.running.delete(work);
    });
    this.running.add(work);
  }

  /** Resolves when everything that was taken is answered. */
  async finish(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private async handle(message: Msg, subject: ReceivedCommandSubject): Promise<void> {
    let answer: Uint8Array;
    try {
      answer = await this.answer(message, subject);
    } catch (error) {
      answer = encodeRefusal(this.refusalOf(error, subject, message));
    }
    this.respond(message, answer);
  }

  private async answer(message: Msg, subject: ReceivedCommandSubject): Promise<Uint8Array> {
    const answering = this.answers.get(subject.contractId);
    if (answering === undefined) throw busRefusals.refuse('contract-unknown');
    const received = this.received(message, subject, answering);
    const context = await contextOf(received, this.options);
    const request = this.requestOf(received);
    const run = () => answering.handler(request as never, context);
    const reply = await this.around(context, answering, request, run);
    return encodeReply(answering.contract.reply, reply);
  }

  private around(
    context: CommandContext,
    { contract }: Answering,
    request: object,
    run: () => Promise<object>,
  ): Promise<object> {
    return this.options.around?.(context, contract, request, run) ?? run();
  }

  private received(
    message: Msg,
    subject: ReceivedCommandSubject,
    { contract }: Answering,
  ): Received {
    if (message.data.length > MAX_REQUEST_BYTES) throw busRefusals.refuse('payload-too-large');
    return { contract, subject, headers: message.headers, body: message.data };
  }

  private requestOf({ contract, body }: Received): object {
    const value = readJson(body);
    if (value === undefined) throw busRefusals.refuse('payload-malformed');
    const reading = readPayload<object>(contract.request, value, 'forbid');
    if (!reading.ok) throw busRefusals.refuse('payload-invalid', reading.unmet);
    return reading.value;
  }

  /** What is no refusal is a fault of ours: it goes to the log, and nothing of it to the caller. */
  private refusalOf(error: unknown, subject: ReceivedCommandSubject, message: Msg): Refusal {
    if (error instanceof Refusal) return error;
    this.options.log.failure('A request could not be answered.', error, {
      contract: subject.contractId,
      caller: subject.caller,
      correlation: message.headers?.get('ow-correlation'),
    });
    return busRefusals.refuse('internal-error');
  }

  private respond(message: Msg, answer: Uint8Array): void {
    try {
      message.respond(answer);
    } catch (error) {
      this.options.log.caution('An answer could not be sent.', { subject: message.subject }, error);
    }
  }

  private audit(what: string, message: Msg, caller?: string): void {
    this.options.log.caution(what, {
      audit: true,
      subject: message.subject.slice(0, 200),
      reply: message.reply?.slice(0, 200),
      caller,
    });
  }
}
