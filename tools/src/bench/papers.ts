import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { paperSeriesSql } from '@onewindow/documents';
import { journalMigrationSql } from '@onewindow/journal';
import { createPostgres, freePort } from '@onewindow/local-servers';
import pg from 'pg';
import { benchFolder } from './machine/bench-folder.js';
import { quantile } from './statistics.js';

/** What the entries of one commit issue. */
const ISSUES = {
  'no paper': () => ({ name: 'term-announced', agency: '' }),
  'a paper each, of a thousand series': () => issued(`机关${Math.floor(Math.random() * 1_000)}`),
  'a paper each, all of one series': () => issued('海棠市行政审批服务局'),
} as const;

type What = keyof typeof ISSUES;

const issued = (agency: string) => ({ name: 'paper-issued', agency });

/** Entries of one commit: what a service commits together under load. */
const GROUP = 8;
/** Groups under way at once: a service has two. */
const CONNECTIONS = [1, 2, 4];
const SECONDS = 3;
/** Every combination has its turn this often, so that the machine's moods fall on all alike. */
const ROUNDS = 3;

/**
 * What the lock on the number of a series costs: acts that each issue one paper, all of one series, beside acts of many series and acts
 * without any, with full durability, and nothing but the journal and the register behind them.
 */
export async function benchPapers(say: (line: string) => void): Promise<void> {
  const folder = benchFolder();
  const server = createPostgres({ folder, port: await freePort() });
  await server.start();
  const pool = new pg.Pool({
    connectionString: server.superuserUrl(),
    max: Math.max(...CONNECTIONS),
  });
  try {
    await pool.query('create role runtime');
    await pool.query(journalMigrationSql({ runtimeRole: 'runtime' }));
    await pool.query(paperSeriesSql('runtime'));
    say(`load average ${loadavg()[0]?.toFixed(1) ?? '?'}; acts a second, ${GROUP} in a commit`);
    for (const connections of CONNECTIONS) {
      const rates = new Map<What, number[]>();
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const what of Object.keys(ISSUES) as What[]) {
          const rate = await actsASecond(pool, what, connections);
          rates.set(what, [...(rates.get(what) ?? []), rate]);
        }
      }
      for (const [what, of] of rates) {
        const middle = quantile(
          of.sort((a, b) => a - b),
          0.5,
        );
        say(`${middle.toFixed(0).padStart(7)}  ${connections} under way, ${what}`);
      }
    }
  } finally {
    await pool.end();
    await server.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function actsASecond(pool: pg.Pool, what: What, connections: number): Promise<number> {
  const begun = performance.now();
  const until = begun + SECONDS * 1_000;
  let acts = 0;
  const work = async () => {
    while (performance.now() < until) {
      await pool.query(INSERT, [
        JSON.stringify(Array.from({ length: GROUP }, () => entryOf(what))),
      ]);
      acts += GROUP;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return acts / ((performance.now() - begun) / 1_000);
}

/** About what a decision says. */
function entryOf(what: What): object {
  const { name, agency } = ISSUES[what]();
  const reference = randomBytes(9).toString('hex');
  const payload = {
    paper: {
      number: reference,
      kind: 'decision',
      title: '准予行政许可决定书',
      issuedBy: agency,
      issuedAt: '2026-11-06T02:00:00.000Z',
      item: 'drainage-permit',
    },
    content: {
      holder: { name: '海棠市临江餐饮有限公司' },
      item: { name: '城镇污水排入排水管网许可' },
      body: { kind: 'decision-granted', reasons: ['材料齐全、符合法定形式。'.repeat(20)] },
    },
  };
  return { entry: randomUUID(), id: randomUUID(), name, payload: JSON.stringify(payload) };
}

const INSERT = `insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version, payload,
    commitment, actor, cause, correlation, occurred_at, state_hash, previous_hash, hash)
  select e.entry, 'application', e.id, 1, e.name, 1, e.payload, sha256('c'), '{}', e.id, e.id, now(),
    sha256('s'), sha256('p'), sha256('h')
  from json_to_recordset($1::json) e(entry uuid, id text, name text, payload text)`;
