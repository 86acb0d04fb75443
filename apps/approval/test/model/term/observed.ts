import { endOfDay, type Instant, type LegalDate } from '@onewindow/kernel';
import type pg from 'pg';
import type { Case } from '../../../src/domain/case/case.js';
import type { Track } from '../../../src/domain/track/track.js';
import type { Licence } from '../../../src/domain/licence/licence.js';
import type { LastDay } from '../walk/days.js';
import {
  dueOn,
  isDecided,
  jointDueOn,
  jointStandsStill,
  promisedOn,
  serveBy,
  standsStill,
  statusOf,
  type CaseModel,
  type Certificate,
  type JointModel,
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
  /** The term of joint handling. */
  readonly joint: ObservedJoint | undefined;
}

interface ObservedJoint {
  readonly due: Dated;
  readonly extendedBy: number | undefined;
  readonly missedAt: Instant | undefined;
  readonly deadline: Instant | undefined;
}

/** A day; none while it is not known. */
type Dated = LegalDate | 'stands-still' | undefined;

export interface ObservedTrack {
  readonly status: string;
  readonly due: Dated;
  readonly promised: Dated;
  readonly reviewer: string | undefined;
  readonly procedures: readonly { readonly from: LegalDate; readonly until?: LegalDate }[];
  readonly extendedBy: number | undefined;
  readonly visit: string | undefined;
  readonly missedAt: Instant | undefined;
  readonly promiseMissedAt: Instant | undefined;
  readonly isDelayExplained: boolean;
  readonly hasAppealRoutes: boolean;
  readonly deadlines: Readonly<Partial<Record<string, Instant>>>;
  /** Of a grant. */
  readonly certificate: ObservedCertificate | undefined;
}

interface ObservedCertificate {
  readonly serveBy: Dated;
  readonly overdueSince: Instant | undefined;
  readonly deadline: Instant | undefined;
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
      'joint-term-missed': of.joint?.missed === true ? 1 : 0,
    },
    tracks: of.tracks.map((track) => expectedTrack(of, track)),
    joint: of.joint && expectedJoint(of, of.joint),
  };
};

const endOf = ({ day }: LastDay): Instant | undefined =>
  day === undefined ? undefined : endOfDay(day);

function expectedTrack(of: CaseModel, track: TrackModel): ObservedTrack {
  const [due, promised] = [dueOn(of, track), promisedOn(of, track)];
  const dated = (last: LastDay) => (standsStill(track, last) ? 'stands-still' : last.day);
  const deadline = (last: LastDay | undefined, isMissed: boolean) =>
    last === undefined || isMissed || track.outcome !== undefined || standsStill(track, last)
      ? undefined
      : endOf(last);
  return {
    status: statusOf(track),
    due: dated(due),
    promised: promised && dated(promised),
    reviewer: track.reviewer,
    procedures: track.procedures,
    extendedBy: track.extendedBy,
    visit: track.visit,
    missedAt: track.missed ? endOf(due) : undefined,
    promiseMissedAt: promised && track.promiseMissed ? endOf(promised) : undefined,
    isDelayExplained: track.delayExplained,
    hasAppealRoutes: track.outcome === 'refused',
    deadlines: {
      'term-end': deadline(due, track.missed),
      'promised-end': deadline(promised, track.promiseMissed),
    },
    certificate: track.certificate && expectedCertificate(of, track.certificate),
  };
}

function expectedCertificate(of: CaseModel, certificate: Certificate): ObservedCertificate {
  const { overdue, served } = certificate;
  const last = serveBy(of, certificate);
  return {
    serveBy: last.day,
    overdueSince: overdue ? endOf(last) : undefined,
    deadline: overdue || served ? undefined : endOf(last),
  };
}

function expectedJoint(of: CaseModel, joint: JointModel): ObservedJoint {
  const { missed, isMet, extendedBy } = joint;
  const last = jointDueOn(of, joint);
  const isHalted = jointStandsStill(joint, last);
  return {
    due: isHalted ? 'stands-still' : last.day,
    extendedBy,
    missedAt: missed ? endOf(last) : undefined,
    deadline: missed || isMet || isHalted ? undefined : endOf(last),
  };
}

/** One look at everything that belongs to a case. */
const LOOK = `
  select (select state from "case" where id = $1) as of,
    (select json_agg(state order by (state->>'ordinal')::int) from track where case_number = $1) as tracks,
    (select coalesce(json_agg(state order by state->>'number'), '[]') from licence
      where state->>'caseNumber' = $1) as licences,
    (select coalesce(json_agg(state->>'item' order by state->>'item'), '[]') from handover
      where state->>'caseNumber' = $1) as handovers,
    (select coalesce(json_agg(json_build_object('id', aggregate_id, 'kind', kind, 'at', due_at)), '[]')
      from deadline where state = 'armed' and (starts_with(aggregate_id, $1)
        or aggregate_id in (select id from licence where state->>'caseNumber' = $1))) as deadlines,
    (select coalesce(json_object_agg(fact, times), '{}') from (
      select regexp_replace(name, '^.*\\.', '') as fact, count(*) as times
      from journal where correlation = $2 group by 1) facts) as told`;

interface Look {
  readonly of: Case;
  readonly tracks: readonly Track[];
  readonly licences: readonly Licence[];
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
  'joint-term-missed',
];

/** Loads the case afresh. */
export async function observed(
  pool: pg.Pool,
  { caseNumber, applicationId }: { readonly caseNumber: string; readonly applicationId: string },
): Promise<Observed & { readonly raw: Look }> {
  const { rows } = await pool.query<Look>(LOOK, [caseNumber, applicationId]);
  const [look] = rows;
  if (look === undefined) throw new TypeError('a look always is one row');
  const { of, tracks, licences, handovers, told } = look;
  return {
    raw: look,
    status: of.status,
    joined: of.tracks.map(({ outcome, withdrawnAt }) =>
      withdrawnAt === undefined ? outcome : 'withdrawn',
    ),
    licences: licences.map(({ item }) => item),
    handovers,
    told: Object.fromEntries(ONCE.map((fact) => [fact, told[fact] ?? 0])),
    tracks: tracks.map((track) => observedTrack(track, look)),
    joint: of.joint && observedJoint(of.joint, armedAt(look, caseNumber, 'joint-end')),
  };
}

function armedAt({ deadlines }: Look, of: string, kind: string): Instant | undefined {
  const at = deadlines.find((each) => each.id === of && each.kind === kind)?.at;
  return at === undefined ? undefined : (new Date(at).toISOString() as Instant);
}

const dated = (date: Track['dates']['statutory'] | undefined): Dated =>
  date?.haltedSince === undefined ? date?.due : 'stands-still';

const observedJoint = (
  { due, extension, missedAt }: NonNullable<Case['joint']>,
  deadline: Instant | undefined,
): ObservedJoint => ({ due: dated(due), extendedBy: extension?.days, missedAt, deadline });

function observedTrack(track: Track, look: Look): ObservedTrack {
  const { caseNumber, item, dates, visited } = track;
  const at = (kind: string) => armedAt(look, `${caseNumber}:${item}`, kind);
  const licence = look.licences.find((each) => each.item === item);
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
    missedAt: track.missedAt,
    promiseMissedAt: track.promisedMissedAt,
    isDelayExplained: track.delay !== undefined,
    hasAppealRoutes: track.appeal !== undefined,
    deadlines: { 'term-end': at('term-end'), 'promised-end': at('promised-end') },
    certificate: licence && {
      serveBy: dated(licence.serveBy),
      overdueSince: licence.serviceOverdueSince,
      deadline: armedAt(look, licence.number, 'service-due'),
    },
  };
}
