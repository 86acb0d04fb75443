import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import {
  ActorTokenVerifier,
  type Answering,
  type Around,
  brokerConfig,
  type BusConnection,
  CommandServer,
  connect,
  makeGatewayKey,
  makeKeys,
  publicKeysOf,
} from '@onewindow/bus';
import {
  eventContracts,
  HUB_ACCOUNT,
  participantBy,
  type ParticipantToken,
  requestContracts,
  type SessionOpened,
  type Topology,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { ServiceLog } from '@onewindow/service/process';
import { aNatsServer } from '@onewindow/testing';
import type { GatewayConfig, Limits } from '../src/config.js';
import type { PortalBuild } from '../src/pages/portal-build.js';
import { GatewayModule } from '../src/gateway.module.js';
import { GatewayRun } from '../src/gateway-run.js';

export const GATEWAY: ParticipantToken = 'gateway-centre';
export const INTAKE: ParticipantToken = 'intake-centre';
export const APPROVAL: ParticipantToken = 'approval-bureau';
export const MARKET: ParticipantToken = 'supervision-market';
export const INTERMEDIARIES: ParticipantToken = 'intermediary-market-centre';

export const topology: Topology = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'approval', instance: 'bureau', account: HUB_ACCOUNT },
    { service: 'intermediary-market', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'gateway', instance: 'centre', account: HUB_ACCOUNT },
    { service: 'provisioner', instance: 'centre', account: HUB_ACCOUNT },
    {
      service: 'supervision',
      instance: 'market',
      account: 'MARKET',
      departments: ['market-regulation'],
    },
    { service: 'supervision', instance: 'city', account: 'CITY', departments: ['city-management'] },
  ],
};

const person = (id: string, rest: Omit<Person, 'kind' | 'id' | 'name' | 'region'>): Person => ({
  kind: 'person',
  id,
  name: id,
  region: '379900',
  ...rest,
});

export const people = {
  owner: person('lin.yue', { roles: ['applicant'], organisation: '91371500MA9YXW1T5X' }),
  clerk: person('zhao.min', { roles: ['window-clerk'], department: 'service-centre' }),
  supervisor: person('wei.na', { roles: ['supervisor'], department: 'market-regulation' }),
  auditor: person('shen.jing', { roles: ['auditor'] }),
} as const;
export const PASSWORD = 'correct horse';

const limits: Limits = {
  person: 10_000,
  address: 10_000,
  signIn: 5,
  streamsOfPerson: 2,
  streamsOfAddress: 2,
  streams: 3,
};
const silent = () =>
  new ServiceLog({ participant: GATEWAY, level: 'silent', circumstances: () => ({}) });

export interface SpecGatewayOptions {
  readonly limits?: Partial<Limits>;
  readonly uploadLimit?: number;
  readonly portal?: PortalBuild;
}

/** The gateway alone on a real broker; the spec plays the services behind it. */
export async function aGateway(options: SpecGatewayOptions = {}) {
  const keys = makeKeys(topology);
  const network = { topology, events: eventContracts, requests: requestContracts };
  const nats = await aNatsServer({ config: brokerConfig(network, publicKeysOf(keys)) });
  const { privateKey, publicKey } = await makeGatewayKey(GATEWAY);
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-gateway-'));
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 });
  const config: GatewayConfig = {
    mode: 'test',
    self: GATEWAY,
    participant: participantBy(topology, GATEWAY)!,
    topology,
    natsUrl: nats.url,
    commandSeed: keys[GATEWAY]!.commands.seed,
    healthPort: 0,
    logLevel: 'silent',
    host: '127.0.0.1',
    port: 0,
    publicUrl: new URL('https://onewindow.example'),
    trustedProxies: [],
    accounts: Object.values(people).map((each) => ({ person: each, passwordHash })),
    key: privateKey,
    filesFolder: join(folder, 'files'),
    portal: options.portal,
    uploadLimit: options.uploadLimit ?? 1024 * 1024,
    limits: { ...limits, ...options.limits },
  };
  const run = new GatewayRun(config, silent(), (parts) => GatewayModule.of(parts));
  await run.start();
  const closing: (() => Promise<unknown>)[] = [];

  async function connectAs(participant: ParticipantToken): Promise<BusConnection> {
    const seed = keys[participant]!.commands.seed;
    const connection = await connect({ url: nats.url, seed, participant, duty: 'commands' });
    closing.push(() => connection.close());
    return connection;
  }

  return {
    url: `http://127.0.0.1:${run.port}`,
    config,
    nats,
    run,
    connectAs,
    /** Answers as one participant until the returned function is called. */
    async serve(self: ParticipantToken, answers: readonly Answering[], around?: Around) {
      const tokens = new ActorTokenVerifier({ keys: [publicKey] });
      const connection = await connectAs(self);
      const server = new CommandServer({
        connection,
        topology,
        answers,
        tokens,
        log: silent(),
        ...(around && { around }),
      });
      await server.listen((error) => {
        if (error !== undefined) throw error as Error;
      });
      closing.push(() => server.close());
      return () => server.close();
    },
    async stop() {
      await run.stop();
      for (const close of closing.reverse()) await close();
      await nats.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SpecGateway = Awaited<ReturnType<typeof aGateway>>;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request, with the answer as JSON where it is some. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
  };
}

export const signIn = (gateway: SpecGateway, account: string, password = PASSWORD) =>
  ask(`${gateway.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });

/** Headers of a signed-in person. */
export async function as(gateway: SpecGateway, who: Person): Promise<Record<string, string>> {
  const { status, body } = await signIn(gateway, who.id);
  if (status !== 200) throw new Error(`cannot sign in: ${JSON.stringify(body)}`);
  return { authorization: `Bearer ${(body as unknown as SessionOpened).token}` };
}
