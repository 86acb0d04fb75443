import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import {
  ActorTokenSigner,
  brokerConfig,
  BusClient,
  connect,
  makeGatewayKey,
  makeKeys,
  networkOf,
  publicKeysOf,
  runProvisioner,
  type BrokerKeys,
  type BusLog,
} from '@onewindow/bus';
import {
  operationsOf,
  type AnyRequestContract,
  type ParticipantToken,
  type ReplyOf,
  type RequestOf,
  type Topology,
} from '@onewindow/contracts';
import { openFolderStore, signFileReceipt, UPLOAD_TYPES, type ContentHash } from '@onewindow/files';
import type { Instant, Person } from '@onewindow/kernel';
import { aDatabase, aNatsServer, type SpecDatabase } from '@onewindow/testing';
import pg from 'pg';
import {
  bootService,
  type Environment,
  type RunningService,
  type ServiceDefinition,
} from '../../src/index.js';
import { Neighbour } from './a-neighbour.js';

export interface AloneOptions {
  readonly module: Type;
  readonly definition: ServiceDefinition;
  readonly self: ParticipantToken;
  readonly topology: Topology;
  /** Where its simulated clock begins. */
  readonly start: Instant;
}

/** What one run of the service is told otherwise than the run before. */
export interface RunChanges {
  /** Who is deployed. */
  readonly topology?: Topology;
  /** Local rules that differ from the defaults. */
  readonly place?: object;
}

const aSealKey = () => ({
  ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
  kid: 'spec.seal',
});

const silent: BusLog = {
  info: () => undefined,
  caution: () => undefined,
  failure: () => undefined,
};

/** One service alone: real PostgreSQL and NATS, every neighbour played by the spec, time moved by it. */
export class ServiceAlone {
  private readonly folder = mkdtempSync(join(tmpdir(), 'onewindow-alone-'));
  private readonly closers: (() => Promise<unknown>)[] = [];
  private readonly operations;
  private readonly administrator: Person;
  private service: RunningService | undefined;
  private environment: Environment = {};
  private keys!: BrokerKeys;
  private brokerUrl!: string;
  private client!: BusClient;
  private signer!: ActorTokenSigner;
  private receiptKey!: KeyObject;
  database!: SpecDatabase;

  /** Where uploads lie, and what the service prints. */
  get filesFolder(): string {
    return join(this.folder, 'files');
  }

  constructor(private readonly options: AloneOptions) {
    this.operations = operationsOf(options.definition.service);
    this.administrator = {
      kind: 'person',
      id: 'admin',
      name: '管理员',
      roles: ['administrator', 'auditor'],
      region: options.topology.region,
    };
  }

  /** Broker, provisioner, database and a gateway to ask through; the service itself is not started yet. */
  async prepare(): Promise<void> {
    const { topology, self, start } = this.options;
    const network = networkOf(topology);
    this.keys = makeKeys(topology);
    const broker = await aNatsServer({ config: brokerConfig(network, publicKeysOf(this.keys)) });
    this.closers.push(() => broker.stop());
    this.brokerUrl = broker.url;
    const provisioner = await runProvisioner({
      url: broker.url,
      seed: this.keys['provisioner-centre']!.commands.seed,
      self: 'provisioner-centre',
      network,
      log: silent,
      everyMs: 200,
    });
    this.closers.push(() => provisioner.stop());
    const gatewayKeys = await this.openGateway();
    const { commands, events } = this.keys[self]!;
    this.environment = {
      OW_MODE: 'test',
      OW_LOG_LEVEL: 'fatal',
      OW_PARTICIPANT: self,
      OW_DATABASE_URL: await this.openDatabase(),
      OW_DATABASE_OWNER_URL: this.database.url,
      OW_NATS_URL: broker.url,
      OW_NATS_COMMAND_SEED_FILE: this.file('commands.seed', commands.seed),
      OW_NATS_EVENT_SEED_FILE: this.file('events.seed', events.seed),
      OW_GATEWAY_KEYS_FILE: this.file('gateways.json', JSON.stringify({ keys: [gatewayKeys] })),
      OW_HEALTH_PORT: '0',
      OW_FILES_DIR: this.filesFolder,
      OW_SEAL_KEYS_FILE: this.file('seal-keys.json', JSON.stringify({ keys: [aSealKey()] })),
      OW_PUBLIC_URL: 'https://onewindow.example',
      OW_CLOCK: 'simulated',
      OW_CLOCK_START: start,
    };
  }

  async start({ topology = this.options.topology, place }: RunChanges = {}): Promise<void> {
    const { module, definition } = this.options;
    this.service = await bootService(module, definition, {
      ...this.environment,
      OW_TOPOLOGY_FILE: this.file('topology.json', JSON.stringify(topology)),
      ...(place && { OW_PLACE_FILE: this.file('place.json', JSON.stringify(place)) }),
    });
  }

  async stop(): Promise<void> {
    await this.service?.stop();
    this.service = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    for (const close of this.closers.toReversed()) await close();
    rmSync(this.folder, { recursive: true });
  }

  /** Another participant, played by the spec. */
  async neighbour(self: ParticipantToken): Promise<Neighbour> {
    const { topology, self: other } = this.options;
    const neighbour = await Neighbour.open({
      url: this.brokerUrl,
      keys: this.keys,
      topology,
      self,
      other,
      log: silent,
    });
    this.closers.push(() => neighbour.close());
    return neighbour;
  }

  /** Asks as a person who signed in at the gateway. */
  ask<Contract extends AnyRequestContract>(
    contract: Contract,
    person: Person | undefined,
    request: RequestOf<Contract>,
    idempotencyKey?: string,
  ): Promise<ReplyOf<Contract>> {
    const { self: audience } = this.options;
    return this.client.ask<string, number, object, object>(contract, audience, request, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(person && {
        actorToken: (requestHash: string) => this.signer.sign(person, { audience, requestHash }),
      }),
    }) as Promise<ReplyOf<Contract>>;
  }

  async moveClockTo(to: Instant): Promise<void> {
    await this.ask(this.operations.setClock, this.administrator, { to });
  }

  figures() {
    return this.ask(this.operations.journalFigures, this.administrator, {});
  }

  trace(correlation: string) {
    return this.ask(this.operations.journalTrace, this.administrator, { correlation });
  }

  parked() {
    return this.ask(this.operations.listParked, this.administrator, {});
  }

  retryParked(id: string) {
    return this.ask(this.operations.retryParked, this.administrator, { id });
  }

  /** The gateway's word that this person uploaded a file. */
  receipt(uploader: string, name = 'report.pdf', key = this.receiptKey): Promise<string> {
    return signFileReceipt(key, {
      hash: Buffer.from(name).toString('hex').padEnd(64, 'a').slice(0, 64) as ContentHash,
      size: 1_000,
      mediaType: 'application/pdf',
      name,
      uploader,
    });
  }

  /** Uploads a file as the gateway does, and gives its word for it. */
  async upload(uploader: string, name: string, bytes: Uint8Array): Promise<string> {
    const store = await openFolderStore(join(this.folder, 'files'));
    const source = (async function* () {
      yield bytes;
    })();
    const stored = await store.put(source, { maxBytes: 1 << 28, allowed: UPLOAD_TYPES, name });
    return signFileReceipt(this.receiptKey, { ...stored, name, uploader });
  }

  /** A receipt that no gateway of this city signed. */
  forgedReceipt(uploader: string): Promise<string> {
    return this.receipt(uploader, 'report.pdf', generateKeyPairSync('ed25519').privateKey);
  }

  /** Does something to the database that only its superuser may. */
  async tamper<Row extends pg.QueryResultRow>(
    statement: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    const client = new pg.Client(this.database.superuserUrl);
    await client.connect();
    try {
      return (await client.query<Row>(statement, values)).rows;
    } finally {
      await client.end();
    }
  }

  private async openGateway(): Promise<object> {
    const participant = 'gateway-centre';
    const connection = await connect({
      url: this.brokerUrl,
      seed: this.keys[participant]!.commands.seed,
      participant,
      duty: 'commands',
      log: silent,
    });
    this.closers.push(() => connection.close());
    this.client = new BusClient(connection);
    const { privateKey, publicKey } = await makeGatewayKey(participant);
    this.signer = new ActorTokenSigner(privateKey);
    this.receiptKey = createPrivateKey({ key: privateKey, format: 'jwk' });
    return publicKey;
  }

  private async openDatabase(): Promise<string> {
    this.database = await aDatabase();
    this.closers.push(() => this.database.drop());
    const { name } = this.database;
    const role = `${name}_run`;
    await this.tamper(`create role ${role} login password '${role}'`);
    await this.tamper(`grant connect on database ${name} to ${role}`);
    const runtime = new URL(this.database.url);
    runtime.username = runtime.password = role;
    return runtime.href;
  }

  private file(name: string, content: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }
}
