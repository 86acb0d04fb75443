import { SERVICES, tokenOf, type Participant, type Topology } from '@onewindow/contracts';
import type { Message } from '@onewindow/kernel';
import { NotUsable, type Parse } from './setting-kinds.js';

const TOKEN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** `x-events` is the name of the broker user that reads and publishes the events of `x`, and of its inbox. */
const NAME_OF_A_DUTY = /(^|-)events$/;
const ACCOUNT = /^[A-Za-z0-9_-]+$/;

/** Reads who takes part in the platform; throws with every mistake in it. */
export const topologyFrom: Parse<Topology> = (text) => {
  const found = JSON.parse(text) as Partial<Topology> | null;
  const participants: readonly unknown[] = Array.isArray(found?.participants)
    ? found.participants
    : [];
  const mistakes = [
    ...(/^\d{6}$/.test(String(found?.region)) ? [] : [NO_REGION]),
    ...(participants.length > 0 ? [] : [NO_PARTICIPANTS]),
    ...participants.flatMap((each, index) => (isParticipant(each) ? [] : [notParticipant(index)])),
    ...participants.filter(isParticipant).filter(isNamedLikeADuty).map(namedLikeADuty),
    ...twice(participants.filter(isParticipant)),
  ];
  if (mistakes.length > 0) throw new NotUsable(...mistakes);
  return found as Topology;
};

function isParticipant(value: unknown): value is Participant {
  const { service, instance, account, departments } = (value ?? {}) as Record<string, unknown>;
  return (
    SERVICES.some((each) => each === service) &&
    TOKEN.test(String(instance)) &&
    ACCOUNT.test(String(account)) &&
    (departments === undefined ||
      (Array.isArray(departments) && departments.every((each) => TOKEN.test(String(each)))))
  );
}

const isNamedLikeADuty = ({ instance }: Participant): boolean => NAME_OF_A_DUTY.test(instance);

function twice(participants: readonly Participant[]): readonly Message[] {
  const tokens = participants.map(tokenOf);
  return [...new Set(tokens.filter((token, index) => tokens.indexOf(token) !== index))].map(
    (token) => ({ zh: `${token} 出现不止一次。`, en: `${token} is listed more than once.` }),
  );
}

const NO_REGION: Message = {
  zh: 'region 应为 6 位行政区划代码。',
  en: 'region must be a six-digit region code.',
};

const NO_PARTICIPANTS: Message = {
  zh: 'participants 应列出各参与实例。',
  en: 'participants must list the deployed instances.',
};

const namedLikeADuty = ({ instance }: Participant): Message => ({
  zh: `实例名 ${instance} 不可用：以 events 结尾的名称留给消息服务器的用户。`,
  en: `${instance} cannot be the name of an instance: names that end in "events" are kept for users of the broker.`,
});

const notParticipant = (index: number): Message => ({
  zh: `participants.${index} 应有 service（${SERVICES.join('、')}）、instance 和 account。`,
  en: `participants.${index} needs a service (${SERVICES.join(', ')}), an instance and an account.`,
});
