import { networkOf, runProvisioner, type Provisioner } from '@onewindow/bus';
import type { ParticipantToken } from '@onewindow/contracts';
import {
  addresses,
  configuredOrExit,
  environment,
  fileSetting,
  LOG_LEVELS,
  oneOf,
  openHealthPort,
  ownProcess,
  port,
  Readiness,
  readSettings,
  ServiceLog,
  setting,
  text,
  topologyFrom,
  type LogLevel,
} from '@onewindow/service/process';

const settings = {
  self: setting('OW_PARTICIPANT', text),
  natsUrl: setting('OW_NATS_URL', addresses('nats:', 'tls:')),
  seed: fileSetting('OW_NATS_COMMAND_SEED_FILE', text),
  topology: fileSetting('OW_TOPOLOGY_FILE', topologyFrom),
  healthPort: setting('OW_HEALTH_PORT', port),
  /** Copies of every stream in a cluster. */
  replicas: setting('OW_STREAM_REPLICAS', oneOf('1', '3', '5'), { default: '1' }),
  logLevel: setting<LogLevel>('OW_LOG_LEVEL', oneOf(...LOG_LEVELS), { default: 'info' }),
} as const;

const { self, natsUrl, seed, topology, healthPort, replicas, logLevel } = configuredOrExit(() =>
  readSettings(environment(), settings),
);
const log = new ServiceLog({ participant: self, level: logLevel, circumstances: () => ({}) });
const readiness = new Readiness();
readiness.missing('streams', { zh: '尚未建立。', en: 'are not made yet.' });
let provisioner: Provisioner | undefined;

// The only process that may create streams and readers; it restores them for as long as it runs.
await ownProcess({
  log,
  start: async () => {
    await openHealthPort(healthPort, readiness, log);
    const running = await runProvisioner({
      url: natsUrl,
      seed,
      self: self as ParticipantToken,
      network: networkOf(topology),
      log,
      plan: { replicas: Number(replicas) },
    });
    provisioner = running;
    readiness.watch('streams', () => ({ ready: running.isReady }));
  },
  stop: async () => {
    await provisioner?.stop();
  },
});
