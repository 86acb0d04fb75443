import {
  legalDateAt,
  refuseWhenUnmet,
  type Change,
  type Instant,
  type LegalDate,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import type { ClockEvent } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { AuthorityUsed } from '../officers/authorisation.js';
import { reviewersOf } from '../officers/recusal.js';
import { licenceOnTrack } from '../licence/licence.js';
import { decisionNumber } from '../paper-numbers.js';
import type { AppealRoutes, Outcome } from '../parties.js';
import { earlierResultsMissing } from '../plan/earlier-results.js';
import { stagesOutstanding } from '../process/outstanding.js';
import { needsOpinion, passStages } from '../process/passing-stages.js';
import type { StageOfTrack } from '../process/stage.js';
import { unmetOf, type Requirement } from '../requirement.js';
import { contentRequirements, type DecisionContent } from './decision-content.js';
import { delayReason, isPromiseOver } from './delay.js';
import type { PublicationAsked } from './publication-ruling.js';
import { datesAfter, type Counting } from './track-clock.js';
import { isEnded, trackLifecycle } from './track-lifecycle.js';
import type { Decision } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

export interface DecisionRequest extends DecisionContent {
  /** Why the promised term was not kept, where nobody has said so yet. */
  readonly delayReason?: string;
  /** Under which authority it is decided. */
  readonly under?: AuthorityUsed;
  /** What is withheld from its publication, and what is published although the applicant wants it kept. */
  readonly publication?: PublicationAsked;
}

/** What a decision needs from the place and from chance. */
export interface DecisionMeans {
  readonly appealRoutes: AppealRoutes;
  readonly verificationCode: string;
  readonly counting: Counting;
  /** What stands against this outcome outside the track: what others were asked, have a right to, or come first in. */
  readonly alsoRequired?: readonly UnmetRule[];
  /** First day of the quota period that a grant takes a place of (许可法 57). */
  readonly quotaFrom?: LegalDate;
}

/**
 * Decides a track in the name of its agency (许可法 34, 38). A grant yields the licence; whatever burdens the applicant names both appeal routes.
 * Nobody discovers the obstacles one at a time: all that is unmet is said together.
 */
export function decide(
  track: Track,
  request: DecisionRequest,
  officer: Person,
  now: Instant,
  { appealRoutes, verificationCode, counting, alsoRequired = [], quotaFrom }: DecisionMeans,
): Change<Track, TrackEvent> {
  const { outcome, reasons, legalBasis, conditions = [] } = request;
  const delayGiven = (request.delayReason ?? '').trim();
  const action = decidingAction(track, outcome);
  if (isEnded(track.status)) trackLifecycle.next(track.status, action);
  refuseWhenUnmet(
    [...obstacles({ track, request, officer, now, appealRoutes }), ...alsoRequired],
    (unmet) => approvalRefusals.refuse('decision-not-possible', unmet),
  );
  const status = trackLifecycle.next(track.status, action);
  const decision: Decision = {
    number: decisionNumber(track),
    outcome,
    reasons,
    legalBasis,
    ...(conditions.length > 0 && { conditions }),
    decidedAt: now,
    decidedBy: officer.id,
    ...(request.under && { under: request.under }),
    ...(request.publication && {
      publication: [{ ...request.publication, ruledAt: now, ruledBy: officer.name }],
    }),
  };
  const consequence = {
    ...(outcome === 'granted' && { licence: licenceOnTrack(track, now, verificationCode) }),
    ...(isBurdening(request) && { appeal: appealRoutes }),
  };
  const clock: ClockEvent[] = [...track.clock, { type: 'met', on: legalDateAt(now) }];
  const dates = datesAfter(track, clock, counting);
  const passed = { by: officer, at: now, outcome };
  const { track: next, events } = passStages(track, isDecision, passed, counting);
  const place = outcome === 'granted' && quotaFrom !== undefined && { quotaFrom };
  const delay =
    isPromiseOver(track, now) && delayGiven !== '' && delayReason(delayGiven, officer, now);
  return {
    state: {
      ...next,
      status,
      decision,
      ...consequence,
      ...place,
      clock,
      dates,
      ...(delay && { delay }),
    },
    events: [
      ...(delay ? [{ type: 'delay-explained', delay } as const] : []),
      { type: 'track-decided', decision, ...consequence },
      ...events,
    ],
  };
}

/** Conditions burden the applicant as a refusal does, who is told where to turn against them. */
const isBurdening = ({ outcome, conditions = [] }: DecisionRequest): boolean =>
  outcome === 'refused' || conditions.length > 0;

/** Without an opinion to come first a track is decided as soon as it is open. */
function decidingAction({ status }: Track, outcome: Outcome) {
  const grants = outcome === 'granted';
  if (status === 'in-review') return grants ? 'grant-at-once' : 'refuse-at-once';
  return grants ? 'grant' : 'refuse';
}

const isDecision = ({ kind }: StageOfTrack): boolean => kind === 'decision';

interface Situation {
  readonly appealRoutes: AppealRoutes;
  readonly track: Track;
  readonly request: DecisionRequest;
  readonly officer: Person;
  readonly now: Instant;
}

const obstacles = (situation: Situation): UnmetRule[] => [
  ...unmetOf(requirements, situation),
  ...unmetOf(contentRequirements, situation.request),
  ...stagesOutstanding(situation.track),
  ...earlierResultsMissing(situation.track, situation.request.outcome),
  ...pointsNotMet(situation),
];

const requirements: readonly Requirement<Situation>[] = [
  {
    rule: 'clock-not-suspended',
    source: '行政许可法 45',
    message: {
      zh: '特别程序正在进行，请在取得结果并结束特别程序后再作决定。',
      en: 'A special procedure is running; decide after its result is in and recorded.',
    },
    holds: ({ track }) => track.status !== 'suspended',
  },
  {
    rule: 'opinion-recorded',
    source: '行政许可法 34',
    message: {
      zh: '尚无审查意见，请审批人员先提出审查意见。',
      en: 'There is no opinion yet; an approver has to record one first.',
    },
    holds: ({ track }) => track.opinion !== undefined || !needsOpinion(track),
  },
  {
    rule: 'decided-by-another-than-the-reviewer',
    source: '行政许可法 34',
    message: {
      zh: '提出过审查意见的人员不能作出决定，请由本机关的另一位决定人办理。',
      en: 'Whoever gave an opinion on a track does not decide it; another decision officer of the agency has to.',
    },
    holds: ({ track, officer }) => !reviewersOf(track).includes(officer.id),
  },
  {
    rule: 'site-visit-completed',
    source: '行政许可法 34',
    message: {
      zh: '本事项须现场核查，请在踏勘人员全部签字后再作决定。',
      en: 'This item needs a site visit; decide after every inspector has signed the checklist.',
    },
    holds: ({ track }) => !track.siteVisit || track.visited !== undefined,
  },
  {
    rule: 'appeal-routes-known',
    source: '行政许可法 38',
    message: {
      zh: '本机关的复议机关或者管辖法院未设置，不能告知救济途径，请联系管理员补充地方规则 appealRoutes。',
      en: 'The body for reconsideration or the court is not set, so where to appeal cannot be told; ask the administrator to complete the place rule appealRoutes.',
    },
    holds: ({ request, appealRoutes: { reconsiderationBody, court } }) =>
      !isBurdening(request) || (reconsiderationBody.trim() !== '' && court.trim() !== ''),
  },
  {
    rule: 'delay-reason-given',
    path: 'delayReason',
    source: '优化营商环境条例 36',
    message: {
      zh: '已超过承诺时限，请先公开说明理由，或者随决定一并说明。',
      en: 'The promised term is over; give the reason in public first, or with the decision.',
    },
    holds: ({ track, request, now }) =>
      !isPromiseOver(track, now) ||
      track.delay !== undefined ||
      (request.delayReason ?? '').trim() !== '',
  },
];

/** A licence needs every condition met (许可法 38①); a refusal may rest on what was not. */
const pointsNotMet = ({ track, request }: Situation): UnmetRule[] =>
  request.outcome === 'refused'
    ? []
    : (track.visited?.notMet ?? []).map(({ point, requirement, remark }) => ({
        rule: 'inspected-points-met',
        path: `inspection.${point}`,
        source: '行政许可法 38',
        message: {
          zh: `踏勘发现“${requirement}”不符合要求（${remark}），整改后须重新踏勘，或者不予许可。`,
          en: `The inspection found "${requirement}" not met (${remark}); inspect again after it is put right, or refuse.`,
        },
      }));
