import { endOfDay, legalDateAt, type Instant, type LegalDate } from '@onewindow/kernel';
import type pg from 'pg';
import type { Case } from '../../../src/domain/case/case.js';
import type { Track } from '../../../src/domain/track/track.js';
import {
  agencyOf,
  dueOn,
  holderOf,
  isEnded,
  stageAt,
  stageDueOn,
  standsStill,
  statusOf,
  type UpwardModel,
} from './upward-model.js';

/** What an item of two levels has come to, who has it, and what either level owes. */
export interface Observed {
  readonly status: string;
  readonly caseStatus: string;
  readonly agency: string;
  /** Of the case, as it is looked up; and who else reads it. */
  readonly deciding: string;
  readonly reading: readonly string[];
  readonly due: LegalDate | 'stands-still' | undefined;
  readonly isMissed: boolean;
  readonly termEnd: Instant | undefined;
  readonly active: string | undefined;
  readonly stageDue: LegalDate | 'stands-still' | undefined;
  readonly tasks: readonly {
    readonly stage: string;
    readonly agency: string;
    readonly holder: string | null;
  }[];
  readonly reviewer: string | undefined;
  readonly draft: string | undefined;
  readonly decided: string | undefined;
  readonly report: string | undefined;
  /** How often the journal tells what happened to it. */
  readonly told: Readonly<Record<string, number>>;
}

export function expectedOf(of: UpwardModel): Observed {
  const { report, lower, decided, draft, missed } = of;
  const due = dueOn(of);
  const stage = stageAt(of);
  const halted = standsStill(of, due);
  return {
    status: statusOf(of),
    caseStatus: of.withdrawn ? 'closed' : decided === undefined ? 'open' : 'decided',
    agency: agencyOf(of),
    deciding: agencyOf(of),
    reading: report === undefined ? [] : [lower],
    due: halted ? 'stands-still' : due,
    isMissed: missed,
    termEnd: missed || isEnded(of) || halted ? undefined : endOfDay(due),
    active: decided === undefined ? stage.code : undefined,
    stageDue: of.withdrawn ? undefined : stageDueOn(of),
    tasks: isEnded(of)
      ? []
      : [{ stage: stage.code, agency: agencyOf(of), holder: holderOf(of) ?? null }],
    reviewer: of.reviewer,
    draft: draft && `${draft.outcome} by ${draft.by}, ${draft.review ?? 'not reviewed'}`,
    decided: decided && `${decided.outcome} by ${decided.by} of ${of.higher}`,
    report:
      report &&
      `${of.lower} to ${of.higher} on ${report.on} by ${report.reviewer}, due ${report.due}, ${report.missed ? 'late' : 'in time'}`,
    told: of.told,
  };
}

const TOLD = [
  'term-missed',
  'track-transferred',
  'opinion-recorded',
  'decision-drafted',
  'track-decided',
  'track-reopened',
  'stage-returned',
];

const LOOK = `
  select (select state from "case" where id = $1) as of,
    (select state from track where id = $2) as track,
    (select coalesce(json_agg(json_build_object('stage', stage, 'agency', agency, 'holder', assignee)), '[]')
      from task where track_id = $2) as tasks,
    (select due_at from deadline where state = 'armed' and aggregate = 'track' and aggregate_id = $2
      and kind = 'term-end') as "termEnd",
    (select coalesce(json_object_agg(fact, times), '{}') from (
      select regexp_replace(name, '^.*\\.', '') as fact, count(*) as times
      from journal where aggregate = 'track' and aggregate_id = $2 group by 1) facts) as told`;

interface Look {
  readonly of: Case;
  readonly track: Track;
  readonly tasks: Observed['tasks'];
  readonly termEnd: string | null;
  readonly told: Readonly<Record<string, number>>;
}

/** Loads everything afresh. */
export async function observed(
  pool: pg.Pool,
  { caseNumber, item }: { readonly caseNumber: string; readonly item: string },
): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [caseNumber, `${caseNumber}:${item}`]);
  const { of, track, tasks, termEnd, told } = rows[0]!;
  const { decision, transferredUp, draft } = track;
  const active = (track.stages ?? []).filter(({ status }) => status === 'active');
  const isEnd = track.status === 'withdrawn';
  return {
    status: track.status,
    caseStatus: of.status,
    agency: track.agency,
    deciding: of.tracks.map(({ agency }) => agency).join(),
    reading: of.alsoAgencies ?? [],
    due: dated(track.dates.statutory),
    isMissed: track.missedAt !== undefined,
    termEnd: termEnd === null ? undefined : (new Date(termEnd).toISOString() as Instant),
    active: active.length === 0 ? undefined : active.map(({ code }) => code).join(),
    stageDue: isEnd ? undefined : dated(active[0]?.due),
    tasks,
    reviewer: track.opinion?.reviewer,
    draft:
      draft && `${draft.outcome} by ${draft.draftedBy}, ${draft.review?.result ?? 'not reviewed'}`,
    decided: decision && `${decision.outcome} by ${decision.decidedBy} of ${track.agency}`,
    report: transferredUp && toldOf(transferredUp),
    told: Object.fromEntries(
      TOLD.flatMap((fact) => (told[fact] === undefined ? [] : [[fact, told[fact]]])),
    ),
  };
}

const toldOf = ({ from, to, at, opinion, due, missedAt }: NonNullable<Track['transferredUp']>) =>
  `${from} to ${to} on ${legalDateAt(at)} by ${opinion.reviewer}, due ${String(due.due)}, ${missedAt === undefined ? 'in time' : 'late'}`;

const dated = (date: Track['dates']['statutory'] | undefined) =>
  date?.haltedSince === undefined ? date?.due : 'stands-still';
