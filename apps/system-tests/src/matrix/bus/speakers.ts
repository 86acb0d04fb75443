import type { Platform } from '@onewindow/tools';
import type { ParticipantToken } from '@onewindow/contracts';
import { at, type Findings } from '../findings.js';
import { permittedOf, visitorBy, type Visitor } from '../people.js';
import { answerFindings, type ExpectedAnswer } from './answer-check.js';
import { BusCaller, GatewayOnBus, type BusCall, type Carried } from './bus-caller.js';
import type { Question } from './questions.js';

/** Everybody who speaks on the bus in the matrix. */
export class Speakers {
  private readonly callers = new Map<ParticipantToken, BusCaller>();
  private gatewayOnBus: GatewayOnBus | undefined;

  private constructor(
    readonly platform: Platform,
    readonly visitors: readonly Visitor[],
  ) {}

  static async of(platform: Platform, visitors: readonly Visitor[]): Promise<Speakers> {
    const speakers = new Speakers(platform, visitors);
    for (const participant of platform.services.keys()) {
      speakers.callers.set(participant, await BusCaller.of(platform, participant));
    }
    speakers.gatewayOnBus = new GatewayOnBus(platform, speakers.caller('gateway-centre'));
    return speakers;
  }

  caller(participant: ParticipantToken): BusCaller {
    const found = this.callers.get(participant);
    if (found === undefined) throw new TypeError(`${participant} does not take part`);
    return found;
  }

  get gateway(): GatewayOnBus {
    if (this.gatewayOnBus === undefined) throw new TypeError('no gateway speaks yet');
    return this.gatewayOnBus;
  }

  visitor(id: string): Visitor {
    return visitorBy(this.visitors, id);
  }

  /** Somebody whose role may ask it; nobody where services ask as themselves or anybody may ask. */
  allowed({ contract }: Question): Visitor | undefined {
    return permittedOf(this.visitors, contract.permitted)[0];
  }

  /** The call of a permitted person, or of a service as itself. */
  call(question: Question, carried: Carried): Promise<BusCall> {
    const { contract, from, to } = question;
    const person = this.allowed(question)?.person;
    const voice =
      from === 'gateway-centre' ? this.gateway : new GatewayOnBus(this.platform, this.caller(from));
    return voice.call(contract, to, { ...(person && { person }), ...carried });
  }

  /** What is wrong with the answer to a call that has to be refused. */
  async refusal(
    what: string,
    { from }: Question,
    call: BusCall,
    expected: ExpectedAnswer,
  ): Promise<Findings> {
    return at(what, answerFindings(await this.caller(from).ask(call), expected));
  }

  async close(): Promise<void> {
    await Promise.all([...this.callers.values()].map((each) => each.close()));
  }
}

/** What one kind of fault on the bus has to come to, whatever the contract. */
export interface BusCell {
  readonly title: string;
  appliesTo(question: Question): boolean;
  check(speakers: Speakers, question: Question): Promise<Findings>;
}

export const always = () => true;
export const isCommand = ({ contract }: Question) => contract.kind === 'command';
export const asksForARole = ({ contract }: Question) => typeof contract.permitted !== 'string';
/** Only a gateway speaks for people. */
export const speaksForPeople = ({ contract }: Question) => contract.permitted !== 'service';
