import {
  refuseWhenUnmet,
  type Changes,
  type Instant,
  type Person,
  type UnmetRule,
} from '@onewindow/kernel';
import { approvalRefusals } from '../domain/approval-refusals.js';
import type { Case } from '../domain/case/case.js';
import { consultationKind } from '../domain/consultation/consultation.js';
import {
  unmetByConsultation,
  unmetByWaiting,
} from '../domain/consultation/decision-after-consultation.js';
import { unmetByParties } from '../domain/interest/decision-after-hearing-parties.js';
import { interestKind } from '../domain/interest/interested-parties.js';
import type { DecisionRequest } from '../domain/track/decision.js';
import { contentOf } from '../domain/track/decision-content.js';
import { unmetByDraft } from '../domain/track/draft.js';
import { unmetByPublication } from '../domain/track/publication.js';
import { trackId, type Track } from '../domain/track/track.js';
import { endConsultation, onCalendar } from './give-department-opinion.js';
import type { ApprovalDependencies } from './ports.js';
import { quotaOver, unmetUnderQuota, withQuotaReason, type UnderQuota } from './quotas.js';

/** A decision that is about to be made. */
export interface Deciding {
  readonly of: Case;
  readonly track: Track;
  readonly request: DecisionRequest;
  readonly officer: Person;
  readonly now: Instant;
}

export interface Weighed {
  /** With the reasons that the law itself gives. */
  readonly request: DecisionRequest;
  /** What stands against it outside its track. */
  readonly alsoRequired: readonly UnmetRule[];
  readonly under?: UnderQuota;
}

/** Looks at everything beside the track that a decision rests on. What the track does not know of is not looked for: most have none of it. */
export async function weigh(
  changes: Changes,
  deciding: Deciding,
  deps: ApprovalDependencies,
): Promise<Weighed> {
  const { of, track, request, officer } = deciding;
  const hash = deps.fingerprint(contentOf(request));
  const under = await quotaOver(changes, of, track, deps);
  return {
    request: withQuotaReason(request, under),
    alsoRequired: [
      ...unmetByPublication({
        protection: [],
        disclosed: [],
        ...request.publication,
        outcome: request.outcome,
        item: track.item,
        marks: of.confidential ?? [],
      }),
      ...unmetByDraft(track, hash, officer, deps.place.decisionDraft),
      ...(await byConsultation(changes, deciding, deps)),
      ...(await byParties(changes, deciding, deps)),
      ...(await unmetUnderQuota(under, of, request, deps)),
    ],
    ...(under && { under }),
  };
}

/** What was waited for until the decision is over with it, in the same transaction: nobody adds to it unseen. */
export async function endWhatWasWaitedFor(
  changes: Changes,
  track: Track,
  endedAt: Instant,
  deps: ApprovalDependencies,
): Promise<void> {
  const consultation = await consultationOf(changes, track, deps);
  if (consultation !== undefined) endConsultation(changes, consultation, endedAt);
  const heard = await partiesOf(changes, track);
  if (heard !== undefined) {
    const ended = { type: 'hearing-of-parties-ended', endedAt } as const;
    changes.save(interestKind, trackId(track.caseNumber, track.item), {
      state: heard,
      events: [ended],
    });
  }
}

async function byParties(
  changes: Changes,
  { track, request, now }: Deciding,
  { calendar }: Pick<ApprovalDependencies, 'calendar'>,
): Promise<readonly UnmetRule[]> {
  const parties = await partiesOf(changes, track);
  return parties === undefined ? [] : unmetByParties(parties, request, now, calendar());
}

const partiesOf = async (changes: Changes, { hearsParties, caseNumber, item }: Track) =>
  hearsParties === true ? await changes.find(interestKind, trackId(caseNumber, item)) : undefined;

/** A stage of consultation ends with what was asked in it, not before (许可法 45 gives it no time of its own). */
export async function requireConsultationOver(
  changes: Changes,
  track: Track,
  now: Instant,
  deps: ApprovalDependencies,
): Promise<void> {
  const consultation = await consultationOf(changes, track, deps);
  refuseWhenUnmet(consultation === undefined ? [] : unmetByWaiting(consultation, now), (unmet) =>
    approvalRefusals.refuse('stage-not-possible', unmet),
  );
}

async function byConsultation(
  changes: Changes,
  { track, request, now }: Deciding,
  deps: ApprovalDependencies,
): Promise<readonly UnmetRule[]> {
  const consultation = await consultationOf(changes, track, deps);
  return consultation === undefined ? [] : unmetByConsultation(consultation, request, now);
}

async function consultationOf(
  changes: Changes,
  { consulted, caseNumber, item }: Track,
  deps: ApprovalDependencies,
) {
  if (consulted !== true) return undefined;
  const found = await changes.find(consultationKind, trackId(caseNumber, item));
  return found && onCalendar(found, deps);
}
