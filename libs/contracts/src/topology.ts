import type { ServiceName } from './contract.js';

/** A deployed instance as one token, `<service>-<instance>`: `approval-bureau`. It is a token of subjects and an account name. */
export type ParticipantToken = `${ServiceName}-${string}`;

/** One deployed instance of a service. */
export interface Participant {
  readonly service: ServiceName;
  /** Lower-case letters, digits and hyphens; unique for the service. */
  readonly instance: string;
  /** The broker account: the centre's services share `CENTRE`, every department has its own. */
  readonly account: string;
  /** Department codes that a supervision instance serves. */
  readonly departments?: readonly string[];
}

/** Who takes part in one city's platform. Read once at start by every process. */
export interface Topology {
  /** Six-digit region code of the city. */
  readonly region: string;
  readonly participants: readonly Participant[];
}

export const HUB_ACCOUNT = 'CENTRE';

export const tokenOf = (participant: Pick<Participant, 'service' | 'instance'>): ParticipantToken =>
  `${participant.service}-${participant.instance}`;

export function participantBy(topology: Topology, token: string): Participant | undefined {
  return topology.participants.find((each) => tokenOf(each) === token);
}

/** The one instance of a service that has only one; throws where there are several or none. */
export function soleParticipant(topology: Topology, service: ServiceName): ParticipantToken {
  const found = topology.participants.filter((each) => each.service === service);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new TypeError(`expected one instance of ${service}, found ${found.length}`);
  }
  return tokenOf(only);
}

/** The supervision instance that serves a department, if one is deployed. */
export function supervisionOf(
  topology: Topology,
  department: string,
): ParticipantToken | undefined {
  const found = topology.participants.find(
    (each) => each.service === 'supervision' && each.departments?.includes(department),
  );
  return found && tokenOf(found);
}
