import {
  refuseWhenUnmet,
  unchanged,
  type Change,
  type Instant,
  type Person,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import { instantAfter } from '../due-date.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { consultationLifecycle } from './consultation-lifecycle.js';
import {
  isOver,
  newestRequests,
  type Consultation,
  type ConsultationEvent,
  type DepartmentOpinion,
  type OpinionAsked,
  type Position,
} from './consultation.js';

export interface OpinionGiven {
  readonly position: Position;
  readonly conditions: readonly string[];
  readonly reasons: readonly string[];
  readonly legalBasis: readonly string[];
}

/** A department says what it thinks, once for each time that it was asked. An answer that comes late is recorded as late. */
export function answerFor(
  consultation: Consultation,
  department: string,
  given: OpinionGiven,
  officer: Person,
  now: Instant,
): Change<Consultation, ConsultationEvent> {
  const asked = newestRequests(consultation).find((each) => each.department === department);
  if (asked === undefined) throw approvalRefusals.refuse('not-consulted');
  refuseWhenUnmet(unmetOf(requirements, { given, asked }), (unmet) =>
    approvalRefusals.refuse('department-opinion-not-possible', unmet),
  );
  const opinion: DepartmentOpinion = {
    ...given,
    answeredAt: now,
    answeredBy: officer.id,
    answeredByName: officer.name,
    late: isOver(asked, now),
  };
  const requests = withRequest(consultation, { ...asked, answer: opinion });
  const last = consultation.status === 'asking' && !isWaiting({ requests });
  const status = consultationLifecycle.next(
    consultation.status,
    last ? 'record-last-answer' : 'record-answer',
  );
  return {
    state: { ...consultation, status, requests },
    events: [{ type: 'department-answered', requestId: asked.requestId, department, opinion }],
  };
}

/** Only the newest request of a department counts: an answer to it answers what was asked before. */
const isWaiting = (consultation: Pick<Consultation, 'requests'>): boolean =>
  newestRequests(consultation).some(isAwaited);

/** Nobody has answered, and the silence was not recorded as one that says something. */
const isAwaited = ({ answer, silentSince, silence }: OpinionAsked): boolean =>
  answer === undefined && (silentSince === undefined || silence === 'awaited');

/** Reminds every department whose day has come, once. */
export function remindDepartments(
  consultation: Consultation,
  now: Instant,
): Change<Consultation, ConsultationEvent> {
  if (consultation.status !== 'asking') return unchanged(consultation);
  const due = newestRequests(consultation).filter(
    ({ answer, remindAt, remindedAt }) =>
      answer === undefined && remindedAt === undefined && remindAt !== undefined && remindAt <= now,
  );
  if (due.length === 0) return unchanged(consultation);
  return {
    state: {
      ...consultation,
      status: consultationLifecycle.next(consultation.status, 'remind'),
      requests: consultation.requests.map((each) =>
        due.includes(each) ? { ...each, remindedAt: now } : each,
      ),
    },
    events: [
      { type: 'departments-reminded', departments: due.map(({ department }) => department) },
    ],
  };
}

/** A term passed: what that means is the place's rule as it was when the department was asked. */
export function noteSilence(
  consultation: Consultation,
  now: Instant,
): Change<Consultation, ConsultationEvent> {
  if (consultation.status !== 'asking') return unchanged(consultation);
  const silent = newestRequests(consultation).filter(
    (each) => each.answer === undefined && each.silentSince === undefined && isOver(each, now),
  );
  if (silent.length === 0) return unchanged(consultation);
  const requests = consultation.requests.map((each) =>
    silent.includes(each) ? { ...each, silentSince: instantAfter(each.answerBy) ?? now } : each,
  );
  const action = isWaiting({ requests }) ? 'note-silence' : 'note-last-silence';
  return {
    state: {
      ...consultation,
      status: consultationLifecycle.next(consultation.status, action),
      requests,
    },
    events: silent.map(({ requestId, department, silence, answerBy }) => ({
      type: 'department-silent' as const,
      requestId,
      department,
      silentSince: instantAfter(answerBy) ?? now,
      silence,
    })),
  };
}

/** The track was decided or withdrawn: nobody is waited for any more. */
export function closeConsultation(
  consultation: Consultation,
  closedAt: Instant,
): Change<Consultation, ConsultationEvent> {
  if (consultation.status === 'closed') return unchanged(consultation);
  const status = consultationLifecycle.next(consultation.status, 'close');
  return {
    state: { ...consultation, status, closedAt },
    events: [{ type: 'consultation-closed', closedAt }],
  };
}

const withRequest = ({ requests }: Consultation, changed: OpinionAsked) =>
  requests.map((each) => (each.requestId === changed.requestId ? changed : each));

const isGiven = (texts: readonly string[]): boolean => texts.some((each) => each.trim() !== '');

const requirements: readonly Requirement<{ given: OpinionGiven; asked: OpinionAsked }>[] = [
  {
    rule: 'answered-once',
    message: {
      zh: '本部门已就此答复，如需变更请由审批机关再次征求意见。',
      en: 'The department has answered; to say something else it has to be asked again.',
    },
    holds: ({ asked }) => asked.answer === undefined,
  },
  {
    rule: 'conditions-stated',
    path: 'conditions',
    message: {
      zh: '附条件同意须写明条件，请逐条填写。',
      en: 'State each condition under which the department agrees.',
    },
    holds: ({ given }) => given.position !== 'agree-with-conditions' || isGiven(given.conditions),
  },
  {
    rule: 'disagreement-gives-reasons',
    path: 'reasons',
    message: {
      zh: '不同意须说明理由，请逐条填写。',
      en: 'A disagreement has to give its reasons; enter each of them.',
    },
    holds: ({ given }) => given.position !== 'disagree' || isGiven(given.reasons),
  },
  {
    rule: 'disagreement-gives-basis',
    path: 'legalBasis',
    message: {
      zh: '不同意须写明所依据的条款。',
      en: 'A disagreement has to name the provisions that it rests on.',
    },
    holds: ({ given }) => given.position !== 'disagree' || isGiven(given.legalBasis),
  },
];
