import type pg from 'pg';
import type { Track } from '../../../src/domain/track/track.js';
import type { WorkTransfer } from '../../../src/domain/officers/work-transfer.js';
import { isOpen, stageOf, type Matter, type PeopleModel, type Transfer } from './people-model.js';

/** What every matter has come to, and the work that went to others. */
export interface Observed {
  readonly matters: Readonly<Record<string, ObservedMatter>>;
  readonly transfers: readonly string[];
}

interface ObservedMatter {
  readonly status: string;
  readonly reviewer: string | undefined;
  /** By whom, and under which authority; also when that one was revoked since. */
  readonly decided: string | undefined;
  readonly tasks: readonly { readonly stage: string; readonly holder: string | null }[];
}

export const expectedOf = ({ matters, transfers }: PeopleModel): Observed => ({
  matters: Object.fromEntries(matters.map((each) => [each.caseNumber, expectedMatter(each)])),
  transfers: transfers.map((each) => toldOf(each, 'finished')).toSorted(),
});

function expectedMatter(matter: Matter): ObservedMatter {
  const { reviewer, decided, holder = null } = matter;
  return {
    status: decided?.outcome ?? (reviewer === undefined ? 'in-review' : 'reviewed'),
    reviewer,
    decided: decided && `${decided.by} ${decided.under}`,
    tasks: isOpen(matter) ? [{ stage: stageOf(matter), holder }] : [],
  };
}

const toldOf = ({ account, reassigned, toPool }: Transfer, status: string): string =>
  `${account}: ${String(reassigned)} to others, ${String(toPool)} to the pool, ${status}`;

const LOOK = `
  select t.state as track, coalesce((select json_agg(json_build_object('stage', k.stage, 'holder', k.assignee))
    from task k where k.track_id = t.id), '[]') as tasks
  from track t where t.case_number = any($1)`;

const TRANSFERS = `select state from work_transfer where state->>'agency' = $1`;

interface Look {
  readonly track: Track;
  readonly tasks: ObservedMatter['tasks'];
}

/** Loads everything afresh. */
export async function observed(
  pool: pg.Pool,
  agency: string,
  cases: Iterable<string>,
): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [[...cases]]);
  const transfers = await pool.query<{ state: WorkTransfer }>(TRANSFERS, [agency]);
  return {
    matters: Object.fromEntries(
      rows.map(({ track: { caseNumber, status, opinion, decision }, tasks }) => [
        caseNumber,
        {
          status,
          reviewer: opinion?.reviewer,
          decided: decision && `${decision.decidedBy} ${underOf(decision)}`,
          tasks,
        },
      ]),
    ),
    transfers: transfers.rows.map(({ state }) => toldOf(state, state.status)).toSorted(),
  };
}

const underOf = ({ under }: NonNullable<Track['decision']>): string =>
  [
    under?.kind ?? 'nothing',
    ...(under?.documentNumber === undefined ? [] : [under.documentNumber]),
  ].join(' ');
