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
  /** The official number of the paper. */
  readonly number?: string;
}

export type NumberTold = Required<Pick<ServiceTold, 'decision' | 'paper' | 'number'>>;

/**
 * The decision was served: both appeal terms run from that day. News may come twice and in any order, and may correct what was told
 * before; which service counts follows from the services alone. Of a decision that was quashed since it is of no interest: its terms ended with it.
 */
export function takeService(
  track: Track,
  { decision, paper, servedAt, how, number, revision }: ServiceTold,
  terms: AppealTerms,
): Change<Track, TrackEvent> {
  if (!isOfDecision(track, decision)) return unchanged(track);
  const numbered =
    number === undefined ? unchanged(track) : takeNumber(track, { decision, paper, number });
  const { served, appeal } = track;
  const known = track.services ?? (served ? [served] : []);
  const kept = known.find((each) => each.paper === paper);
  const told: DecisionService = {
    paper,
    servedAt,
    how,
    ...(revision !== undefined && revision > 0 && { revision }),
    // A record that was wrong is replaced; the terms are those that the place had all the same.
    ...(appeal && { terms: kept?.terms ?? terms }),
  };
  if (kept !== undefined && !takesPlaceOf(told, kept, terms)) return numbered;
  const services = [...known.filter((each) => each !== kept), told];
  const counting = services.reduce((one, other) => (counts(other, one, terms) ? other : one));
  return {
    state: {
      ...numbered.state,
      served: counting,
      ...(services.length > 1 && { services }),
    },
    events: [
      ...numbered.events,
      isSame(counting, served)
        ? { type: 'service-noted', service: told }
        : { type: 'decision-served', served: counting },
    ],
  };
}

/** By what they say: of a track that was stored they are no longer one object. */
const isSame = (one: DecisionService, other: DecisionService | undefined): boolean =>
  one.paper === other?.paper && one.servedAt === other.servedAt && one.revision === other.revision;

/** Of one paper the record that was corrected last. */
function takesPlaceOf(told: DecisionService, kept: DecisionService, stated: AppealTerms): boolean {
  const { revision: newer = 0 } = told;
  const { revision: known = 0 } = kept;
  return newer === known ? counts(told, kept, stated) : newer > known;
}

/** The register gave the paper of the decision its official number 文号. A paper that corrects it has one of its own. */
export function takeNumber(
  track: Track,
  { decision, paper, number }: NumberTold,
): Change<Track, TrackEvent> {
  if (!isOfDecision(track, decision) || paper !== decision) return unchanged(track);
  if (track.decision === undefined || track.decision.officialNumber === number) {
    return unchanged(track);
  }
  return {
    state: { ...track, decision: { ...track.decision, officialNumber: number } },
    events: [{ type: 'decision-numbered', decision, number }],
  };
}

/** Throws the refusal `decision-not-found` for one that was never made. */
function isOfDecision(track: Track, decision: string): boolean {
  if (track.decision?.number === decision) return true;
  if (wasQuashed(track, decision)) return false;
  throw approvalRefusals.refuse('decision-not-found');
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
