import type { Message, Role } from '@onewindow/kernel';

/** Every kind of service on the bus. A deployed instance of one is a participant. */
export const SERVICES = [
  'intake',
  'approval',
  'supervision',
  'intermediary-market',
  'gateway',
  'provisioner',
] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A payload class: plain fields with class-validator decorators, constructed without arguments. */
export type PayloadClass<Payload extends object = object> = new () => Payload;

/** One published fact: name, version, payload, who says it and which services hear it. */
export interface EventContract<
  Name extends string = string,
  Version extends number = number,
  Payload extends object = object,
> {
  readonly kind: 'event';
  /** `<service>.<fact>`, for example `intake.application-accepted`. */
  readonly name: Name;
  readonly version: Version;
  readonly id: `${Name}.v${Version}`;
  readonly saidBy: ServiceName;
  readonly heardBy: readonly ServiceName[];
  readonly payload: PayloadClass<Payload>;
  readonly summary: Message;
}

/** Where the gateway offers a contract. Path parameters `{name}` are fields of the request. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/api`, for example `/applications/{applicationId}/acceptance`. */
  readonly path: string;
}

/** What both commands (change something) and queries (change nothing) declare. */
export interface RequestContract<
  Kind extends 'command' | 'query' = 'command' | 'query',
  Name extends string = string,
  Version extends number = number,
  Request extends object = object,
  Reply extends object = object,
> {
  readonly kind: Kind;
  /** `<service>.<verb>`, for example `intake.submit-application`. */
  readonly name: Name;
  readonly version: Version;
  readonly id: `${Name}.v${Version}`;
  readonly answeredBy: ServiceName;
  /** Services that may call; the broker enforces it. */
  readonly callers: readonly ServiceName[];
  /** Roles of which the person behind the call must hold at least one; `anyone` needs no sign-in; `service` is a call of a service as itself. */
  readonly permitted: readonly Role[] | 'anyone' | 'service';
  readonly request: PayloadClass<Request>;
  readonly reply: PayloadClass<Reply>;
  readonly http?: HttpRoute;
  readonly summary: Message;
}

export type AnyRequestContract = RequestContract<'command' | 'query', string, number, any, any>;
export type AnyEventContract = EventContract<string, number, any>;

export type PayloadOf<Contract> =
  Contract extends EventContract<string, number, infer Payload> ? Payload : never;
export type RequestOf<Contract> =
  Contract extends RequestContract<'command' | 'query', string, number, infer Request>
    ? Request
    : never;
export type ReplyOf<Contract> =
  Contract extends RequestContract<'command' | 'query', string, number, any, infer Reply>
    ? Reply
    : never;

export function defineEvent<
  Name extends `${ServiceName}.${string}`,
  Version extends number,
  Payload extends object,
>(declaration: {
  readonly name: Name;
  readonly version: Version;
  readonly heardBy: readonly ServiceName[];
  readonly payload: PayloadClass<Payload>;
  readonly summary: Message;
}): EventContract<Name, Version, Payload> {
  const { name, version } = declaration;
  return Object.freeze({
    kind: 'event',
    ...declaration,
    id: `${name}.v${version}` as const,
    saidBy: serviceOf(name),
  });
}

interface RequestDeclaration<Name, Version, Request extends object, Reply extends object> {
  readonly name: Name;
  readonly version: Version;
  readonly callers: readonly ServiceName[];
  readonly permitted: readonly Role[] | 'anyone' | 'service';
  readonly request: PayloadClass<Request>;
  readonly reply: PayloadClass<Reply>;
  readonly http?: HttpRoute;
  readonly summary: Message;
}

const defineRequest =
  <Kind extends 'command' | 'query'>(kind: Kind) =>
  <
    Name extends `${ServiceName}.${string}`,
    Version extends number,
    Request extends object,
    Reply extends object,
  >(
    declaration: RequestDeclaration<Name, Version, Request, Reply>,
  ): RequestContract<Kind, Name, Version, Request, Reply> => {
    const { name, version } = declaration;
    return Object.freeze({
      kind,
      ...declaration,
      id: `${name}.v${version}` as const,
      answeredBy: serviceOf(name),
    });
  };

/** A request that changes something. It carries an idempotency key: a retry gets the first answer. */
export const defineCommand = defineRequest('command');

/** A request that changes nothing. */
export const defineQuery = defineRequest('query');

const serviceOf = (name: string): ServiceName => {
  const service = SERVICES.find((each) => name.startsWith(`${each}.`));
  if (service === undefined) throw new TypeError(`a contract is named after its service: ${name}`);
  return service;
};

/** The part of a contract's name behind the service: `submit-application`. */
export const verbOf = (contract: { readonly name: string }): string =>
  contract.name.slice(contract.name.indexOf('.') + 1);
