import {
  participantBy,
  soleParticipant,
  supervisionOf,
  tokenOf,
  type ParticipantToken,
  type Topology,
} from '@onewindow/contracts';
import { gatewayRefusals } from '../problems/gateway-refusals.js';
import type { ContractRoute } from './contract-route.js';

type Addressed = Pick<ContractRoute, 'contract' | 'shape'>;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Which instance of the answering service is asked: the one that the request names, the one that serves the department of the
 * request, or the only one. Throws a refusal where there is none.
 */
export function participantFor(
  { contract, shape }: Addressed,
  request: object,
  topology: Topology,
): ParticipantToken {
  const { participant, department } = request as Fields;
  if (shape.names.has('participant')) return named(contract.answeredBy, participant, topology);
  if (contract.answeredBy === 'supervision' && shape.names.has('department')) {
    const found = typeof department === 'string' ? supervisionOf(topology, department) : undefined;
    if (found === undefined) throw gatewayRefusals.refuse('department-unknown');
    return found;
  }
  return soleParticipant(topology, contract.answeredBy);
}

function named(service: string, participant: unknown, topology: Topology): ParticipantToken {
  const instances = topology.participants.filter((each) => each.service === service);
  const [only] = instances;
  if (participant === undefined) {
    if (only === undefined || instances.length > 1)
      throw gatewayRefusals.refuse('participant-needed');
    return tokenOf(only);
  }
  const found = typeof participant === 'string' ? participantBy(topology, participant) : undefined;
  if (found?.service !== service) throw gatewayRefusals.refuse('participant-unknown');
  return tokenOf(found);
}
