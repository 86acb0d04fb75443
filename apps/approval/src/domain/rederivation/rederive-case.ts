import type { Change } from '@onewindow/kernel';
import type { Case, CaseEvent } from '../case/case.js';
import { datedJoint } from '../case/joint-clock.js';
import type { Counting } from '../track/track-clock.js';
import { isSame, type MovedBy } from './moved-dates.js';

/** The term of joint handling on another calendar; one that was kept, or recorded as missed, is not touched. */
export function rederiveCase(
  of: Case,
  counting: Counting,
  { calendars }: MovedBy,
): Change<Case, CaseEvent> | undefined {
  const { joint: before, status } = of;
  if (before === undefined || status !== 'open' || before.missedAt !== undefined) return undefined;
  const joint = datedJoint(before, counting);
  if (isSame(before, joint)) return undefined;
  return {
    state: { ...of, joint },
    events: [
      {
        type: 'due-dates-moved',
        before: { statutory: before.due },
        after: { statutory: joint.due },
        calendars,
      },
    ],
  };
}
