import { unchanged, type Change } from '@onewindow/kernel';
import type { WorkingCalendar } from '@onewindow/statutory-clock';
import { approvalRefusals } from '../approval-refusals.js';
import type { DueDate } from '../due-date.js';
import { lastDayToAppeal, type Appeal, type AppealTerms } from './appeal.js';
import type { DecisionService } from './track-contents.js';
import type { TrackEvent } from './track-events.js';
import type { Track } from './track.js';

export interface ServiceTold extends Omit<DecisionService, 'terms'> {
  readonly decision: string;
}

/**
 * The decision was served: both appeal terms run from that day. News may come twice and in any order; which service counts
 * follows from the services alone. Of a decision that was quashed since it is of no interest: its terms ended with it.
 */
export function takeService(
  track: Track,
  { decision, paper, servedAt, how }: ServiceTold,
  terms: AppealTerms,
): Change<Track, TrackEvent> {
  if (track.decision?.number !== decision) {
    if (wasQuashed(track, decision)) return unchanged(track);
    throw approvalRefusals.refuse('decision-not-found');
  }
  const { served, appeal } = track;
  const told: DecisionService = { paper, servedAt, how, ...(appeal && { terms }) };
  if (served !== undefined && !counts(told, served, terms)) return unchanged(track);
  return { state: { ...track, served: told }, events: [{ type: 'decision-served', served: told }] };
}

const wasQuashed = ({ reopenings = [] }: Track, decision: string): boolean =>
  reopenings.some(({ quashed }) => quashed.number === decision);

/** Terms run from the first service; where the place lets a corrected paper begin them anew, from the last. */
const counts = (told: DecisionService, kept: DecisionService, stated: AppealTerms): boolean =>
  (kept.terms ?? stated).correctedPaper === 'begins-anew'
    ? told.servedAt > kept.servedAt
    : told.servedAt < kept.servedAt;

export type AppealUntil = Readonly<Record<Appeal, DueDate>>;

/** The last day of each route; undefined while nothing was served, or where the decision told of none. */
export function appealUntil(
  { served }: Pick<Track, 'served'>,
  calendar: WorkingCalendar,
): AppealUntil | undefined {
  if (served?.terms === undefined) return undefined;
  const { servedAt, terms } = served;
  const until = (appeal: Appeal) => lastDayToAppeal(appeal, { servedAt, terms }, calendar);
  return { reconsideration: until('reconsideration'), litigation: until('litigation') };
}
