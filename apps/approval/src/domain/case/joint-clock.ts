import { legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import {
  bundleRule,
  deriveClock,
  unmetForEvent,
  type ClockEvent,
  type ClockRule,
} from '@onewindow/statutory-clock';
import type { TermExtension } from '../clock/term-extension.js';
import {
  lampsOf,
  litLamp,
  nextWarning,
  type LitFrom,
  type Warned,
  type WarningLamp,
} from '../clock/warnings.js';
import { instantAfter, plainDueDate, type DueDate } from '../due-date.js';
import type { Counting } from '../track/track-clock.js';

/**
 * The clock of joint handling 联合办理: 45 working days and at most 15 more, for a bundle that the place handles so under
 * 许可法 26②. It runs beside the clocks of the tracks and lengthens none of them (42②).
 */
export interface JointClock {
  readonly clock: readonly ClockEvent[];
  readonly due: DueDate;
  readonly lamps: readonly LitFrom[];
  readonly warned?: Warned;
  readonly extension?: TermExtension;
  /** When the law made the term missed. */
  readonly missedAt?: Instant;
}

export const JOINT_RULE: ClockRule = jointRule();

function jointRule(): ClockRule {
  const rule = bundleRule('joint');
  if (rule === null) throw new TypeError('joint handling has a clock');
  return rule;
}

export const startJointClock = (acceptedAt: Instant, counting: Counting): JointClock =>
  datedJoint({ clock: [{ type: 'started', on: legalDateAt(acceptedAt) }] }, counting);

type Kept = Omit<JointClock, 'due' | 'lamps'>;

/** The same clock with the dates that follow from its events. */
export function datedJoint(joint: Kept, { calendar, thresholds }: Counting): JointClock {
  const clock = deriveClock(JOINT_RULE, joint.clock, calendar);
  return {
    ...joint,
    due: plainDueDate(clock.due),
    lamps: lampsOf(clock, thresholds.joint, calendar),
  };
}

/**
 * One more event, where it touches this clock: what a track may do does not depend on the joint term. One that was recorded as missed
 * keeps the date that was missed.
 */
export function withEvent(joint: JointClock, event: ClockEvent, counting: Counting): JointClock {
  if (unmetForEvent(JOINT_RULE, joint.clock, event, counting.calendar).length > 0) return joint;
  const clock = [...joint.clock, event];
  return joint.missedAt === undefined
    ? datedJoint({ ...joint, clock }, counting)
    : { ...joint, clock };
}

/** The first instant that is too late, while it is awaited. */
export const jointEndOf = ({ clock, due, missedAt }: JointClock): Instant | undefined =>
  missedAt !== undefined || clock.at(-1)?.type === 'met' ? undefined : instantAfter(due);

export const jointDeadlinesOf = (joint: JointClock | undefined) => {
  const end = joint && jointEndOf(joint);
  return {
    'joint-warning':
      end === undefined || joint === undefined
        ? undefined
        : nextWarning(joint.lamps, joint.due.due, joint.warned),
    'joint-end': end,
  };
};

/** Red stays: a case that was decided late does not undo that the term passed. */
export function jointLamp(
  joint: JointClock,
  today: LegalDate,
  { calendar, thresholds }: Counting,
): WarningLamp | undefined {
  if (joint.missedAt !== undefined) return 'red';
  const clock = deriveClock(JOINT_RULE, joint.clock, calendar);
  return litLamp(clock, today, calendar, thresholds.joint);
}
