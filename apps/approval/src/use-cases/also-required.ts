import type { Changes, Instant, UnmetRule } from '@onewindow/kernel';
import { consultationKind } from '../domain/consultation/consultation.js';
import { unmetByConsultation } from '../domain/consultation/decision-after-consultation.js';
import type { DecisionRequest } from '../domain/track/decision.js';
import { trackId, type Track } from '../domain/track/track.js';
import { endConsultation } from './give-department-opinion.js';

/** A decision that is about to be made. */
export interface Deciding {
  readonly track: Track;
  readonly request: DecisionRequest;
  readonly now: Instant;
}

/** What stands against a decision outside its track. What the track does not know of is not looked for: most have none of it. */
export async function alsoRequired(changes: Changes, deciding: Deciding): Promise<UnmetRule[]> {
  return [...(await byConsultation(changes, deciding))];
}

/** What was waited for until the decision is over with it, in the same transaction: nobody adds to it unseen. */
export async function endWhatWasWaitedFor(
  changes: Changes,
  track: Track,
  endedAt: Instant,
): Promise<void> {
  const consultation = await consultationOf(changes, track);
  if (consultation !== undefined) endConsultation(changes, consultation, endedAt);
}

async function byConsultation(
  changes: Changes,
  { track, request, now }: Deciding,
): Promise<readonly UnmetRule[]> {
  const consultation = await consultationOf(changes, track);
  return consultation === undefined ? [] : unmetByConsultation(consultation, request, now);
}

const consultationOf = async (changes: Changes, { consulted, caseNumber, item }: Track) =>
  consulted === true ? await changes.find(consultationKind, trackId(caseNumber, item)) : undefined;
