import {
  type AnyEventContract,
  type AnyRequestContract,
  type JsonSchema,
  SchemaCollection,
  tokenOf,
} from '@onewindow/contracts';
import { hearersOf, type Network, participantsOf, requestsBetween } from './broker/network.js';
import { commandSubject, eventSubject } from './subjects.js';

type Part = Readonly<Record<string, unknown>>;

interface Described {
  readonly channels: Readonly<Record<string, Part>>;
  readonly operations: Readonly<Record<string, Part>>;
  readonly messages: Readonly<Record<string, Part>>;
}

/** The AsyncAPI 3 document of a city: every subject that is spoken on, who says it and who hears it. */
export function asyncApi(network: Network): Part {
  const schemas = new SchemaCollection('strip');
  const parts = [
    ...network.events.map((each) => describeEvent(network, each, schemas)),
    ...network.requests.map((each) => describeRequest(network, each, schemas)),
  ];
  const all = (part: keyof Described) =>
    Object.assign({}, ...parts.map((each) => each[part])) as Part;
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'OneWindow 一窗',
      version: '1',
      description:
        'Events travel through JetStream with everything but the payload in headers; commands and queries are requests over NATS. ' +
        'Readers ignore unknown fields of events; requests with unknown fields are refused. ' +
        'Generated from the contracts and the topology.',
    },
    defaultContentType: 'application/json',
    channels: all('channels'),
    operations: all('operations'),
    components: { messages: all('messages'), schemas: schemas.schemas() },
  };
}

function describeEvent(
  network: Network,
  event: AnyEventContract,
  schemas: SchemaCollection,
): Described {
  const routes = participantsOf(network, event.saidBy)
    .map(tokenOf)
    .flatMap((producer) =>
      hearersOf(network, event, producer).map((recipient) => ({ producer, recipient })),
    );
  const channel = { $ref: `#/channels/${event.id}` };
  return {
    channels: {
      [event.id]: {
        address: `evt.${event.saidBy}.{instance}.{recipient}.${tailOf(event)}`,
        summary: event.summary.zh,
        description: event.summary.en,
        parameters: {
          instance: {
            enum: unique(participantsOf(network, event.saidBy).map((each) => each.instance)),
          },
          recipient: { enum: unique(routes.map((each) => each.recipient)) },
        },
        messages: { [event.id]: { $ref: `#/components/messages/${event.id}` } },
        'x-subjects': routes.map(({ producer, recipient }) =>
          eventSubject(event, producer, recipient),
        ),
        'x-said-by': event.saidBy,
        'x-heard-by': event.heardBy,
      },
    },
    operations: {
      [`say.${event.id}`]: { action: 'send', channel, summary: event.summary.en },
      [`hear.${event.id}`]: { action: 'receive', channel, summary: event.summary.en },
    },
    messages: { [event.id]: message(event.id, event.summary, schemas.refTo(event.payload)) },
  };
}

function describeRequest(
  network: Network,
  contract: AnyRequestContract,
  schemas: SchemaCollection,
): Described {
  const { topology } = network;
  const subjects = participantsOf(network, contract.answeredBy).flatMap((callee) =>
    topology.participants
      .filter((caller) => requestsBetween(network, caller, callee).includes(contract))
      .map((caller) => commandSubject(contract, tokenOf(callee), tokenOf(caller))),
  );
  const { id, summary } = contract;
  const reply = `${id}.reply`;
  return {
    channels: {
      [id]: {
        address: `cmd.${contract.answeredBy}.{instance}.from.{caller}.${tailOf(contract)}`,
        summary: summary.zh,
        description: summary.en,
        parameters: { instance: {}, caller: {} },
        messages: { [id]: { $ref: `#/components/messages/${id}` } },
        'x-subjects': subjects,
        'x-permitted': contract.permitted,
        'x-kind': contract.kind,
      },
      [reply]: { address: null, messages: { [reply]: { $ref: `#/components/messages/${reply}` } } },
    },
    operations: {
      [`answer.${id}`]: {
        action: 'receive',
        channel: { $ref: `#/channels/${id}` },
        summary: summary.en,
        reply: { channel: { $ref: `#/channels/${reply}` } },
      },
    },
    messages: {
      [id]: message(id, summary, schemas.refTo(contract.request)),
      [reply]: message(reply, summary, answerSchema(schemas.refTo(contract.reply))),
    },
  };
}

const message = (name: string, summary: { readonly en: string }, payload: JsonSchema): Part => ({
  name,
  summary: summary.en,
  payload,
});

const answerSchema = (value: JsonSchema): JsonSchema => ({
  oneOf: [
    { type: 'object', properties: { ok: { const: true }, value }, required: ['ok', 'value'] },
    {
      type: 'object',
      properties: {
        ok: { const: false },
        refusal: { type: 'object' },
        retryable: { type: 'boolean' },
      },
      required: ['ok', 'refusal', 'retryable'],
    },
  ],
});

/** Verb or fact with its version: the end of the subject. */
const tailOf = ({ id }: { readonly id: string }): string => id.slice(id.indexOf('.') + 1);

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();
