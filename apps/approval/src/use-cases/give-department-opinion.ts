import type { Changes, Instant } from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import {
  answerFor,
  closeConsultation,
  noteSilence as note,
  remindDepartments as remind,
  type OpinionGiven,
} from '../domain/consultation/answering.js';
import { datedConsultation } from '../domain/consultation/asking.js';
import {
  consultationDeadlinesOf,
  consultationKind,
  isSettled,
  newestRequests,
  type Consultation,
} from '../domain/consultation/consultation.js';
import { requireAskedOfficer } from '../domain/consultation/who-may-see.js';
import { trackId } from '../domain/track/track.js';
import { keepDeadlines } from './keep-deadlines.js';
import type { ApprovalDependencies, Asking } from './ports.js';
import type { TrackReference } from './records.js';

export type GiveDepartmentOpinion = TrackReference & OpinionGiven;

export interface DepartmentOpinionGiven {
  readonly answeredAt: Instant;
  readonly late: boolean;
  /** Of the departments that were asked, how many nobody waits for any more. */
  readonly settled: number;
  readonly asked: number;
}

/** An officer of a department that was asked answers for it. */
export const giveDepartmentOpinion =
  (deps: ApprovalDependencies) =>
  (
    { caseNumber, item, ...given }: GiveDepartmentOpinion,
    { actor }: Asking,
  ): Promise<DepartmentOpinionGiven> =>
    deps.transact(async (changes) => {
      const consultation = await changes.find(consultationKind, trackId(caseNumber, item));
      if (consultation === undefined) throw approvalRefusals.refuse('not-consulted');
      const { officer, department } = requireAskedOfficer(consultation, actor);
      const answeredAt = deps.now();
      const dated = onCalendar(consultation, deps);
      const change = answerFor(dated, department, given, officer, answeredAt);
      saveConsultation(changes, consultation, change);
      const newest = newestRequests(change.state);
      return {
        answeredAt,
        late: newest.find((each) => each.department === department)?.answer?.late ?? false,
        settled: newest.filter((each) => isSettled(each, answeredAt)).length,
        asked: newest.length,
      };
    });

export const remindDepartments =
  (deps: ApprovalDependencies) =>
  (id: string): Promise<void> =>
    passed(deps, id, remind);

export const noteSilence =
  (deps: ApprovalDependencies) =>
  (id: string): Promise<void> =>
    passed(deps, id, note);

/** A deadline may fire that was armed by another calendar than the one in force, before its date was derived anew: then nothing is over yet. */
const passed = (deps: ApprovalDependencies, id: string, decide: typeof note): Promise<void> =>
  deps.transact(async (changes) => {
    const consultation = await changes.load(consultationKind, id);
    const change = decide(onCalendar(consultation, deps), deps.now());
    if (change.events.length > 0) saveConsultation(changes, consultation, change);
  });

/** Whose term is over is a question to the calendar in force. */
export const onCalendar = (
  consultation: Consultation,
  { place, calendar }: Pick<ApprovalDependencies, 'place' | 'calendar'>,
): Consultation =>
  datedConsultation(consultation, { rules: place.consultation, calendar: calendar() });

/** With the end of the track: who kept silent until then is recorded first. */
export function endConsultation(
  changes: Changes,
  consultation: Consultation,
  endedAt: Instant,
): void {
  const noted = note(consultation, endedAt);
  const closed = closeConsultation(noted.state, endedAt);
  saveConsultation(changes, consultation, {
    state: closed.state,
    events: [...noted.events, ...closed.events],
  });
}

export function saveConsultation(
  changes: Changes,
  before: Consultation | undefined,
  change: ReturnType<typeof answerFor>,
): void {
  const id = trackId(change.state.caseNumber, change.state.item);
  if (before === undefined) changes.create(consultationKind, id, change);
  else changes.save(consultationKind, id, change);
  keepDeadlines(
    changes,
    { kind: consultationKind, id },
    before === undefined ? {} : consultationDeadlinesOf(before),
    consultationDeadlinesOf(change.state),
  );
}
