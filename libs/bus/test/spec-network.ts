import {
  defineCommand,
  defineEvent,
  defineQuery,
  operationsOf,
  Optional,
  StreamState,
  Text,
  Texts,
  type EventMessage,
  type ParticipantToken,
  type Topology,
  type AnyRequestContract,
} from '@onewindow/contracts';
import { instantOf } from '@onewindow/kernel';
import type { Network } from '../src/index.js';

const summary = { zh: '测试', en: 'For specs' };

export class EchoRequest {
  @Text({ max: 200_000 }) text!: string;
  @Optional() @Text({ max: 20 }) mode?: string;
}

export class EchoReply {
  @Text({ min: 0, max: 1_000_000 }) text!: string;
}

/** Whoever signs in may ask. */
export const Echo = defineCommand({
  name: 'approval.echo',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'applicant'],
  request: EchoRequest,
  reply: EchoReply,
  summary,
});

export const OpenEcho = defineQuery({
  name: 'approval.open-echo',
  version: 1,
  callers: ['gateway', 'supervision', 'intake'],
  permitted: 'anyone',
  request: EchoRequest,
  reply: EchoReply,
  summary,
});

export const ServiceEcho = defineCommand({
  name: 'supervision.service-echo',
  version: 1,
  callers: ['gateway', 'approval'],
  permitted: 'service',
  request: EchoRequest,
  reply: EchoReply,
  summary,
});

class Noted {
  @Texts() remarks!: string[];
}

export const CaseNoted = defineEvent({
  name: 'approval.case-noted',
  version: 1,
  heardBy: ['supervision', 'intake'],
  payload: Noted,
  summary,
});

export const HandoverNoted = defineEvent({
  name: 'supervision.handover-noted',
  version: 1,
  heardBy: ['approval'],
  payload: Noted,
  summary,
});

export const topology: Topology = {
  region: '990100',
  participants: [
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'supervision', instance: 'market', account: 'MARKET', departments: ['market'] },
    { service: 'supervision', instance: 'city', account: 'CITY', departments: ['city'] },
  ],
};

export const network: Network = {
  topology,
  events: [CaseNoted, HandoverNoted],
  requests: [
    Echo,
    OpenEcho,
    ServiceEcho,
    StreamState,
    ...(['intake', 'approval', 'supervision'] as const).flatMap(
      (service) => Object.values(operationsOf(service)) as readonly AnyRequestContract[],
    ),
  ],
};

export const PROVISIONER = 'provisioner-centre';
export const GATEWAY = 'gateway-centre';
export const INTAKE = 'intake-centre';
export const APPROVAL = 'approval-bureau';
export const MARKET = 'supervision-market';
export const CITY = 'supervision-city';

/** The message at a position; on a stream that nothing was lost from, sequence and position are the same. */
export function aMessage(
  position: number,
  producer: ParticipantToken = APPROVAL,
  recipient: ParticipantToken = MARKET,
): EventMessage {
  const contract = producer === APPROVAL ? CaseNoted : HandoverNoted;
  return {
    eventId: `00000000-0000-4000-8000-${producer === APPROVAL ? 'a' : 'b'}${position.toString().padStart(11, '0')}`,
    producer,
    recipient,
    position,
    previousOnRoute: position - 1,
    epoch: 1,
    name: contract.name,
    version: 1,
    aggregate: 'case',
    aggregateId: 'case-7',
    aggregateVersion: position,
    occurredAt: instantOf('2026-02-09T02:12:00.000Z'),
    actor: { kind: 'person', id: 'p1', name: '王芳', roles: ['approver'], region: '990100' },
    cause: 'command 王',
    correlation: 'application-1',
    hash: 'ab'.repeat(32),
    payload: JSON.stringify({ remarks: [`第${position}条`] }),
  };
}

export const messages = (
  from: number,
  count: number,
  producer?: ParticipantToken,
  recipient?: ParticipantToken,
): EventMessage[] =>
  Array.from({ length: count }, (_, index) => aMessage(from + index, producer, recipient));
