import {
  participantBy,
  tokenOf,
  type ParticipantToken,
  type ServiceName,
  type Topology,
} from '@onewindow/contracts';
import type { Publication } from '../aggregates/publications.js';

/**
 * The participants that a publication goes to. A service that is not deployed hears nothing. Throws a TypeError for an
 * speaker or an addressee that the contract does not know, and where a service has several instances and nobody said which.
 */
export function recipientsOf(
  topology: Topology,
  self: ParticipantToken,
  { contract, to }: Publication,
): ParticipantToken[] {
  if (participantBy(topology, self)?.service !== contract.saidBy) {
    throw new TypeError(`${contract.id} is not said by ${self}`);
  }
  if (to !== undefined) {
    const service = participantBy(topology, to)?.service;
    if (service !== undefined && contract.heardBy.includes(service)) return [to];
    throw new TypeError(`${contract.id} is not heard by ${to}`);
  }
  const instances = contract.heardBy.map((service) => instancesOf(topology, service));
  const sole = instances.flatMap((each) => (each.length === 1 ? each : []));
  if (sole.length === 0 && instances.some((each) => each.length > 1)) {
    throw new TypeError(`${contract.id} has to say which instance it is for`);
  }
  return sole;
}

const instancesOf = (topology: Topology, service: ServiceName): ParticipantToken[] =>
  topology.participants.filter((each) => each.service === service).map(tokenOf);
