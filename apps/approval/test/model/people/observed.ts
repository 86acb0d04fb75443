import type pg from 'pg';
import type { Track } from '../../../src/domain/track/track.js';
import { isOpen, stageOf, type Matter, type PeopleModel } from './people-model.js';

/** Of each matter: what it has come to, and who has to do what of it. */
export type Observed = Readonly<Record<string, ObservedMatter>>;

interface ObservedMatter {
  readonly status: string;
  readonly reviewer: string | undefined;
  /** By whom, and under which authority. */
  readonly decided: string | undefined;
  readonly tasks: readonly { readonly stage: string; readonly holder: string | null }[];
}

export const expectedOf = ({ matters }: PeopleModel): Observed =>
  Object.fromEntries(matters.map((each) => [each.caseNumber, expectedMatter(each)]));

function expectedMatter(matter: Matter): ObservedMatter {
  const { reviewer, decided, holder } = matter;
  return {
    status: decided?.outcome ?? (reviewer === undefined ? 'in-review' : 'reviewed'),
    reviewer,
    decided: decided && `${decided.by} ${decided.under}`,
    tasks: isOpen(matter)
      ? [{ stage: stageOf(matter), holder: holder.length === 0 ? null : holder.join(' or ') }]
      : [],
  };
}

/** Which of several has it is the service's choice. */
export const withHolders = (of: PeopleModel, seen: Observed): PeopleModel => ({
  ...of,
  matters: of.matters.map((matter) => {
    const holder = seen[matter.caseNumber]?.tasks[0]?.holder;
    return holder !== undefined && holder !== null && matter.holder.includes(holder)
      ? { ...matter, holder: [holder] }
      : matter;
  }),
});

const LOOK = `
  select t.state as track, coalesce((select json_agg(json_build_object('stage', k.stage, 'holder', k.assignee))
    from task k where k.track_id = t.id), '[]') as tasks
  from track t where t.case_number = any($1)`;

interface Look {
  readonly track: Track;
  readonly tasks: ObservedMatter['tasks'];
}

/** Loads everything afresh. */
export async function observed(pool: pg.Pool, cases: Iterable<string>): Promise<Observed> {
  const { rows } = await pool.query<Look>(LOOK, [[...cases]]);
  return Object.fromEntries(
    rows.map(({ track: { caseNumber, status, opinion, decision }, tasks }) => [
      caseNumber,
      {
        status,
        reviewer: opinion?.reviewer,
        decided: decision && `${decision.decidedBy} ${decision.under?.kind ?? 'nothing'}`,
        tasks,
      },
    ]),
  );
}
