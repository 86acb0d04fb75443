import { defineCommand, defineQuery, type ServiceName } from '../contract.js';
import {
  ClockState,
  ConfirmReply,
  ConfirmRequest,
  Done,
  JournalFigures,
  JournalTrace,
  JournalTraceRequest,
  ParkedMessages,
  ParticipantRequest,
  ReplayReply,
  ReplayRequest,
  RetryParkedRequest,
  SetClockRequest,
} from './payloads.js';

/** Services that keep a journal, and therefore publish and hear. */
export const JOURNAL_SERVICES = [
  'intake',
  'approval',
  'supervision',
  'intermediary-market',
] as const satisfies readonly ServiceName[];
export type JournalService = (typeof JOURNAL_SERVICES)[number];

const watching = {
  version: 1,
  callers: ['gateway'],
  permitted: ['auditor', 'administrator'],
} as const;
const running = { version: 1, callers: ['gateway'], permitted: ['administrator'] } as const;
const betweenServices = { version: 1, callers: JOURNAL_SERVICES, permitted: 'service' } as const;

const made = new Map<JournalService, unknown>();

/** What every service with a journal answers beside its own contracts: how it is, and the protocol of its readers. */
export function operationsOf<Service extends JournalService>(
  service: Service,
): Operations<Service> {
  const known = made.get(service) as Operations<Service> | undefined;
  if (known !== undefined) return known;
  const operations = declareOperations(service);
  made.set(service, operations);
  return operations;
}

export type Operations<Service extends JournalService = JournalService> = ReturnType<
  typeof declareOperations<Service>
>;

function declareOperations<Service extends JournalService>(service: Service) {
  const at = <Tail extends string>(tail: Tail) =>
    `/operations/${service}/{participant}/${tail}` as const;
  return Object.freeze({
    journalFigures: defineQuery({
      ...watching,
      name: `${service}.journal-figures`,
      request: ParticipantRequest,
      reply: JournalFigures,
      http: { method: 'GET', path: at('journal-figures') },
      summary: {
        zh: '日志、发送、接收与积压的计数',
        en: 'Counts of the journal, its delivery and its backlog',
      },
    }),
    journalTrace: defineQuery({
      ...watching,
      name: `${service}.journal-trace`,
      request: JournalTraceRequest,
      reply: JournalTrace,
      http: { method: 'GET', path: at('journal-trace/{correlation}') },
      summary: {
        zh: '一件事在本服务留下的全部记录',
        en: 'Every entry that one matter left in this journal',
      },
    }),
    listParked: defineQuery({
      ...watching,
      name: `${service}.list-parked`,
      request: ParticipantRequest,
      reply: ParkedMessages,
      http: { method: 'GET', path: at('parked') },
      summary: { zh: '搁置的消息及其原因', en: 'Messages that were set aside, with the reason' },
    }),
    retryParked: defineCommand({
      ...running,
      name: `${service}.retry-parked`,
      request: RetryParkedRequest,
      reply: Done,
      http: { method: 'POST', path: at('parked/{id}/retry') },
      summary: { zh: '重新处理搁置的消息', en: 'Handle a parked message again' },
    }),
    clockState: defineQuery({
      ...watching,
      name: `${service}.clock-state`,
      request: ParticipantRequest,
      reply: ClockState,
      http: { method: 'GET', path: at('clock') },
      summary: {
        zh: '本服务的时钟与下一个期限',
        en: 'The clock of this service and its next deadline',
      },
    }),
    setClock: defineCommand({
      ...running,
      name: `${service}.set-clock`,
      request: SetClockRequest,
      reply: Done,
      http: { method: 'PUT', path: at('clock') },
      summary: {
        zh: '拨动模拟时钟（仅演示与测试）',
        en: 'Move the simulated clock (demonstration and test only)',
      },
    }),
    resumeEffects: defineCommand({
      ...running,
      name: `${service}.resume-effects`,
      request: ParticipantRequest,
      reply: Done,
      http: { method: 'POST', path: at('effects/resumption') },
      summary: {
        zh: '主机时钟跳变后恢复记录法定效果',
        en: 'Record legal effects again after the clock of the host has jumped',
      },
    }),
    replay: defineQuery({
      ...betweenServices,
      name: `${service}.replay`,
      request: ReplayRequest,
      reply: ReplayReply,
      summary: {
        zh: '重发调用方自己路线上的消息',
        en: "Messages of the caller's own route, from the journal",
      },
    }),
    confirm: defineQuery({
      ...betweenServices,
      name: `${service}.confirm`,
      request: ConfirmRequest,
      reply: ConfirmReply,
      summary: {
        zh: '路线心跳：确认已处理的位置，得知最后位置',
        en: "The route's heartbeat: what is handled, answered with the last position",
      },
    }),
  });
}
