import {
  holds,
  legalDateAt,
  unchanged,
  type Actor,
  type Change,
  type Instant,
} from '@onewindow/kernel';
import { approvalRefusals } from '../approval-refusals.js';
import type { Counting } from '../track/track-clock.js';
import type { Track } from '../track/track.js';
import { caseLifecycle } from './case-lifecycle.js';
import { isConcluded, type Case, type CaseEvent } from './case.js';
import { withEvent } from './joint-clock.js';
import { followTrackClock } from './joint-term.js';
import { isApplicantOf, type VisibleCase } from './visible-to.js';

/** The applicant's own account, whoever acts for the same enterprise, and the window for somebody who came in person. */
export function requireMayWithdraw(of: VisibleCase, actor: Actor): void {
  const isWindow =
    holds(actor, 'window-clerk') && actor.kind === 'person' && actor.region === of.region;
  if (!isApplicantOf(of, actor) && !isWindow) throw approvalRefusals.refuse('not-the-applicant');
}

/** Which items are taken back: those that are named, or all that are not decided. Each of them has to be there and open. */
export function itemsToWithdraw(of: Case, named: readonly string[] | undefined): readonly string[] {
  const open = of.tracks.filter((track) => !isConcluded(track)).map(({ item }) => item);
  const unknown = (named ?? []).filter((item) => of.tracks.every((track) => track.item !== item));
  const decided = (named ?? []).filter((item) => !open.includes(item) && !unknown.includes(item));
  const unmet = [
    ...unknown.map((item) => ({
      rule: 'item-of-this-case',
      path: 'items',
      message: {
        zh: `本办件没有事项“${item}”，请从办件的事项中选择。`,
        en: `The case has no track "${item}"; choose among its tracks.`,
      },
    })),
    ...decided.map((item) => ({
      rule: 'item-not-decided',
      path: 'items',
      message: {
        zh: `事项“${item}”已经决定或者撤回，不能再撤回。`,
        en: `The item "${item}" is decided or withdrawn already and cannot be withdrawn.`,
      },
    })),
    ...(named === undefined && open.length === 0
      ? [
          {
            rule: 'something-to-withdraw',
            message: {
              zh: '全部事项已经决定或者撤回，没有可以撤回的事项。',
              en: 'Every item is decided or withdrawn; there is nothing to withdraw.',
            },
          },
        ]
      : []),
  ];
  if (unmet.length > 0) throw approvalRefusals.refuse('withdrawal-not-possible', unmet);
  return [...new Set(named ?? open)];
}

/**
 * A procedure that an item was waiting for is waited for by nobody once the item is withdrawn: the joint clock, which stood still
 * for it, goes on for the others. Nobody could end it any more.
 */
export function releaseJointClock(
  of: Case,
  procedures: Track['specialProcedures'],
  withdrawnAt: Instant,
  counting: Counting,
): Change<Case, CaseEvent> {
  const on = legalDateAt(withdrawnAt);
  return procedures
    .filter(({ ended }) => ended === undefined)
    .reduce<Change<Case, CaseEvent>>(({ state, events }, { noticeNumber: notice }) => {
      const next = followTrackClock(state, { type: 'resumed', notice, on }, counting);
      return { state: next.state, events: [...events, ...next.events] };
    }, unchanged(of));
}

/** A case without any item left is closed: there is nothing to hand out. With the last open item withdrawn, the others are its result. */
export function withdrawTrackOf(
  of: Case,
  item: string,
  withdrawnAt: Instant,
  counting: Counting,
): Change<Case, CaseEvent> {
  const tracks = of.tracks.map((track) =>
    track.item === item ? { ...track, withdrawnAt } : track,
  );
  const isLast = tracks.every(isConcluded);
  const isEmpty = tracks.every((track) => track.withdrawnAt !== undefined);
  const status = caseLifecycle.next(
    of.status,
    isEmpty ? 'withdraw' : isLast ? 'conclude-last-track' : 'conclude-track',
  );
  const joint =
    isLast &&
    of.joint &&
    withEvent(of.joint, { type: 'met', on: legalDateAt(withdrawnAt) }, counting);
  return {
    state: {
      ...of,
      status,
      tracks,
      ...(joint && { joint }),
      ...(isEmpty && { closedAt: withdrawnAt }),
      ...(isLast && !isEmpty && { decidedAt: withdrawnAt }),
    },
    events: [
      { type: 'track-left', item, withdrawnAt },
      ...(isEmpty ? [{ type: 'case-withdrawn', withdrawnAt } as const] : []),
      ...(isLast && !isEmpty ? [{ type: 'case-decided', decidedAt: withdrawnAt } as const] : []),
    ],
  };
}
