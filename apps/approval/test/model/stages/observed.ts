import type { LegalDate } from '@onewindow/kernel';
import type pg from 'pg';
import type { Case } from '../../../src/domain/case/case.js';
import type { Track } from '../../../src/domain/track/track.js';
import {
  activeOf,
  asked,
  awaitedBy,
  dueOn,
  isOpen,
  statusOf,
  TOLD,
  type StagesModel,
  type TrackModel,
} from './stages-model.js';

/** What of a case under definitions is compared: read from the database, past every cache, and reckoned by the model. */
export interface Observed {
  readonly status: string;
  readonly joined: readonly (string | undefined)[];
  readonly results: Readonly<Record<string, string>>;
  /** Those in force. */
  readonly licences: readonly string[];
  /** What somebody has to do now, as the lists of work have it: item, stage, agency, role. */
  readonly tasks: readonly string[];
  readonly told: Readonly<Record<string, number>>;
  readonly tracks: readonly ObservedTrack[];
}

interface ObservedTrack {
  readonly status: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly overdue: readonly string[];
  readonly asked: readonly string[];
  readonly reviewers: readonly string[];
  readonly due: LegalDate | undefined;
  readonly isMissed: boolean;
  /** Of a track that is not decided: what it waits for. */
  readonly awaits: readonly { readonly node: string; readonly standing: string }[];
}

export const expectedOf = (of: StagesModel): Observed => ({
  status: of.status,
  joined: of.tracks.map(({ outcome }) => outcome),
  results: of.results,
  licences: of.tracks.filter(({ outcome }) => outcome === 'granted').map(({ item }) => item),
  tasks: of.tracks
    .filter(isOpen)
    .flatMap((track) =>
      activeOf(track).map(({ code, role, agency = track.planned.agency }) =>
        [track.item, code, agency, role].join(' '),
      ),
    )
    .toSorted(),
  told: of.told,
  tracks: of.tracks.map((track) => expectedTrack(of, track)),
});

const expectedTrack = (of: StagesModel, track: TrackModel): ObservedTrack => ({
  status: statusOf(track),
  stages: Object.fromEntries(track.stages),
  overdue: track.overdue.toSorted(),
  asked: asked(track),
  reviewers: [...new Set([...track.earlier, ...(track.reviewer ?? '').split(' ')])]
    .filter((each) => each !== '')
    .toSorted(),
  due: isOpen(track) ? dueOn(track) : undefined,
  isMissed: track.missed,
  awaits: isOpen(track) ? awaitedBy(of, track.node) : [],
});

const LOOK = `
  select (select state from "case" where id = $1) as of,
    (select json_agg(state order by (state->>'ordinal')::int) from track where case_number = $1) as tracks,
    (select coalesce(json_agg(state->>'item' order by state->>'item'), '[]') from licence
      where state->>'caseNumber' = $1 and state->>'status' <> 'annulled') as licences,
    (select coalesce(json_agg(concat_ws(' ', item, stage, agency, role)), '[]') from task
      where case_number = $1) as tasks,
    (select coalesce(json_object_agg(fact, times), '{}') from (
      select regexp_replace(name, '^.*\\.', '') as fact, count(*) as times
      from journal where correlation = $2 group by 1) facts) as told`;

interface Look {
  readonly of: Case;
  readonly tracks: readonly Track[];
  readonly licences: readonly string[];
  readonly tasks: readonly string[];
  readonly told: Readonly<Record<string, number>>;
}

/** Loads the case afresh. */
export async function observed(
  pool: pg.Pool,
  { caseNumber, applicationId }: { readonly caseNumber: string; readonly applicationId: string },
): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [caseNumber, applicationId]);
  const [look] = rows;
  if (look === undefined) throw new TypeError('a look always is one row');
  const { of, tracks, licences, tasks, told } = look;
  return {
    status: of.status,
    joined: of.tracks.map(({ outcome, withdrawnAt }) =>
      withdrawnAt === undefined ? outcome : 'withdrawn',
    ),
    results: Object.fromEntries((of.results ?? []).map(({ node, outcome }) => [node, outcome])),
    licences,
    tasks: tasks.toSorted(),
    told: Object.fromEntries(TOLD.map((fact) => [fact, told[fact] ?? 0])),
    tracks: tracks.map(observedTrack),
  };
}

function observedTrack({
  status,
  stages = [],
  opinion,
  earlierReviewers = [],
  dates,
  missedAt,
  awaits = [],
}: Track): ObservedTrack {
  const isDone = status === 'granted' || status === 'refused' || status === 'withdrawn';
  return {
    status,
    stages: Object.fromEntries(stages.map((each) => [each.code, each.status])),
    overdue: stages
      .filter(({ overdueSince }) => overdueSince !== undefined)
      .map(({ code }) => code)
      .toSorted(),
    asked: [...new Set(stages.flatMap(({ unanswered = [] }) => unanswered))].toSorted(),
    reviewers: [
      ...new Set([...earlierReviewers, ...(opinion ? [opinion.reviewer] : [])]),
    ].toSorted(),
    due: isDone ? undefined : dates.statutory.due,
    isMissed: missedAt !== undefined,
    awaits: isDone ? [] : awaits.map(({ node, standing }) => ({ node, standing })),
  };
}
