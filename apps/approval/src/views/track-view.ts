import type { TrackView } from '@onewindow/contracts';
import { holds, type Actor, type Instant, type LegalDate } from '@onewindow/kernel';
import { explainClock, type WorkingCalendar } from '@onewindow/statutory-clock';
import { isOfficerOf } from '../domain/officers.js';
import type { Standing } from '../domain/officers/act.js';
import { appealUntil } from '../domain/track/service.js';
import { lampOf } from '../domain/track/term.js';
import { datesOf, statutoryRule, type Counting } from '../domain/track/track-clock.js';
import type { TermExtension } from '../domain/clock/term-extension.js';
import type { Decision, DecisionDraft, SpecialProcedure } from '../domain/track/track-contents.js';
import type { Track } from '../domain/track/track.js';
import { stagesView } from './stage-view.js';
import { levelsView } from './levels-view.js';
import { actionsOn } from './track-actions.js';
import { AGENCY_ROLES } from '../domain/case/visible-to.js';

/** Who looks, when, and by which calendar. */
export interface Looking {
  readonly actor: Actor;
  readonly today: LegalDate;
  readonly now: Instant;
  readonly counting: Counting;
  /** For acts on tracks of this agency. */
  readonly standing: (agency: string) => Standing;
}

/** One track as the asking person may see it; its dates follow from its clock on the calendar of today. */
export function trackView(track: Track, looking: Looking): TrackView {
  const { actor, today, counting, standing } = looking;
  const { statutory, promised, suspendedWorkingDays } = datesOf(track.terms, track.clock, counting);
  const lamp = lampOf(track, today, counting);
  const promisedLamp = lampOf(track, today, counting, 'promised');
  const { extension, delay, missedAt, promisedMissedAt } = track;
  const { opinion, draft, decision, licence } = track;
  return {
    item: track.item,
    itemName: track.itemName,
    agency: track.agency,
    agencyName: track.agencyName,
    status: track.status,
    ...actionsOn(track, actor, standing),
    statutory,
    ...(extension && { extension: extensionView(extension) }),
    ...(promised && { promised }),
    ...(lamp && { lamp }),
    ...(promisedLamp && { promisedLamp }),
    ...(missedAt !== undefined && { missedAt }),
    ...(promisedMissedAt !== undefined && { promisedMissedAt }),
    ...(delay && { delay }),
    ...explanationOf(track, counting.calendar),
    ...(suspendedWorkingDays !== undefined && { suspendedWorkingDays }),
    specialProcedures: track.specialProcedures.map(specialProcedureView),
    ...(opinion &&
      maySeeOpinion(track, actor) && {
        opinion: {
          recommendation: opinion.recommendation,
          grounds: [...opinion.grounds],
          reviewer: opinion.reviewer,
          reviewerName: opinion.reviewerName,
          recordedAt: opinion.recordedAt,
        },
      }),
    ...(draft && maySeeOpinion(track, actor) && { draft: draftView(draft) }),
    ...(decision && { decision: decisionSummary(track, decision) }),
    ...appealView(track, counting),
    ...(licence && { licence }),
    ...stagesView(track, looking),
    ...levelsView(track, actor),
  };
}

/** Where the applicant may turn, and until when once the decision was served. */
export function appealView(track: Track, { calendar }: Counting) {
  const until = appealUntil(track, calendar);
  return {
    ...(track.appeal && { appeal: track.appeal }),
    ...(until && { appealUntil: until }),
  };
}

/** The opinion prepares the decision; only who answers for it reads it. */
const maySeeOpinion = ({ agency }: Track, actor: Actor): boolean =>
  isOfficerOf(actor, agency, ...AGENCY_ROLES) || holds(actor, 'auditor');

function explanationOf({ terms, clock }: Track, calendar: WorkingCalendar) {
  const { steps } = explainClock(statutoryRule(terms.statutory), clock, calendar);
  return {
    explanationZh: steps.map(({ message }) => message.zh),
    explanationEn: steps.map(({ message }) => message.en),
  };
}

const specialProcedureView = ({
  procedureId,
  procedure,
  ownProcedure,
  noticeNumber,
  from,
  carriedOutBy,
  ended,
}: SpecialProcedure): TrackView['specialProcedures'][number] => ({
  procedureId,
  procedure,
  ...(ownProcedure !== undefined && { ownProcedure }),
  noticeNumber,
  from,
  carriedOutBy,
  ...(ended && { until: ended.until, conclusion: ended.conclusion }),
});

const draftView = ({ draftedBy: _, draftedByName, review, ...draft }: DecisionDraft) => ({
  outcome: draft.outcome,
  reasons: [...draft.reasons],
  legalBasis: [...draft.legalBasis],
  conditions: [...(draft.conditions ?? [])],
  hash: draft.hash,
  draftedAt: draft.draftedAt,
  draftedBy: draftedByName,
  ...(review && {
    review: {
      result: review.result,
      remarks: [...review.remarks],
      reviewedAt: review.reviewedAt,
      reviewedBy: review.reviewedByName,
    },
  }),
});

export const extensionView = ({
  approvedBy: _,
  approvedByName,
  ...extension
}: TermExtension): NonNullable<TrackView['extension']> => ({
  ...extension,
  approvedBy: approvedByName,
});

export const decisionSummary = (
  { agency, agencyName, served }: Track,
  { number, outcome, decidedAt, reasons, conditions, under, officialNumber }: Decision,
): NonNullable<TrackView['decision']> => ({
  number,
  outcome,
  decidedAt,
  agency,
  agencyName,
  reasons: [...reasons],
  ...(conditions && { conditions: [...conditions] }),
  ...(under && { under }),
  ...(officialNumber !== undefined && { officialNumber }),
  ...(served && { servedAt: served.servedAt }),
});
