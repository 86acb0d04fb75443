import { existsSync, readFileSync } from 'node:fs';
import {
  brokerConfig,
  DUTIES,
  makeKeys,
  networkOf,
  publicKeysOf,
  type BrokerConfigOptions,
  type BrokerKeys,
  type BrokerPublicKeys,
} from '@onewindow/bus/broker';
import { tokenOf, type ParticipantToken, type Topology } from '@onewindow/contracts';
import { writeSecret, type DataFolder } from './data-folder.js';

/**
 * The broker's configuration for this topology. The seeds of the users lie in the secrets of each participant, made
 * when they are missing; the configuration holds public keys only.
 */
export const brokerConfigFor = (
  topology: Topology,
  folder: DataFolder,
  options: BrokerConfigOptions = { serverName: 'onewindow' },
): string => brokerConfig(networkOf(topology), brokerKeysFor(topology, folder), options);

function brokerKeysFor(topology: Topology, folder: DataFolder): BrokerPublicKeys {
  const keys = makeKeys(topology, knownKeys(topology, folder));
  for (const [token, duties] of Object.entries(keys)) {
    for (const duty of DUTIES) {
      const { publicKey, seed } = duties[duty];
      writeSecret(folder.secret(token as ParticipantToken, `${duty}.seed`), seed);
      writeSecret(folder.secret(token as ParticipantToken, `${duty}.public`), publicKey);
    }
  }
  return publicKeysOf(keys);
}

/** Participants of whom both key pairs are there; half a set is made anew. */
function knownKeys(topology: Topology, folder: DataFolder): BrokerKeys {
  const known = topology.participants.flatMap((participant) => {
    const token = tokenOf(participant);
    const read = (name: string) => {
      const file = folder.secret(token, name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    };
    const pairs = DUTIES.flatMap((duty) => {
      const [seed, publicKey] = [read(`${duty}.seed`), read(`${duty}.public`)];
      return seed && publicKey ? [[duty, { seed, publicKey }] as const] : [];
    });
    return pairs.length === DUTIES.length ? [[token, Object.fromEntries(pairs)] as const] : [];
  });
  return Object.fromEntries(known) as BrokerKeys;
}
