import {
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type UnmetRule,
} from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import {
  allMaterialsAsked,
  filesOf,
  type Acceptance,
  type Application,
  type ApplicationEvent,
  type NonAcceptance,
  type TrackTerm,
} from './application.js';
import { applicationLifecycle } from './application-lifecycle.js';
import { answerTermOver, isCorrectionTermOver } from './correction.js';
import { issue } from './papers.js';
import { intakeRefusals } from './refusals.js';
import { effectOfSilence } from './silence.js';
import { termFrom } from './terms.js';
import { unmet } from './unmet.js';

interface Numbers {
  readonly caseNumber: string;
  readonly receiptNumber: string;
  readonly issuedBy: string;
}

/**
 * Accepts 受理 a complete application; the written receipt is dated and numbered (许可法 32). After the term for an
 * answer there is nothing left to accept: what the law has done already is recorded.
 */
export function accept(
  application: Application,
  numbers: Numbers,
  now: Instant,
  calendar: WorkingCalendar,
): Change<Application, ApplicationEvent> {
  applicationLifecycle.next(application.status, 'accept');
  const effect = effectOfSilence(application, now);
  if (effect !== null) {
    return acceptedByLaw(application, { ...numbers, recordedAt: now, effect }, calendar);
  }
  refuseWhenUnmet(unmetForAcceptance(application), (rules) =>
    intakeRefusals.refuse('acceptance-not-possible', rules),
  );
  return accepted(
    application,
    { ...numbers, acceptedAt: now, recordedAt: now, by: 'clerk' },
    calendar,
  );
}

/**
 * Nobody answered in time: the application counts as accepted from the day it was received
 * (许可法 32(四)), complete or not. After a correction the law names no such effect, so only the delay is recorded.
 */
export function acceptBySilence(
  application: Application,
  numbers: Numbers,
  at: { readonly legal: Instant; readonly recorded: Instant },
  calendar: WorkingCalendar,
): Change<Application, ApplicationEvent> {
  if (application.status === 'corrected') {
    return {
      state: { ...application, answerOverdueSince: at.legal },
      events: [{ type: 'answer-overdue', since: at.legal }],
    };
  }
  const effect = effectOfSilence(application, at.recorded);
  if (effect === null) return unchanged(application);
  return acceptedByLaw(application, { ...numbers, recordedAt: at.recorded, effect }, calendar);
}

const acceptedByLaw = (
  application: Application,
  record: Numbers & Required<Pick<Acceptance, 'recordedAt' | 'effect'>>,
  calendar: WorkingCalendar,
) =>
  accepted(application, { ...record, acceptedAt: application.receivedAt, by: 'silence' }, calendar);

function accepted(
  application: Application,
  { issuedBy, ...acceptance }: Acceptance & { readonly issuedBy: string },
  calendar: WorkingCalendar,
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'accept');
  const tracks = tracksOf(application, acceptance.acceptedAt, calendar);
  const issued = issue(
    { ...application, status, acceptance, tracks },
    {
      number: acceptance.receiptNumber,
      kind: 'acceptance-receipt',
      title: '受理通知书',
      issuedBy,
      issuedAt: acceptance.recordedAt,
    },
    acceptance.recordedAt,
  );
  return {
    state: issued.state,
    events: [{ type: 'application-accepted', acceptance }, ...issued.events],
  };
}

/** The dates that stand on the receipt: each item keeps its own term (许可法 42). */
function tracksOf(
  application: Application,
  from: Instant,
  calendar: WorkingCalendar,
): readonly TrackTerm[] {
  return application.items.map((item) => ({
    item: item.code,
    itemName: item.name,
    agency: item.decidingAgency,
    statutory: termFrom(from, item.statutoryTerm, calendar),
    ...(item.promisedTerm && { promised: termFrom(from, item.promisedTerm, calendar) }),
  }));
}

function unmetForAcceptance(application: Application): readonly UnmetRule[] {
  return allMaterialsAsked(application)
    .filter(
      ({ code, necessity }) => necessity === 'required' && filesOf(application, code).length === 0,
    )
    .map(({ code, name }) =>
      unmet(
        'required-material-held',
        `缺少必要材料“${name}”，请一次性告知补正。`,
        `The required "${name}" (${code}) is missing; give the correction notice.`,
        {
          path: `materials.${code}`,
          source: '行政许可法 32(五)',
        },
      ),
    );
}

/** Declines to accept 不予受理, in writing and with reasons (许可法 32(一)(二)). */
export function decline(
  application: Application,
  grounds: Omit<NonAcceptance, 'declinedAt'>,
  notice: { readonly number: string; readonly issuedBy: string },
  now: Instant,
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'decline');
  refuseWhenUnmet(
    [...answerTermOver(application, now), ...unmetForDeclining(application, grounds, now)],
    (rules) => intakeRefusals.refuse('non-acceptance-not-possible', rules),
  );
  const nonAcceptance: NonAcceptance = { ...grounds, declinedAt: now };
  const issued = issue(
    { ...application, status, nonAcceptance },
    { ...notice, kind: 'non-acceptance-notice', title: '不予受理决定书', issuedAt: now },
    now,
  );
  return {
    state: issued.state,
    events: [{ type: 'application-declined', nonAcceptance }, ...issued.events],
  };
}

function unmetForDeclining(
  application: Application,
  { ground, competentAuthority }: Omit<NonAcceptance, 'declinedAt'>,
  now: Instant,
): readonly UnmetRule[] {
  const answered = application.correction?.correctedAt !== undefined;
  return [
    ...(ground === 'not-competent' && competentAuthority === undefined
      ? [
          unmet(
            'competent-authority-named',
            '请写明应向哪个机关申请。',
            'Name the authority to apply to instead.',
            {
              path: 'competentAuthority',
              source: '行政许可法 32(二)',
            },
          ),
        ]
      : []),
    ...(ground === 'not-corrected' && !answered && !isCorrectionTermOver(application, now)
      ? [
          unmet(
            'correction-was-asked-for',
            '尚未告知补正，或补正期限未到，不能以未补正为由不予受理。',
            'No correction was asked for, or its term still runs; this ground does not hold yet.',
            {
              path: 'ground',
              source: '行政许可法 32(四)',
            },
          ),
        ]
      : []),
  ];
}

export function withdraw(
  application: Application,
  reason: string,
  now: Instant,
): Change<Application, ApplicationEvent> {
  const status = applicationLifecycle.next(application.status, 'withdraw');
  return {
    state: { ...application, status, withdrawnAt: now },
    events: [{ type: 'application-withdrawn', reason }],
  };
}
