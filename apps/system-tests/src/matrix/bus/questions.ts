import {
  JOURNAL_SERVICES,
  operationsOf,
  requestContracts,
  StreamState,
  tokenOf,
  type AnyRequestContract,
  type ParticipantToken,
} from '@onewindow/contracts';
import { CITY_TOPOLOGY } from '@onewindow/tools';

/** A contract with one who may ask it of one who answers it. */
export interface Question {
  readonly contract: AnyRequestContract;
  readonly from: ParticipantToken;
  readonly to: ParticipantToken;
}

const addresseeOf = ({ answeredBy }: AnyRequestContract): ParticipantToken => {
  const found = CITY_TOPOLOGY.participants.find(({ service }) => service === answeredBy);
  if (found === undefined) throw new TypeError(`nobody is a ${answeredBy}`);
  return tokenOf(found);
};

const isAnswered = ({ answeredBy }: AnyRequestContract): boolean =>
  CITY_TOPOLOGY.participants.some(({ service }) => service === answeredBy);

/** Everything that a gateway asks for somebody, of the services that this city runs. */
export const GATEWAY_QUESTIONS: readonly Question[] = requestContracts
  .filter(({ callers }) => callers.includes('gateway'))
  .filter(isAnswered)
  .map((contract) => ({ contract, from: 'gateway-centre', to: addresseeOf(contract) }));

const NEIGHBOUR = {
  intake: 'approval-bureau',
  approval: 'intake-centre',
  supervision: 'approval-bureau',
  'intermediary-market': 'intake-centre',
} as const;

/** Everything that services ask each other as themselves. */
export const SERVICE_QUESTIONS: readonly Question[] = [
  ...JOURNAL_SERVICES.flatMap((service) => {
    const { replay, confirm } = operationsOf(service);
    const asked = [replay, confirm] as readonly AnyRequestContract[];
    return asked.filter(isAnswered).map((contract) => {
      return { contract, from: NEIGHBOUR[service], to: addresseeOf(contract) } as const;
    });
  }),
  {
    contract: StreamState as AnyRequestContract,
    from: 'intake-centre',
    to: 'provisioner-centre',
  },
];

export const titleOfQuestion = ({ contract, from, to }: Question): string =>
  `${contract.id} from ${from} to ${to}`;
