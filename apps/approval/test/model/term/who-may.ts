import { legalDateAt, type Person, type Role } from '@onewindow/kernel';
import { inThisState, listed, refused } from '../walk/answer.js';
import type { Answer } from '../walk/game.js';
import { REGION } from '../walk/officials.js';
import {
  isPast,
  jointIsPast,
  promiseIsOver,
  running,
  statusOf,
  type Act,
  type Bound,
  type CaseModel,
  type TrackModel,
} from './case-model.js';

/** Why it is not done, with every rule that is not met; none: it is done. */
export function refusalOf(of: CaseModel, track: TrackModel, attempt: Bound): Answer | undefined {
  const { act, actor } = attempt;
  const ofCase = ['visit', 'withdraw', 'extend-joint'].includes(act.type);
  if (!sees(of, actor)) return refused(ofCase ? 'case-not-found' : 'track-not-found');
  if (act.type === 'withdraw') return unlessApplicant(track, actor);
  if (act.type === 'extend-joint') return unlessJointlyExtended(of, act, actor);
  if (!isResponsible(track, attempt)) {
    const rules = act.type === 'visit' ? [] : [RESPONSIBLE[act.type] ?? OF_THE_AGENCY];
    return refused('not-the-deciding-agency', ...rules);
  }
  return obstacle(of, track, attempt);
}

const ROLES: Readonly<Partial<Record<Act['type'], readonly Role[]>>> = {
  review: ['approver'],
  decide: ['decision-officer'],
  'start-procedure': ['approver'],
  'end-procedure': ['approver'],
  'explain-delay': ['approver', 'decision-officer', 'agency-head'],
  visit: ['approver'],
};

function unlessApplicant(track: TrackModel, { roles }: Person): Answer | undefined {
  if (!roles.includes('applicant')) return refused('not-the-applicant');
  return listed('withdrawal-not-possible', { 'item-not-decided': track.outcome !== undefined });
}

function unlessJointlyExtended(
  of: CaseModel,
  { days }: Extract<Act, { type: 'extend-joint' }>,
  { roles }: Person,
): Answer | undefined {
  const { joint, status, now } = of;
  if (!roles.includes('government-head')) return refused('not-the-deciding-agency');
  if (joint === undefined) return refused('not-handled-jointly');
  if (status !== 'open') return inThisState;
  return listed('extension-not-possible', {
    'extended-once': joint.extendedBy !== undefined,
    'extension-approved-in-time': jointIsPast(of, joint, legalDateAt(now)),
    'extension-within-maximum': days < 1 || days > 15,
  });
}

const OF_THE_AGENCY = 'officer-of-the-deciding-agency';
const RESPONSIBLE: Readonly<Partial<Record<Act['type'], string>>> = {
  extend: 'head-approves-the-extension',
};

const sees = ({ tracks }: CaseModel, { roles, region, department, id }: Person): boolean =>
  (roles.includes('applicant') && id === 'chen') ||
  (region === REGION &&
    (roles.includes('government-head') ||
      tracks.some(({ planned }) => planned.agency === department)));

function isResponsible({ planned }: TrackModel, { act, actor }: Bound): boolean {
  const isOfAgency = actor.department === planned.agency && actor.region === REGION;
  if (act.type === 'extend') {
    return (
      actor.roles.includes('government-head') || (isOfAgency && actor.roles.includes('agency-head'))
    );
  }
  return isOfAgency && (ROLES[act.type] ?? []).some((role) => actor.roles.includes(role));
}

function obstacle(of: CaseModel, track: TrackModel, { act, actor }: Bound): Answer | undefined {
  const status = statusOf(track);
  const isEnded = track.outcome !== undefined;
  const today = legalDateAt(of.now);
  switch (act.type) {
    case 'review':
      return status === 'in-review' ? undefined : inThisState;
    case 'decide':
      return isEnded
        ? inThisState
        : listed('decision-not-possible', unmetByDecision(of, track, { act, actor }));
    case 'start-procedure':
      if (status !== 'in-review' && status !== 'suspended') return inThisState;
      return listed('special-procedure-not-possible', {
        'suspended-within-term': isPast(of, track, today),
      });
    case 'end-procedure': {
      if (status !== 'suspended') return inThisState;
      const procedure = track.procedures[act.procedure];
      return listed('special-procedure-not-possible', {
        'procedure-is-running': procedure === undefined || procedure.until !== undefined,
      });
    }
    case 'extend':
      return isEnded
        ? inThisState
        : listed('extension-not-possible', {
            'extended-once': track.extendedBy !== undefined,
            'extension-approved-in-time': isPast(of, track, today),
            'extension-approved-by-the-right-head': actor.roles.includes('government-head'),
            'extension-within-maximum': act.days < 1 || act.days > 10,
          });
    case 'explain-delay':
      return isEnded
        ? inThisState
        : listed('delay-reason-not-possible', {
            'promise-is-over': !promiseIsOver(of, track),
          });
    case 'visit':
      return isEnded ? refused('inspection-not-possible', 'track-not-decided') : undefined;
    case 'withdraw':
    case 'extend-joint':
    case 'calendar':
      throw new TypeError('this is no act of an agency on its track');
  }
}

type Deciding = Pick<Bound, 'actor'> & { readonly act: Extract<Act, { type: 'decide' }> };

const unmetByDecision = (of: CaseModel, track: TrackModel, { act, actor }: Deciding) => ({
  'clock-not-suspended': running(track).length > 0,
  'opinion-recorded': track.reviewer === undefined,
  'decided-by-another-than-the-reviewer': track.reviewer === actor.id,
  'site-visit-completed': track.planned.siteVisit && track.visit === undefined,
  'inspected-points-met': act.outcome === 'granted' && track.visit === 'not-met',
  'delay-reason-given': promiseIsOver(of, track) && !track.delayExplained && !act.delayReason,
  'refusal-gives-reasons': act.outcome === 'refused' && !act.reasons,
  'legal-basis-given': !act.basis,
});
