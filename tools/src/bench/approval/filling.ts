import { join } from 'node:path';
import type { ParticipantToken } from '@onewindow/contracts';
import { workspaceRoot } from '@onewindow/local-servers';
import type pg from 'pg';
import { databaseOf } from '../../platform/databases.js';
import type { Platform } from '../../platform/start-platform.js';
import { run } from '../../proof/run.js';
import type { GatewayClient } from '../../story/gateway-client.js';
import type { Known } from './questions.js';

export const BUSIEST = { account: 'qian.wei', name: '钱伟' };
const OTHER_REVIEWERS = 24;
const SINCE = '2024-01-02';

/** The bureau’s officers: whoever files is given to them by load from then on. */
export async function publishOfficers(administrator: GatewayClient): Promise<void> {
  const reviewers = Array.from({ length: OTHER_REVIEWERS }, (_, at) => {
    const number = String(at + 1).padStart(2, '0');
    return { account: `bureau.officer-${number}`, name: `审批员${number}`, acts: ['review'] };
  });
  const officers = [
    { ...BUSIEST, acts: ['review'] },
    ...reviewers,
    { account: 'sun.li', name: '孙莉', acts: ['decide', 'decide-at-window'] },
  ];
  for (const { account, name, acts } of officers)
    await administrator.put(`/api/officers/${account}`, {
      name,
      agency: 'bureau',
      competences: [{ acts, since: SINCE }],
    });
}

/** Stores so many cases as approval stores them. */
export async function fill(database: string, cases: number): Promise<void> {
  const program = join(workspaceRoot(), 'apps', 'approval', 'bench', 'run.mjs');
  const code = await run([
    program,
    `--database=${database}`,
    `--cases=${cases}`,
    `--busiest=${BUSIEST.account}`,
  ]);
  if (code !== 0) throw new Error(`the cases could not be stored: exit code ${code}`);
}

/** An administrator’s URL of the database of a service. */
export function databaseUrl({ postgres, folder }: Platform, token: ParticipantToken): string {
  if (postgres === undefined) throw new TypeError('the platform runs no PostgreSQL of its own');
  const { pathname } = new URL(databaseOf(token, postgres.superuserUrl(), folder).url);
  return postgres.superuserUrl(pathname.slice(1));
}

export interface Stored {
  readonly cases: number;
  readonly open: number;
  readonly tasks: number;
  readonly busiest: number;
  readonly entries: number;
  readonly gibibytes: number;
}

export async function storedIn(client: pg.Client): Promise<Stored> {
  const { rows } = await client.query<Stored>(
    `select (select count(*)::int from "case") as cases,
      (select count(*)::int from "case" where status = 'open') as open,
      (select count(*)::int from task) as tasks,
      (select count(*)::int from task where assignee = $1) as busiest,
      (select count(*)::int from journal) as entries,
      (pg_database_size(current_database()) / 1024.0 ^ 3)::float8 as gibibytes`,
    [BUSIEST.account],
  );
  const [stored] = rows;
  if (stored === undefined) throw new TypeError('a count has a row');
  return stored;
}

/** So many stored cases, each as likely as any other; an open one among twenty. */
export async function knownCases(client: pg.Client, most: number): Promise<readonly Known[]> {
  const { rows } = await client.query<Known>(
    `select id as "caseNumber", applicant_name as applicant, state#>>'{premises,address}' as address
    from "case" where id = any(array(
      select id from "case" order by md5(id) limit $1))
    order by md5(id || 'asked')`,
    [most],
  );
  return rows;
}

/** Deadlines that are over already are the service’s own to record: it is quiet when none is left. */
export async function overdueDeadlines(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    `select count(*)::int as left from deadline where state = 'armed' and due_at < now()`,
  );
  return rows[0]?.left ?? 0;
}
