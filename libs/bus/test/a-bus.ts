import type { ParticipantToken } from '@onewindow/contracts';
import { aNatsServer } from '@onewindow/testing';
import {
  brokerConfig,
  type BrokerConfigOptions,
  type BrokerKeys,
  BusClient,
  type BusConnection,
  type BusLog,
  type BusLogFields,
  connect,
  type Duty,
  JetStreamPublisher,
  JetStreamSource,
  makeKeys,
  type PlanOptions,
  type Provisioner,
  publicKeysOf,
  runProvisioner,
} from '../src/index.js';
import { network, PROVISIONER, topology } from './spec-network.js';

export interface LoggedLine {
  readonly sentence: string;
  readonly fields?: BusLogFields;
  readonly error?: unknown;
}

/** A log that a spec can look into. */
export function aLog(): BusLog & { readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  return {
    lines,
    info: (sentence, fields) => void lines.push({ sentence, ...(fields && { fields }) }),
    caution: (sentence, fields, error) =>
      void lines.push({ sentence, ...(fields && { fields }), error }),
    failure: (sentence, error, fields) =>
      void lines.push({ sentence, ...(fields && { fields }), error }),
  };
}

/** A real broker with the generated configuration, and everybody who may connect to it. */
export async function aBus(options: BrokerConfigOptions = {}) {
  const keys = makeKeys(topology);
  const server = await aNatsServer({ config: brokerConfig(network, publicKeysOf(keys), options) });
  return { server, ...aBusAt(server.url, keys, () => server.stop()) };
}

/** Everybody who may connect to brokers that have these keys. */
export function aBusAt(url: string, keys: BrokerKeys, stopServers: () => Promise<void>) {
  const log = aLog();
  const open: (() => Promise<void>)[] = [];

  const connectAs = async (participant: ParticipantToken, duty: Duty): Promise<BusConnection> => {
    const seed = keys[participant]?.[duty].seed ?? '';
    const connection = await connect({ url, seed, participant, duty, log });
    open.push(() => connection.close());
    return connection;
  };
  const clientOf = async (participant: ParticipantToken) =>
    new BusClient(await connectAs(participant, 'commands'));

  return {
    keys,
    log,
    connectAs,
    clientOf,
    /** Closed with the bus, before the connections are. */
    later: (close: () => Promise<void>) => void open.push(close),
    async provisioner(everyMs = 200, plan: PlanOptions = {}): Promise<Provisioner> {
      const seed = keys[PROVISIONER]?.commands.seed ?? '';
      const provisioner = await runProvisioner({
        url,
        seed,
        self: PROVISIONER,
        network,
        log,
        everyMs,
        plan,
      });
      open.push(() => provisioner.stop());
      return provisioner;
    },
    async publisherOf(participant: ParticipantToken, timeoutMs = 1_000) {
      const connection = await connectAs(participant, 'events');
      const client = await clientOf(participant);
      return new JetStreamPublisher({ connection, client, provisioner: PROVISIONER, timeoutMs });
    },
    async sourceOf(reader: ParticipantToken, producer: ParticipantToken) {
      const connection = await connectAs(reader, 'events');
      const client = await clientOf(reader);
      const source = new JetStreamSource({ connection, client, producer, log });
      open.push(() => source.close());
      return { source, connection };
    },
    async stop() {
      for (const close of open.reverse()) await close();
      await stopServers();
    },
  };
}

export type SpecBus = Awaited<ReturnType<typeof aBus>>;
