import { randomUUID } from 'node:crypto';
import {
  BusClient,
  CommandServer,
  answers,
  connect,
  JetStreamPublisher,
  JetStreamSource,
  ActorTokenVerifier,
  type BrokerKeys,
  type BusLog,
} from '@onewindow/bus';
import {
  isUnreadable,
  operationsOf,
  participantBy,
  type AnyEventContract,
  type EventMessage,
  type JournalService,
  type ParticipantToken,
  type PayloadOf,
  type Topology,
} from '@onewindow/contracts';
import { instantOf } from '@onewindow/kernel';

export interface NeighbourOptions {
  readonly url: string;
  readonly keys: BrokerKeys;
  readonly topology: Topology;
  readonly self: ParticipantToken;
  /** The service under test. */
  readonly other: ParticipantToken;
  readonly log: BusLog;
}

/** Another service, played by the spec: it tells the service under test its events and listens to what that tells it. */
export class Neighbour {
  private readonly told: EventMessage[] = [];
  private readonly heard: EventMessage[] = [];

  private constructor(
    private readonly self: ParticipantToken,
    private readonly other: ParticipantToken,
    private readonly publisher: JetStreamPublisher,
    private readonly source: JetStreamSource,
    readonly close: () => Promise<void>,
  ) {}

  static async open({
    url,
    keys,
    topology,
    self,
    other,
    log,
  }: NeighbourOptions): Promise<Neighbour> {
    const open = (duty: 'commands' | 'events') =>
      connect({ url, seed: keys[self]![duty].seed, participant: self, duty, log });
    const commands = await open('commands');
    const events = await open('events');
    const client = new BusClient(commands);
    const publisher = new JetStreamPublisher({
      connection: events,
      client,
      provisioner: 'provisioner-centre',
    });
    const source = new JetStreamSource({ connection: events, client, producer: other, log });
    const { confirm, replay } = operationsOf(
      participantBy(topology, self)!.service as JournalService,
    );
    const server = new CommandServer({
      connection: commands,
      topology,
      tokens: new ActorTokenVerifier({ keys: [] }),
      around: (_context, _contract, _request, run) => run(),
      answers: () => [
        answers(confirm, async () => ({ last: neighbour.told.length })),
        answers(replay, async ({ after }) => ({
          messages: neighbour.told.slice(after) as never,
        })),
      ],
      log,
    });
    const neighbour: Neighbour = new Neighbour(self, other, publisher, source, async () => {
      await server.close();
      await source.close();
      await Promise.all([commands.close(), events.close()]);
    });
    await server.listen(() => undefined);
    return neighbour;
  }

  /** Tells the service a fact, as the neighbour's relay would. */
  async say<Contract extends AnyEventContract>(
    contract: Contract,
    aggregateId: string,
    payload: PayloadOf<Contract>,
  ): Promise<void> {
    const position = this.told.length + 1;
    const message: EventMessage = {
      eventId: randomUUID(),
      producer: this.self,
      recipient: this.other,
      position,
      previousOnRoute: position - 1,
      epoch: 1,
      name: contract.name,
      version: contract.version,
      aggregate: 'spec',
      aggregateId,
      aggregateVersion: position,
      occurredAt: instantOf('2026-11-02T02:00:00.000Z'),
      actor: { kind: 'service', id: this.self },
      cause: `spec:${String(position)}`,
      correlation: aggregateId,
      hash: 'f'.repeat(64),
      payload: JSON.stringify(payload),
    };
    this.told.push(message);
    await this.publisher.publish([message], position - 1);
  }

  /** The newest payloads of one contract that the service told this neighbour about one matter. */
  async heardOf<Contract extends AnyEventContract>(
    contract: Contract,
    applicationId: string,
  ): Promise<PayloadOf<Contract>[]> {
    for (const received of await this.source.fetch(100, 100)) {
      const { message } = received;
      if (isUnreadable(message)) throw new Error(message.reason);
      this.heard.push(message);
      await received.ack();
    }
    return this.heard
      .filter(({ name, correlation }) => name === contract.name && correlation === applicationId)
      .map(({ payload }) => JSON.parse(payload) as PayloadOf<Contract>);
  }
}
