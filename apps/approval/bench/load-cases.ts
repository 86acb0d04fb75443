import { parseArgs } from 'node:util';
import pg from 'pg';
import { bytes, ENTRY_COLUMNS } from './chains.js';
import { CopyInto } from './copy-into.js';
import { Filing } from './filing.js';
import { officersAtWork } from './officers-at-work.js';
import { withoutIndexes } from './tables.js';

const { values } = parseArgs({
  options: {
    /** An administrator’s URL of the approval service’s database. */
    database: { type: 'string' },
    cases: { type: 'string', default: '1000000' },
    /** The officer who has two thousand tasks, if there are that many. */
    busiest: { type: 'string', default: '' },
  },
});
if (values.database === undefined) throw new TypeError('--database is missing');
const cases = Number(values.cases);
const connectionString = values.database;
const clients: pg.Client[] = [];
const began = performance.now();
const say = (what: string) =>
  process.stdout.write(
    `  ${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${what}\n`,
  );

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  clients.push(client);
  await client.query('set statement_timeout = 0');
  await client.query('set synchronous_commit = off');
  return client;
}

/** Decided tracks have no tasks: what the triggers of a track make of them is in the rows already. */
async function decidedTracks(): Promise<CopyInto> {
  const client = await connected();
  await client.query('set session_replication_role = replica');
  return new CopyInto(client, `track (${ROW_COLUMNS}, region, accepted_at)`);
}

const ROW_COLUMNS = 'id, version, head_hash, state';

try {
  const administrator = await connected();
  const officers = await officersAtWork(administrator, values.busiest);
  await withoutIndexes(administrator, say, async () => {
    const copies = {
      case: new CopyInto(await connected(), `"case" (${ROW_COLUMNS})`),
      licence: new CopyInto(await connected(), `licence (${ROW_COLUMNS})`),
      track: await decidedTracks(),
      journal: new CopyInto(await connected(), `journal (${ENTRY_COLUMNS})`),
      deadline: new CopyInto(
        await connected(),
        'deadline (aggregate, aggregate_id, kind, generation, due_at, state)',
      ),
    };
    const open: string[] = [];
    for (const filed of new Filing(cases, officers).all()) {
      for (const { kind, rows, deadlines } of filed.aggregates) {
        for (const entry of rows.entries) await copies.journal.add(entry);
        const row = `${rows.id}\t${String(rows.version)}\t${bytes(rows.head)}\t${rows.state}`;
        if (kind !== 'track') await copies[kind].add(row);
        else if (filed.isOpen) open.push(row);
        else await copies.track.add(`${row}\t${filed.region}\t${filed.acceptedAt}`);
        for (const [name, due] of deadlines)
          await copies.deadline.add(`${kind}\t${rows.id}\t${name}\t1\t${due}\tarmed`);
      }
    }
    const { deadline, ...others } = copies;
    await Promise.all(Object.values(others).map((each) => each.end()));
    say(
      Object.entries(copies)
        .map(([table, { count }]) => `${String(count)} rows of ${table}`)
        .join(', '),
    );
    const withTasks = await connected();
    // The triggers keep the plans that were made while there were no tasks.
    await withTasks.query('set enable_seqscan = off');
    const tracks = new CopyInto(withTasks, `track (${ROW_COLUMNS})`);
    for (const row of open) await tracks.add(row);
    await tracks.end();
    // The service fires what is over as soon as it sees it.
    await deadline.end();
    say(`${String(open.length)} open tracks and their tasks`);
  });
} finally {
  await Promise.all(clients.map((each) => each.end()));
}
