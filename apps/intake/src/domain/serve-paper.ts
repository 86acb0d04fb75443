import {
  legalDateAt,
  refuseWhenUnmet,
  startOfDay,
  type Change,
  type Instant,
  type LegalDate,
  type UnmetRule,
} from '@onewindow/kernel';
import type { Application, ApplicationEvent, IssuedPaper, ServiceRecord } from './application.js';
import type { ServiceEvidence } from './issued-paper.js';
import { intakeRefusals } from './refusals.js';
import { dayOfService, existing, unmetOfService, type ServiceTold } from './service-evidence.js';
import { unmet } from './unmet.js';

export interface ServiceToRecord extends ServiceTold {
  readonly paperNumber: string;
  /** Why the record that is there is wrong. */
  readonly correctionReason?: string;
}

/**
 * Records how and when a paper was served 送达回证. The first service stands; a record that was wrong is replaced with a reason, and
 * stays readable behind the one that took its place.
 */
export function servePaper(
  application: Application,
  { paperNumber, correctionReason, ...told }: ServiceToRecord,
  now: Instant,
): Change<Application, ApplicationEvent> {
  const paper = application.papers.find(({ number }) => number === paperNumber);
  if (paper === undefined) throw intakeRefusals.refuse('not-found');
  refuseWhenUnmet(
    [
      ...unmetOfRecord(paper, correctionReason),
      ...unmetOfCorrectedDay(paper, told, now),
      ...unmetOfService({ application, paper, told, now }),
    ],
    (rules) => intakeRefusals.refuse('service-not-possible', rules),
  );
  const day = dayOfService(told, now);
  if (day === undefined) throw new TypeError('a service without a day was refused');
  const record: ServiceRecord = {
    ...evidenceOf(told),
    method: told.method,
    receivedBy: told.receivedBy?.trim() || receiverOf(application, told.method),
    ...instantsOf(day, paper.issuedAt, now),
    ...replacedBy(paper, correctionReason, now),
  };
  return {
    state: {
      ...application,
      papers: application.papers.map((each) =>
        each === paper ? { ...each, service: record } : each,
      ),
    },
    events: [{ type: 'paper-served', number: paper.number, record }],
  };
}

/** How often what is on record of the service of a paper was corrected. */
export const revisionOf = ({ replaced = [] }: Pick<ServiceRecord, 'replaced'>): number =>
  replaced.length;

/** Records that were corrected too often tell of another fault. */
const MOST_CORRECTIONS = 50;

function unmetOfRecord({ service }: IssuedPaper, reason: string | undefined): UnmetRule[] {
  if (service === undefined) {
    return reason === undefined
      ? []
      : [
          unmet(
            'service-on-record',
            '该文书尚未登记送达，没有可更正的记录，请直接登记。',
            'No service of this paper is on record; record it without a reason of correction.',
            { path: 'correctionReason' },
          ),
        ];
  }
  if (reason === undefined || reason.trim() === '') {
    return [
      unmet(
        'paper-served-once',
        '该文书已经送达，无需再次登记；原记录有误的，请写明更正的原因。',
        'This paper has been served already; if the record is wrong, say why and correct it.',
        { path: 'paperNumber' },
      ),
    ];
  }
  return revisionOf(service) < MOST_CORRECTIONS
    ? []
    : [
        unmet(
          'corrections-left',
          '该送达记录更正次数过多，请报管理员核查。',
          'This record was corrected too often; have an administrator look into it.',
          { path: 'correctionReason' },
        ),
      ];
}

/** Who mends a name or a way does not mean today: terms that run from the day on record move only to a day that was said. */
function unmetOfCorrectedDay(
  { service }: IssuedPaper,
  told: ServiceTold,
  now: Instant,
): UnmetRule[] {
  const isGuessed = told.servedOn === undefined && told.method !== 'announcement';
  if (service === undefined || !isGuessed) return [];
  const day = dayOfService(told, now);
  if (day === undefined || day === legalDateAt(service.servedAt)) return [];
  return [
    unmet(
      'corrected-day-given',
      '更正送达记录须写明送达日期；日期没有错的，照原记录填写。',
      'Give the day of service when you correct its record; where the day was right, give the same again.',
      { path: 'servedOn' },
    ),
  ];
}

/** What was left or announced has no signature: it is served on the applicant all the same. */
const receiverOf = (
  { applicant, applicantAccount }: Application,
  method: ServiceRecord['method'],
): string => (method === 'electronic' ? applicantAccount : applicant.name.slice(0, 100));

/** Today it is now; of an earlier day it is its beginning, but never before the paper was there. */
function instantsOf(
  day: LegalDate,
  issuedAt: Instant,
  now: Instant,
): Pick<ServiceRecord, 'servedAt' | 'recordedAt'> {
  if (day === legalDateAt(now)) return { servedAt: now };
  const start = startOfDay(day);
  return { servedAt: start < issuedAt ? issuedAt : start, recordedAt: now };
}

/** Only what belongs to the way it was served. */
function evidenceOf(told: ServiceTold): ServiceEvidence {
  const { witnesses, recording, receiptNumber, through } = told;
  const { noticedIn, otherWaysFailed } = told;
  const noticedOn = existing(told.noticedOn);
  switch (told.method) {
    case 'left':
      return { ...(witnesses?.length && { witnesses }), ...(recording && { recording }) };
    case 'post':
      return { ...(receiptNumber && { receiptNumber }) };
    case 'entrusted':
      return { ...(through && { through }) };
    case 'announcement':
      return {
        ...(noticedOn && { noticedOn }),
        ...(noticedIn && { noticedIn }),
        ...(otherWaysFailed && { otherWaysFailed }),
      };
    case 'window':
    case 'electronic':
      return {};
  }
}

function replacedBy(
  { service }: IssuedPaper,
  reason: string | undefined,
  replacedAt: Instant,
): Pick<ServiceRecord, 'replaced'> {
  if (service === undefined || reason === undefined) return {};
  const { method, servedAt, receivedBy, replaced = [] } = service;
  return {
    replaced: [...replaced, { method, servedAt, receivedBy, replacedAt, reason: reason.trim() }],
  };
}
