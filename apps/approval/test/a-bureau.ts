import { generateKeyPairSync, type KeyObject, createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  type BusLog,
} from '@onewindow/bus';
import {
  operationsOf,
  type AnyRequestContract,
  type ReplyOf,
  type RequestOf,
  type Topology,
} from '@onewindow/contracts';
import { signFileReceipt, type ContentHash } from '@onewindow/files';
import type { Instant, Person } from '@onewindow/kernel';
import { bootService, type Environment, type RunningService } from '@onewindow/service';
import { aDatabase, aNatsServer, type SpecDatabase } from '@onewindow/testing';
import pg from 'pg';
import { approvalService } from '../src/approval-service.js';
import { ApprovalModule } from '../src/approval.module.js';
import { Neighbour } from './a-neighbour.js';

const SELF = 'approval-bureau';

export const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
    {
      service: 'supervision',
      instance: 'city-management',
      account: 'CITY',
      departments: ['city-management'],
    },
    {
      service: 'supervision',
      instance: 'market-regulation',
      account: 'MARKET',
      departments: ['market-regulation'],
    },
  ],
};

const administrator: Person = {
  kind: 'person',
  id: 'admin',
  name: '管理员',
  roles: ['administrator', 'auditor'],
  region: '379900',
};

const silent: BusLog = {
  info: () => undefined,
  caution: () => undefined,
  failure: () => undefined,
};

/** Approval alone: real PostgreSQL and NATS, every neighbour played by the spec, time moved by it. */
export class Bureau {
  private readonly folder = mkdtempSync(join(tmpdir(), 'onewindow-approval-'));
  private readonly closers: (() => Promise<unknown>)[] = [];
  private service: RunningService | undefined;
  private environment: Environment = {};
  database!: SpecDatabase;
  intake!: Neighbour;
  city!: Neighbour;
  private client!: BusClient;
  private signer!: ActorTokenSigner;
  private receiptKey!: KeyObject;

  static async open(start: Instant): Promise<Bureau> {
    const bureau = new Bureau();
    await bureau.build(start);
    await bureau.start();
    return bureau;
  }

  /** Starts the service; `participants` narrows down who is deployed. */
  async start(deployed: Topology = topology): Promise<void> {
    const topologyFile = this.file('topology.json', JSON.stringify(deployed));
    this.service = await bootService(ApprovalModule, approvalService, {
      ...this.environment,
      OW_TOPOLOGY_FILE: topologyFile,
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

  /** Asks as a person who signed in at the gateway. */
  ask<Contract extends AnyRequestContract>(
    contract: Contract,
    person: Person | undefined,
    request: RequestOf<Contract>,
    idempotencyKey?: string,
  ): Promise<ReplyOf<Contract>> {
    return this.client.ask<string, number, object, object>(contract, SELF, request, {
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(person && {
        actorToken: (requestHash: string) =>
          this.signer.sign(person, { audience: SELF, requestHash }),
      }),
    }) as Promise<ReplyOf<Contract>>;
  }

  async moveClockTo(to: Instant): Promise<void> {
    await this.ask(operationsOf('approval').setClock, administrator, { to });
  }

  figures() {
    return this.ask(operationsOf('approval').journalFigures, administrator, {});
  }

  trace(correlation: string) {
    return this.ask(operationsOf('approval').journalTrace, administrator, { correlation });
  }

  parked() {
    return this.ask(operationsOf('approval').listParked, administrator, {});
  }

  /** The gateway's word that this person uploaded a report. */
  receipt(uploader: string, key = this.receiptKey): Promise<string> {
    return signFileReceipt(key, {
      hash: 'a'.repeat(64) as ContentHash,
      size: 1_000,
      mediaType: 'application/pdf',
      name: 'report.pdf',
      uploader,
    });
  }

  /** A receipt that no gateway of this city signed. */
  forgedReceipt(uploader: string): Promise<string> {
    return this.receipt(uploader, generateKeyPairSync('ed25519').privateKey);
  }

  private async build(start: Instant): Promise<void> {
    const network = networkOf(topology);
    const keys = makeKeys(topology);
    const broker = await aNatsServer({ config: brokerConfig(network, publicKeysOf(keys)) });
    this.closers.push(() => broker.stop());
    const { url } = broker;
    const provisioner = await runProvisioner({
      url,
      seed: keys['provisioner-centre']!.commands.seed,
      self: 'provisioner-centre',
      network,
      log: silent,
      everyMs: 200,
    });
    this.closers.push(() => provisioner.stop());
    await this.openGateway(url, keys['gateway-centre']!.commands.seed);
    const common = { url, keys, topology, log: silent };
    this.intake = await Neighbour.open({ ...common, service: 'intake', self: 'intake-centre' });
    this.city = await Neighbour.open({
      ...common,
      service: 'supervision',
      self: 'supervision-city-management',
    });
    this.closers.push(
      () => this.intake.close(),
      () => this.city.close(),
    );
    const runtimeUrl = await this.openDatabase();
    this.environment = {
      ...this.environment,
      OW_MODE: 'test',
      OW_LOG_LEVEL: 'fatal',
      OW_PARTICIPANT: SELF,
      OW_DATABASE_URL: runtimeUrl,
      OW_DATABASE_OWNER_URL: this.database.url,
      OW_NATS_URL: url,
      OW_NATS_COMMAND_SEED_FILE: this.file('commands.seed', keys[SELF]!.commands.seed),
      OW_NATS_EVENT_SEED_FILE: this.file('events.seed', keys[SELF]!.events.seed),
      OW_HEALTH_PORT: '0',
      OW_CLOCK: 'simulated',
      OW_CLOCK_START: start,
    };
  }

  private async openGateway(url: string, seed: string): Promise<void> {
    const connection = await connect({
      url,
      seed,
      participant: 'gateway-centre',
      duty: 'commands',
      log: silent,
    });
    this.closers.push(() => connection.close());
    this.client = new BusClient(connection);
    const gateway = await makeGatewayKey('gateway-centre');
    this.signer = new ActorTokenSigner(gateway.privateKey);
    this.receiptKey = createPrivateKey({ key: gateway.privateKey, format: 'jwk' });
    const keys = this.file('gateways.json', JSON.stringify({ keys: [gateway.publicKey] }));
    this.environment = { OW_GATEWAY_KEYS_FILE: keys };
  }

  private async openDatabase(): Promise<string> {
    this.database = await aDatabase();
    this.closers.push(() => this.database.drop());
    const role = `${this.database.name}_run`;
    const client = new pg.Client(this.database.superuserUrl);
    await client.connect();
    await client.query(`create role ${role} login password '${role}'`);
    await client.query(`grant connect on database ${this.database.name} to ${role}`);
    await client.end();
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
