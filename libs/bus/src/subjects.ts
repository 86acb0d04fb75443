import { type ParticipantToken, SERVICES, type ServiceName, verbOf } from '@onewindow/contracts';

/**
 * Every subject of the platform. A participant `approval-bureau` is the two tokens `approval.bureau` where it is the
 * addressee or the publisher, and the one token `approval-bureau` where it is the caller or the recipient.
 */
interface Named {
  readonly name: string;
  readonly version: number;
}

export interface ParticipantParts {
  readonly service: ServiceName;
  readonly instance: string;
}

/** Takes a token apart; undefined when it is not one. */
export function partsOf(token: string): ParticipantParts | undefined {
  const service = SERVICES.find((each) => token.startsWith(`${each}-`));
  if (service === undefined) return undefined;
  const instance = token.slice(service.length + 1);
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(instance) ? { service, instance } : undefined;
}

export const isParticipantToken = (text: string): text is ParticipantToken =>
  partsOf(text) !== undefined;

function addressOf(token: ParticipantToken): string {
  const parts = partsOf(token);
  if (parts === undefined) throw new TypeError(`not a participant: ${token}`);
  return `${parts.service}.${parts.instance}`;
}

export const eventSubject = (
  event: Named,
  producer: ParticipantToken,
  recipient: ParticipantToken,
): string => `evt.${addressOf(producer)}.${recipient}.${verbOf(event)}.v${event.version}`;

/** Everything that a participant publishes. */
export const publishedSubjects = (producer: ParticipantToken): string =>
  `evt.${addressOf(producer)}.>`;

export const routeSubjects = (producer: ParticipantToken, recipient: ParticipantToken): string =>
  `evt.${addressOf(producer)}.${recipient}.>`;

export const streamName = (producer: ParticipantToken): string =>
  `EVT_${addressOf(producer).replace('.', '_')}`;

/** A reader's durable bears its name in every stream. */
export const durableName = (recipient: ParticipantToken): string => recipient;

export const nextSubject = (producer: ParticipantToken, recipient: ParticipantToken): string =>
  `$JS.API.CONSUMER.MSG.NEXT.${streamName(producer)}.${durableName(recipient)}`;

export const ackSubjects = (producer: ParticipantToken, recipient: ParticipantToken): string =>
  `$JS.ACK.${streamName(producer)}.${durableName(recipient)}.>`;

export const commandSubject = (
  contract: Named,
  to: ParticipantToken,
  caller: ParticipantToken,
): string => `cmd.${addressOf(to)}.from.${caller}.${verbOf(contract)}.v${contract.version}`;

/** Any version of one verb, so that a caller may be newer than the service it calls. */
export const verbSubjects = (
  contract: Named,
  to: ParticipantToken,
  caller: ParticipantToken,
): string => `cmd.${addressOf(to)}.from.${caller}.${verbOf(contract)}.*`;

/** Everything that may be asked of a participant. */
export const answeredSubjects = (to: ParticipantToken): string => `cmd.${addressOf(to)}.from.>`;

/** Everything that one caller may ask of a participant. */
export const callerSubjects = (to: ParticipantToken, caller: ParticipantToken): string =>
  `cmd.${addressOf(to)}.from.${caller}.>`;

export const liveSubject = (participant: ParticipantToken): string => `live.${participant}`;

/** Two connections a participant: one asks and answers, the other publishes and reads events. */
export type Duty = 'commands' | 'events';

export const userName = (participant: ParticipantToken, duty: Duty): string =>
  duty === 'events' ? `${participant}-events` : participant;

export const inboxPrefix = (participant: ParticipantToken, duty: Duty): string =>
  `_INBOX.${userName(participant, duty)}`;

export interface ReceivedCommandSubject {
  readonly to: ParticipantToken;
  /** Whom the broker let publish here: the only proof of who calls. */
  readonly caller: ParticipantToken;
  /** Id of the contract that is asked for, which need not exist. */
  readonly contractId: string;
}

const COMMAND = /^cmd\.([a-z0-9-]+)\.([a-z0-9-]+)\.from\.([a-z0-9-]+)\.(.{1,200})$/;

/** Reads a delivered subject; undefined when it is not a command's. */
export function readCommandSubject(subject: string): ReceivedCommandSubject | undefined {
  const [, service = '', instance = '', caller = '', asked = ''] = COMMAND.exec(subject) ?? [];
  const to = `${service}-${instance}`;
  if (!isParticipantToken(to) || !isParticipantToken(caller)) return undefined;
  return { to, caller, contractId: `${service}.${asked}` };
}
