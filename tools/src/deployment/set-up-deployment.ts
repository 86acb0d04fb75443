import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenOf, type Participant, type Topology } from '@onewindow/contracts';
import type { DemonstrationAccount } from '../demonstration/accounts.js';
import { changeAccounts } from '../platform/account-file.js';
import { makeAccounts } from '../platform/accounts.js';
import { brokerConfigFor } from '../platform/broker-accounts.js';
import { openDataFolder, secretIn, type DataFolder } from '../platform/data-folder.js';
import { databaseOf, makeDatabasePasswords, newPassword } from '../platform/databases.js';
import { makeGatewayKeys } from '../platform/gateway-keys.js';
import { journalKeepers } from '../platform/journal-keepers.js';
import { makeSealKeys } from '../platform/seal-keys.js';
import { Authority } from './certificates.js';
import type { HandOut } from './hand-out.js';
import { handOutVerification } from './hand-out-verification.js';
import {
  administratorUrlOf,
  BROKERS,
  CLIENT_PORT,
  databaseServerOf,
  ROUTE_PORT,
  routeHostOf,
  type BrokerName,
} from './servers.js';

export interface DeploymentPlan {
  /** Everything that was ever made lies here; whoever has it has the platform. */
  readonly keep: string;
  readonly handOut: HandOut;
  readonly topology: Topology;
  /** None on a platform that is meant: its people are entered one by one. */
  readonly accounts: readonly DemonstrationAccount[];
  /** Whatever is left of their time. */
  readonly renewCertificates?: boolean;
  readonly now: () => Date;
}

/** Where containers find what was handed out to them. */
const HANDED = '/run/onewindow';
const STORE_LIMIT = '4GB';

/**
 * Makes the keys, passwords and certificates of a deployment where they are missing, and hands each container its own.
 * Again and again the same; what a newer topology adds is added.
 */
export async function setUpDeployment(plan: DeploymentPlan): Promise<void> {
  const { keep, topology, accounts } = plan;
  const folder = openDataFolder(keep);
  writeFileSync(folder.topology, JSON.stringify(topology, null, 2));
  const authority = new Authority(join(keep, 'certificates'), plan);
  const gateways = topology.participants.filter(({ service }) => service === 'gateway');
  const signingKeys = await makeGatewayKeys(gateways.map(tokenOf), folder);
  await makeAccounts(accounts, folder);
  if (!existsSync(folder.accounts))
    await changeAccounts(folder.accounts, () => Promise.resolve([]));
  for (const broker of BROKERS) handOutBroker(broker, plan, folder, authority);
  for (const participant of topology.participants)
    handOutParticipant(participant, plan, folder, authority);
  for (const keeper of journalKeepers(topology)) handOutDatabase(keeper, plan, folder);
  for (const [token, file] of signingKeys) {
    plan.handOut.copy(token, file);
    plan.handOut.copy(token, folder.accounts);
  }
  handOutVerification(plan, folder);
  const passwords = existsSync(folder.passwords) ? readFileSync(folder.passwords, 'utf8') : '{}';
  plan.handOut.write('city', 'passwords.json', passwords);
}

function handOutBroker(
  broker: BrokerName,
  { handOut, topology, keep }: DeploymentPlan,
  folder: DataFolder,
  authority: Authority,
): void {
  const password = secretIn(join(keep, 'secrets', 'routes.password'), newPassword);
  const own = authority.certify(broker, [broker, routeHostOf(broker), 'localhost']);
  handOut.copy(broker, own.certFile, 'certificate.pem');
  handOut.copy(broker, own.keyFile, 'key.pem');
  handOut.copy(broker, authority.certFile);
  const tls = {
    certFile: `${HANDED}/certificate.pem`,
    keyFile: `${HANDED}/key.pem`,
    authorityFile: `${HANDED}/authority.pem`,
  };
  const config = brokerConfigFor(topology, folder, {
    serverName: broker,
    listen: `0.0.0.0:${CLIENT_PORT}`,
    monitor: '127.0.0.1:8222',
    storeDir: '/var/lib/nats',
    storeLimit: STORE_LIMIT,
    tls,
    cluster: {
      name: 'onewindow',
      listen: `${routeHostOf(broker)}:${ROUTE_PORT}`,
      peers: BROKERS.map((each) => `${routeHostOf(each)}:${ROUTE_PORT}`),
      password,
      tls,
    },
  });
  handOut.write(broker, 'nats-server.conf', config);
}

function handOutParticipant(
  participant: Participant,
  { handOut }: DeploymentPlan,
  folder: DataFolder,
  authority: Authority,
): void {
  const token = tokenOf(participant);
  handOut.copy(token, folder.topology);
  handOut.copy(token, folder.gatewayKeys);
  handOut.copy(token, authority.certFile);
  if (participant.service === 'intake') handOut.copy(token, makeSealKeys(token, folder));
  for (const seed of ['commands.seed', 'events.seed'])
    handOut.copy(token, folder.secret(token, seed));
}

function handOutDatabase(
  participant: Participant,
  { handOut, keep }: DeploymentPlan,
  folder: DataFolder,
): void {
  const [token, server] = [tokenOf(participant), databaseServerOf(participant)];
  const database = databaseOf(token, administratorUrlOf(server), folder);
  makeDatabasePasswords(database);
  handOut.copy(token, database.passwordFile);
  handOut.copy(token, database.ownerPasswordFile);
  const superuser = join(keep, 'secrets', `${server}.password`);
  secretIn(superuser, newPassword);
  handOut.copy(server, superuser, 'superuser.password');
}
