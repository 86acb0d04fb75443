import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ActorTokenSigner,
  brokerConfig,
  BusClient,
  connect,
  makeGatewayKey,
  liveSubject,
  makeKeys,
  publicKeysOf,
  runProvisioner,
  type BrokerKeys,
  type BusLog,
  type Network,
} from '@onewindow/bus';
import {
  operationsOf,
  StreamState,
  tokenOf,
  type Operations,
  type Topology,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { aDatabase, aNatsServer, type SpecDatabase, type SpecNatsServer } from '@onewindow/testing';
import pg from 'pg';
import type { Environment } from '../../src/index.js';
import { SpecProcess } from './a-process.js';
import {
  Count,
  Counted,
  CounterExpired,
  ListCounters,
  ReadCounter,
  ReadTally,
  Tallied,
} from './contracts.js';

export const START = '2026-03-02T01:00:00.000Z';

const topology: Topology = {
  region: '990100',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
  ],
};

const network: Network = {
  topology,
  events: [Counted, CounterExpired, Tallied],
  requests: [
    Count,
    ReadCounter,
    ListCounters,
    ReadTally,
    ...Object.values(operationsOf('intake')),
    ...Object.values(operationsOf('approval')),
    StreamState,
  ],
};

const administrator: Person = {
  kind: 'person',
  id: 'admin-1',
  name: '管理员',
  roles: ['administrator'],
  region: '990100',
};

const silent: BusLog = {
  info: () => undefined,
  caution: () => undefined,
  failure: () => undefined,
};

const PARTICIPANTS = { counter: 'intake-centre', tally: 'approval-bureau' } as const;
export type SpecService = keyof typeof PARTICIPANTS;

/** Broker, provisioner and a caller; the two services are the spec's to start. */
export class SpecCity {
  private readonly folder = mkdtempSync(join(tmpdir(), 'onewindow-service-'));
  private readonly databases = new Map<SpecService, SpecDatabase>();
  private readonly closers: (() => Promise<unknown>)[] = [];
  private readonly processes: SpecProcess[] = [];
  /** Correlations that services said something has changed about. */
  readonly nudges: string[] = [];

  private constructor(
    readonly broker: SpecNatsServer,
    private readonly keys: BrokerKeys,
    readonly client: BusClient,
    private readonly signer: ActorTokenSigner,
    private readonly gatewayKeys: object,
  ) {}

  static async open(): Promise<SpecCity> {
    const keys = makeKeys(topology);
    const broker = await aNatsServer({ config: brokerConfig(network, publicKeysOf(keys)) });
    const { url } = broker;
    const provisioner = await runProvisioner({
      url,
      seed: keys['provisioner-centre']!.commands.seed,
      self: 'provisioner-centre',
      network,
      log: silent,
      everyMs: 200,
    });
    const connection = await connect({
      url,
      seed: keys['gateway-centre']!.commands.seed,
      participant: 'gateway-centre',
      duty: 'commands',
    });
    const gateway = await makeGatewayKey('gateway-centre');
    const city = new SpecCity(
      broker,
      keys,
      new BusClient(connection),
      new ActorTokenSigner(gateway.privateKey),
      { keys: [gateway.publicKey] },
    );
    for (const participant of topology.participants.filter(
      ({ service }) => service !== 'gateway',
    )) {
      connection.nats.subscribe(liveSubject(tokenOf(participant)), {
        callback: (_, message) => {
          city.nudges.push(message.json<{ correlation: string }>().correlation);
        },
      });
    }
    city.closers.push(
      () => broker.stop(),
      () => provisioner.stop(),
      () => connection.close(),
    );
    return city;
  }

  /** What the process is told; with a database of its own unless that one is to come later. */
  async environment(service: SpecService, changes: Environment = {}): Promise<Environment> {
    const database = await this.databaseOf(service);
    const self = PARTICIPANTS[service];
    const { commands, events } = this.keys[self]!;
    const runtime = new URL(database.url);
    runtime.username = runtime.password = `${database.name}_run`;
    return {
      OW_MODE: 'test',
      OW_PARTICIPANT: self,
      OW_TOPOLOGY_FILE: this.file('topology.json', JSON.stringify(topology)),
      OW_DATABASE_URL: runtime.href,
      OW_DATABASE_OWNER_URL: database.url,
      OW_NATS_URL: this.broker.url,
      OW_NATS_COMMAND_SEED_FILE: this.file(`${self}.commands`, commands.seed),
      OW_NATS_EVENT_SEED_FILE: this.file(`${self}.events`, events.seed),
      OW_GATEWAY_KEYS_FILE: this.file('gateways.json', JSON.stringify(this.gatewayKeys)),
      OW_HEALTH_PORT: '0',
      OW_CLOCK: 'simulated',
      OW_CLOCK_START: START,
      OW_FAULTS: '1',
      ...changes,
    };
  }

  async start(service: SpecService, changes: Environment = {}): Promise<SpecProcess> {
    const started = new SpecProcess(service, await this.environment(service, changes));
    this.processes.push(started);
    return started;
  }

  async databaseOf(service: SpecService): Promise<SpecDatabase> {
    const known = this.databases.get(service);
    if (known !== undefined) return known;
    const database = await aDatabase();
    this.databases.set(service, database);
    const role = `${database.name}_run`;
    await this.tamper(service, `create role ${role} login password '${role}'`);
    await this.tamper(service, `grant connect on database ${database.name} to ${role}`);
    return database;
  }

  /** Asks an operation as an administrator who signed in. */
  operate(
    service: SpecService,
    operation: keyof Operations,
    request: object = {},
    region = topology.region,
  ): Promise<object> {
    const contract = operationsOf(service === 'counter' ? 'intake' : 'approval')[operation];
    const audience = PARTICIPANTS[service];
    return this.client.ask<string, number, object, object>(contract, audience, request, {
      actorToken: (requestHash) =>
        this.signer.sign({ ...administrator, region }, { audience, requestHash }),
    });
  }

  /** Does something to a service's database that only its superuser may. */
  async tamper(service: SpecService, statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client((await this.databaseOf(service)).superuserUrl);
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    for (const each of this.processes) each.kill('SIGKILL');
    await Promise.all(this.processes.map((each) => each.end()));
    for (const close of this.closers.toReversed()) await close();
    await Promise.all([...this.databases.values()].map((each) => each.drop()));
    rmSync(this.folder, { recursive: true });
  }

  private file(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }
}
