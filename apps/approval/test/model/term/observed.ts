import { endOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import type pg from 'pg';
import type { Case } from '../../../src/domain/case/case.js';
import type { Track } from '../../../src/domain/track/track.js';
import {
  dueOn,
  isDecided,
  promisedOn,
  standsStill,
  statusOf,
  type CaseModel,
  type TrackModel,
} from './case-model.js';

/** What of a case is compared: read from the database, past every cache, and reckoned by the model. */
export interface Observed {
  readonly status: string;
  readonly joined: readonly (string | undefined)[];
  readonly licences: readonly string[];
  readonly handovers: readonly string[];
  /** How often the journal tells what may happen once. */
  readonly told: Readonly<Record<string, number>>;
  readonly tracks: readonly ObservedTrack[];
}

export interface ObservedTrack {
  readonly status: string;
  readonly due: LegalDate | 'stands-still' | undefined;
  readonly promised: LegalDate | 'stands-still' | undefined;
  readonly reviewer: string | undefined;
  readonly procedures: readonly { readonly from: LegalDate; readonly until?: LegalDate }[];
  readonly extendedBy: number | undefined;
  readonly visit: string | undefined;
  readonly isMissed: boolean;
  readonly isPromiseMissed: boolean;
  readonly isDelayExplained: boolean;
  readonly hasAppealRoutes: boolean;
  readonly deadlines: Readonly<Partial<Record<string, Instant>>>;
}

/** What the model says that the database holds. */
export const expectedOf = (of: CaseModel): Observed => {
  const decided = of.tracks.filter(isDecided);
  const isEmpty = of.tracks.every(({ outcome }) => outcome === 'withdrawn');
  const items = (tracks: readonly TrackModel[]) => tracks.map(({ item }) => item);
  return {
    status: of.status,
    joined: of.tracks.map(({ outcome }) => outcome),
    licences: items(decided.filter(({ outcome }) => outcome === 'granted')),
    handovers: items(decided.filter(({ planned }) => planned.supervised)),
    told: {
      'case-decided': of.status === 'open' || isEmpty ? 0 : 1,
      'case-closed': of.status === 'closed' && !isEmpty ? 1 : 0,
      'case-withdrawn': isEmpty ? 1 : 0,
      'track-decided': decided.length,
      'track-withdrawn': of.tracks.filter(({ outcome }) => outcome === 'withdrawn').length,
      'term-missed': of.tracks.filter(({ missed }) => missed).length,
      'promised-missed': of.tracks.filter(({ promiseMissed }) => promiseMissed).length,
    },
    tracks: of.tracks.map(expectedTrack),
  };
};

function expectedTrack(track: TrackModel): ObservedTrack {
  const [due, promised] = [dueOn(track), promisedOn(track)];
  const dated = (day: LegalDate) => (standsStill(track, day) ? 'stands-still' : day);
  const deadline = (day: LegalDate | undefined, isMissed: boolean) =>
    day === undefined || isMissed || track.outcome !== undefined || standsStill(track, day)
      ? undefined
      : endOfDay(day);
  return {
    status: statusOf(track),
    due: dated(due),
    promised: promised && dated(promised),
    reviewer: track.reviewer,
    procedures: track.procedures,
    extendedBy: track.extendedBy,
    visit: track.visit,
    isMissed: track.missed,
    isPromiseMissed: track.promiseMissed,
    isDelayExplained: track.delayExplained,
    hasAppealRoutes: track.outcome === 'refused',
    deadlines: {
      'term-end': deadline(due, track.missed),
      'promised-end': deadline(promised, track.promiseMissed),
    },
  };
}

/** One look at everything that belongs to a case. */
const LOOK = `
  select (select state from "case" where id = $1) as of,
    (select json_agg(state order by (state->>'ordinal')::int) from track where case_number = $1) as tracks,
    (select coalesce(json_agg(state->>'item' order by state->>'number'), '[]') from licence
      where state->>'caseNumber' = $1) as licences,
    (select coalesce(json_agg(state->>'item' order by state->>'item'), '[]') from handover
      where state->>'caseNumber' = $1) as handovers,
    (select coalesce(json_agg(json_build_object('id', aggregate_id, 'kind', kind, 'at', due_at)), '[]')
      from deadline where state = 'armed' and aggregate = 'track' and starts_with(aggregate_id, $1)) as deadlines,
    (select coalesce(json_object_agg(fact, times), '{}') from (
      select regexp_replace(name, '^.*\\.', '') as fact, count(*) as times
      from journal where correlation = $2 group by 1) facts) as told`;

interface Look {
  readonly of: Case;
  readonly tracks: readonly Track[];
  readonly licences: readonly string[];
  readonly handovers: readonly string[];
  readonly deadlines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
  }[];
  readonly told: Readonly<Record<string, number>>;
}

const ONCE = [
  'case-decided',
  'case-closed',
  'case-withdrawn',
  'track-decided',
  'track-withdrawn',
  'term-missed',
  'promised-missed',
];

/** Loads the case afresh. */
export async function observed(
  pool: pg.Pool,
  { caseNumber, applicationId }: { readonly caseNumber: string; readonly applicationId: string },
): Promise<Observed & { readonly raw: Look }> {
  const { rows } = await pool.query<Look>(LOOK, [caseNumber, applicationId]);
  const [look] = rows;
  if (look === undefined) throw new TypeError('a look always is one row');
  const { of, tracks, licences, handovers, deadlines, told } = look;
  return {
    raw: look,
    status: of.status,
    joined: of.tracks.map(({ outcome, withdrawnAt }) =>
      withdrawnAt === undefined ? outcome : 'withdrawn',
    ),
    licences,
    handovers,
    told: Object.fromEntries(ONCE.map((fact) => [fact, told[fact] ?? 0])),
    tracks: tracks.map((track) => observedTrack(track, deadlines)),
  };
}

function observedTrack(track: Track, deadlines: Look['deadlines']): ObservedTrack {
  const { caseNumber, item, dates, visited } = track;
  const at = (kind: string) =>
    deadlines.find((each) => each.id === `${caseNumber}:${item}` && each.kind === kind)?.at;
  const instant = (text: string | undefined) =>
    text === undefined ? undefined : (new Date(text).toISOString() as Instant);
  const dated = (date: Track['dates']['statutory'] | undefined) =>
    date?.haltedSince === undefined ? date?.due : 'stands-still';
  return {
    status: track.status,
    due: dated(dates.statutory),
    promised: dated(dates.promised),
    reviewer: track.opinion?.reviewer,
    procedures: track.specialProcedures.map(({ from, ended }) => ({
      from,
      ...(ended && { until: ended.until }),
    })),
    extendedBy: track.extension?.days,
    visit: visited && (visited.notMet.length === 0 ? 'met' : 'not-met'),
    isMissed: track.missedAt !== undefined,
    isPromiseMissed: track.promisedMissedAt !== undefined,
    isDelayExplained: track.delay !== undefined,
    hasAppealRoutes: track.appeal !== undefined,
    deadlines: { 'term-end': instant(at('term-end')), 'promised-end': instant(at('promised-end')) },
  };
}
