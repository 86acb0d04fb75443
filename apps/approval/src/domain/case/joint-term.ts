import {
  holds,
  legalDateAt,
  unchanged,
  type Actor,
  type Change,
  type Instant,
  type Person,
} from '@onewindow/kernel';
import { unmetForEvent, type ClockEvent } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import { extendClock, type ExtensionRequest } from '../clock/term-extension.js';
import { reachedWarning } from '../clock/warnings.js';
import { jointExtensionNumber } from '../paper-numbers.js';
import type { Counting } from '../track/track-clock.js';
import { caseLifecycle } from './case-lifecycle.js';
import type { Case, CaseEvent } from './case.js';
import { datedJoint, JOINT_RULE, jointEndOf, withEvent } from './joint-clock.js';

/** The head of the government extends the joint term by at most fifteen days; no track’s own term moves with it (许可法 42②). */
export function extendJointTerm(
  of: Case,
  request: ExtensionRequest,
  head: Person,
  now: Instant,
  counting: Counting,
): Change<Case, CaseEvent> {
  if (of.joint === undefined) throw approvalRefusals.refuse('not-handled-jointly');
  const status = caseLifecycle.next(of.status, 'extend-joint-term');
  const { clock, extension } = extendClock(
    {
      rule: JOINT_RULE,
      clock: of.joint.clock,
      unit: 'working-day',
      before: of.joint.due,
      noticeNumber: jointExtensionNumber(of.caseNumber),
    },
    { ...request, head, approver: 'government-head', at: now },
    counting.calendar,
  );
  const joint = datedJoint({ ...of.joint, clock, extension }, counting);
  return {
    state: { ...of, status, joint },
    events: [{ type: 'joint-term-extended', extension, due: joint.due }],
  };
}

export const mayExtendJointTerm = ({ status, joint }: Case, actor: Actor): boolean =>
  joint !== undefined &&
  joint.extension === undefined &&
  joint.missedAt === undefined &&
  caseLifecycle.allows(status, 'extend-joint-term') &&
  holds(actor, 'government-head');

/** The time of a special procedure of any track does not count toward the joint term either (许可法 45); overlaps count once. */
export function followTrackClock(
  of: Case,
  event: ClockEvent | undefined,
  counting: Counting,
): Change<Case, CaseEvent> {
  if (of.joint === undefined || event === undefined) return unchanged(of);
  const joint = withEvent(of.joint, event, counting);
  if (joint === of.joint) return unchanged(of);
  return {
    state: { ...of, joint },
    events: [{ type: 'joint-clock-moved', by: event, due: joint.due }],
  };
}

/** The joint term runs low: each lamp is recorded once for each due date. */
export function warnOfJointTerm(of: Case, now: Instant): Change<Case, CaseEvent> {
  const { joint } = of;
  if (joint === undefined || jointEndOf(joint) === undefined) return unchanged(of);
  const warned = reachedWarning(joint.lamps, joint.due.due, joint.warned, now);
  if (warned === undefined) return unchanged(of);
  const { due, lamp } = warned;
  return {
    state: { ...of, joint: { ...joint, warned } },
    events: [{ type: 'joint-term-warning', due, lamp }],
  };
}

/** The joint term passed with a track undecided (许可法 42②); the duty to decide stays. */
export function missJointTerm(of: Case, now: Instant, counting: Counting): Change<Case, CaseEvent> {
  const dated = of.joint && datedJoint(of.joint, counting);
  const missedAt = dated && jointEndOf(dated);
  const due = dated?.due.due;
  if (dated === undefined || missedAt === undefined || due === undefined) return unchanged(of);
  const missed: ClockEvent = { type: 'missed', on: legalDateAt(now) };
  if (unmetForEvent(JOINT_RULE, dated.clock, missed, counting.calendar).length > 0) {
    return unchanged(of);
  }
  const joint = { ...dated, clock: [...dated.clock, missed], missedAt };
  return {
    state: { ...of, joint },
    events: [{ type: 'joint-term-missed', due, missedAt, article: JOINT_RULE.article }],
  };
}
