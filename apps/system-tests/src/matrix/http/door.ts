import { at, type Findings } from '../findings.js';
import { permittedOf, visitorBy, type Visitor } from '../people.js';
import type { Fields } from '../faulty-requests.js';
import { requestOf } from './contract-requests.js';
import { callOf, send, type HttpAnswer, type HttpCall, type RoutedContract } from './http-call.js';
import { refusalFindings, type ExpectedRefusal } from './refusal-check.js';

/** A gateway and everybody who may stand before it. */
export class Door {
  /** The longest that anybody waited for an answer. */
  slowestMs = 0;

  constructor(
    readonly url: string,
    readonly visitors: readonly Visitor[],
  ) {}

  visitor(id: string): Visitor {
    return visitorBy(this.visitors, id);
  }

  /** Somebody whose role may ask for it; the administrator where anybody may. */
  allowed({ permitted }: RoutedContract): Visitor {
    return permittedOf(this.visitors, permitted)[0] ?? this.visitor('han.xue');
  }

  /** Sends it in somebody's name, with a new idempotency key unless the call brings its own. */
  async ask(call: HttpCall, by?: Visitor): Promise<HttpAnswer> {
    const key = { 'idempotency-key': crypto.randomUUID() };
    return this.askWith({ ...call, headers: { ...key, ...by?.headers, ...call.headers } });
  }

  /** Sends it with no header beside its own. */
  async askWith(call: HttpCall): Promise<HttpAnswer> {
    const answer = await send(this.url, call);
    this.slowestMs = Math.max(this.slowestMs, answer.ms);
    return answer;
  }

  /** What is wrong with the answer to a call that has to be refused. */
  async refusal(
    what: string,
    call: HttpCall,
    by: Visitor | undefined,
    expected: ExpectedRefusal,
  ): Promise<Findings> {
    return at(what, refusalFindings(await this.ask(call, by), expected));
  }
}

/** What one kind of fault has to come to, whatever the contract. */
export interface Cell {
  /** The end of a sentence that begins with the contract. */
  readonly title: string;
  appliesTo(contract: RoutedContract): boolean;
  check(door: Door, contract: RoutedContract): Promise<Findings>;
}

export const always = () => true;
export const hasBody = ({ http }: RoutedContract) => http.method !== 'GET';

/** A call with a valid request, about a thing that need not exist. */
export const validCall = (contract: RoutedContract, changed: Fields = {}): HttpCall =>
  callOf(contract, { ...requestOf(contract), ...changed });
