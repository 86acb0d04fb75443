import {
  legalDateAt,
  refuseWhenUnmet,
  startOfDay,
  type Change,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { countForward, workingDays, type WorkingCalendar } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { Case } from '../case/case.js';
import { plainDueDate } from '../due-date.js';
import type { Track } from '../track/track.js';
import { consultationLifecycle } from './consultation-lifecycle.js';
import {
  isOver,
  newestRequests,
  type Consultation,
  type ConsultationEvent,
  type OpinionAsked,
  type Silence,
} from './consultation.js';

export interface AskedDepartment {
  readonly department: string;
  readonly name?: string;
  /** Working days to answer; the place's where it is not said. */
  readonly workingDays?: number;
}

export interface ConsultationRequest {
  readonly departments: readonly AskedDepartment[];
  readonly question: string;
  /** Why a department that has been asked is asked again. */
  readonly reason?: string;
}

/** How the place lets its departments be consulted; no law sets this term or the meaning of silence. */
export interface ConsultationRules {
  readonly workingDays: number;
  readonly remindWorkingDaysBefore: number;
  readonly silence: Silence;
  readonly silenceSource?: string;
}

export interface AskingMeans {
  readonly rules: ConsultationRules;
  readonly calendar: WorkingCalendar;
  readonly newId: () => string;
}

/**
 * Asks several departments at once, each with its own term. The statutory clock of the track runs on: consultation is none of the
 * procedures whose time does not count (许可法 45). Whoever still has time to answer is not asked again.
 */
export function askDepartments(
  before: Consultation | undefined,
  { of, track }: { readonly of: Case; readonly track: Track },
  request: ConsultationRequest,
  officer: Person,
  now: Instant,
  means: AskingMeans,
): Change<Consultation, ConsultationEvent> {
  const status = consultationLifecycle.next(before?.status ?? consultationLifecycle.initial, 'ask');
  refuseWhenUnmet(unmetBy(before, track, request, now), (unmet) =>
    approvalRefusals.refuse('consultation-not-possible', unmet),
  );
  const { question } = request;
  const requests = request.departments.map(({ department, name, workingDays: days }) => {
    const round = 1 + roundsOf(before, department);
    const within = days ?? means.rules.workingDays;
    const { silence, silenceSource } = means.rules;
    const asked: OpinionAsked = {
      requestId: means.newId(),
      department,
      ...(name !== undefined && { departmentName: name }),
      round,
      question,
      ...(round > 1 && request.reason !== undefined && { reason: request.reason }),
      askedAt: now,
      askedBy: officer.id,
      askedByName: officer.name,
      within,
      ...datesOfRequest({ askedAt: now, within }, means),
      silence,
      ...(silenceSource !== undefined && { silenceSource }),
    };
    return asked;
  });
  const { closedAt: _, ...open } = before ?? opened(of, track);
  return {
    // Who is waited for again has its term on the calendar of today.
    state: datedConsultation({ ...open, status, requests: [...open.requests, ...requests] }, means),
    events: [{ type: 'opinions-asked', requests }],
  };
}

/** On the calendar of today, the terms of those that still have to answer; what was answered or passed in silence is not touched. */
export function datedConsultation(
  consultation: Consultation,
  means: Pick<AskingMeans, 'rules' | 'calendar'>,
): Consultation {
  if (consultation.status !== 'asking') return consultation;
  const requests = consultation.requests.map((each) => {
    if (each.answer !== undefined || each.silentSince !== undefined) return each;
    const { remindAt: _, ...rest } = each;
    return { ...rest, ...datesOfRequest(each, means) };
  });
  return { ...consultation, requests };
}

/** Counted from the day after the asking (民法典 201); no reminder where the term is too short for one. */
export function datesOfRequest(
  { askedAt, within }: Pick<OpinionAsked, 'askedAt' | 'within'>,
  { rules, calendar }: Pick<AskingMeans, 'rules' | 'calendar'>,
): Pick<OpinionAsked, 'answerBy' | 'remindAt'> {
  const from = legalDateAt(askedAt);
  const answerBy = plainDueDate(countForward(from, workingDays(within), calendar).due);
  const before = within - rules.remindWorkingDaysBefore;
  if (before < 1) return { answerBy };
  const { due } = countForward(from, workingDays(before), calendar);
  return due.kind === 'date' ? { answerBy, remindAt: startOfDay(due.date) } : { answerBy };
}

const opened = (of: Case, track: Track): Consultation => ({
  applicationId: track.applicationId,
  caseNumber: track.caseNumber,
  region: of.region,
  item: track.item,
  itemName: track.itemName,
  agency: track.agency,
  agencyName: track.agencyName,
  applicantName: of.applicant.name,
  premises: of.premises,
  status: consultationLifecycle.initial,
  requests: [],
});

const roundsOf = (before: Consultation | undefined, department: string): number =>
  (before?.requests ?? []).filter((each) => each.department === department).length;

function unmetBy(
  before: Consultation | undefined,
  track: Track,
  { departments, question, reason }: ConsultationRequest,
  now: Instant,
): UnmetRule[] {
  const newest = before === undefined ? [] : newestRequests(before);
  return [
    ...(question.trim() === ''
      ? [
          unmet('question-stated', 'question', {
            zh: '请写明征求意见的内容。',
            en: 'State what the departments are asked.',
          }),
        ]
      : []),
    ...departments.flatMap(({ department }, index): UnmetRule[] => {
      const path = `departments.${index}.department`;
      const asked = newest.find((each) => each.department === department);
      const open =
        asked !== undefined &&
        asked.answer === undefined &&
        before?.status !== 'closed' &&
        !isOver(asked, now);
      return [
        ...(departments.findIndex((each) => each.department === department) < index
          ? [
              unmet('department-named-once', path, {
                zh: `部门“${department}”重复，请只保留一次。`,
                en: `The department "${department}" is named twice; name it once.`,
              }),
            ]
          : []),
        ...(department === track.agency
          ? [
              unmet('another-department', path, {
                zh: '审批机关不向自己征求意见，请选择其他部门。',
                en: 'An agency does not consult itself; choose another department.',
              }),
            ]
          : []),
        ...(open
          ? [
              unmet('not-asked-while-open', path, {
                zh: `部门“${department}”尚在答复期限内，不得重复征求意见，请等待答复。`,
                en: `The department "${department}" still has its term to answer; wait for it.`,
              }),
            ]
          : []),
        ...(asked !== undefined && !open && (reason ?? '').trim() === ''
          ? [
              unmet('further-round-with-reason', 'reason', {
                zh: `部门“${department}”已征求过意见，再次征求须写明理由。`,
                en: `The department "${department}" was asked before; state why it is asked again.`,
              }),
            ]
          : []),
      ];
    }),
  ];
}

const unmet = (rule: string, path: string, message: UnmetRule['message']): UnmetRule => ({
  rule,
  path,
  message,
});
