import { aJournal, type SpecJournal } from '../../test/a-journal.js';
import { JournalCounter, journalFigures } from './figures.js';

let journal: SpecJournal;
let counter: JournalCounter;

beforeEach(async () => {
  journal = await aJournal();
  counter = new JournalCounter(journal.pool);
});
afterEach(() => journal.close());

const run = (sql: string) => journal.tamperer.query(sql);

/** Entries that were recorded so long ago, the first half of them for a department. */
const entries = (many: number, ago: string) =>
  run(`with added as (
      insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version, commitment,
        actor, cause, correlation, occurred_at, recorded_at, route, state_hash, previous_hash, hash)
      select gen_random_uuid(), 'thing', gen_random_uuid(), 1, 'thing-told', 1, '', '{}', '', '', now(),
        clock_timestamp() - interval '${ago}',
        case when n <= ${many} / 2 then 'supervision-north' else 'approval-bureau' end, '', '', ''
      from generate_series(1, ${many}) n returning id, route)
    insert into journal_position (position, journal_id, route, previous_on_route)
    select (select coalesce(max(position), 0) from journal_position) + row_number() over (order by id),
      id, route, 0 from added`);
const handled = (producer: string, from: number, to: number) =>
  run(`insert into inbox (producer, position, event_id)
    select '${producer}', n, gen_random_uuid() from generate_series(${from}, ${to}) n`);
const cursor = (producer: string, position: number) =>
  run(`insert into inbox_cursor values ('${producer}', ${position})
    on conflict (producer) do update set position = excluded.position`);

describe('The figures of a journal', () => {
  it('are all nought while nothing happened', async () => {
    expect(new Set(Object.values(await counter.figures()))).toEqual(new Set([0]));
  });

  it('are the same whether they are counted from the beginning or since the last look', async () => {
    await entries(10, '1 hour');
    await handled('intake-centre', 1, 7);
    await cursor('intake-centre', 5);
    expect(await counter.figures()).toMatchObject({ journal: 10, published: 10, consumed: 7 });

    await entries(4, '6 minutes');
    await entries(3, '1 second');
    await handled('intake-centre', 8, 9);
    await cursor('intake-centre', 9);
    await handled('approval-bureau', 4, 4);
    for (let look = 0; look < 3; look += 1) {
      const figures = await counter.figures();
      expect(figures).toMatchObject({ journal: 17, published: 17, consumed: 10 });
      expect(figures).toEqual(await journalFigures(journal.pool));
    }
  });

  it('miss no entry that was written before a newer one and committed after it', async () => {
    const late = await journal.tamperer.connect();
    await late.query('begin');
    await late.query(`insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version,
        commitment, actor, cause, correlation, occurred_at, state_hash, previous_hash, hash)
      values (gen_random_uuid(), 'thing', 'late', 1, 'thing-told', 1, '', '{}', '', '', now(), '', '', '')`);
    await entries(2, '1 second');
    expect(await counter.figures()).toMatchObject({ journal: 2 });
    await late.query('commit');
    late.release();

    expect(await counter.figures()).toMatchObject({ journal: 3 });
  });

  it('count as backlog what a reader has not confirmed, and all of a route that never was', async () => {
    await entries(10, '1 hour');
    await run(`insert into reader_confirmation (reader, position) values ('supervision-north', 3)`);

    expect(await counter.figures()).toMatchObject({ backlog: 2 + 5 });
  });
});
