import { MAX_BODY_BYTES } from '@onewindow/contracts';
import { aJournal, type SpecJournal } from '../../test/a-journal.js';
import { listParked, producerOfParked } from './parked.js';

let journal: SpecJournal;

beforeAll(async () => {
  journal = await aJournal();
});
afterAll(() => journal.close());

const park = (many: number, waits: boolean) =>
  journal.pool.query(
    `insert into parked_message (producer, position, aggregate, aggregate_id, name, message, reason, waits)
     select 'intake-centre', n, 'thing', 'thing-' || n, 'intake.thing-told.v1', '{}', repeat('搁', 2000), $2
     from generate_series(1, $1) n`,
    [many, waits],
  );

describe('The list of parked messages', () => {
  it('fits into a reply however many there are, and begins with those that can be retried', async () => {
    await park(2_000, true);
    await park(3, false);
    const parked = await listParked(journal.pool);

    expect(parked.length).toBeGreaterThan(50);
    expect(Buffer.byteLength(JSON.stringify({ parked }))).toBeLessThan(MAX_BODY_BYTES);
    expect(parked.slice(0, 3).map(({ id }) => Number(id))).toEqual([2001, 2002, 2003]);
  });

  it('says whose message one is, also of those that it leaves out', async () => {
    const { rows } = await journal.pool.query<{ id: string }>(
      'select id from parked_message order by id desc limit 1',
    );

    expect(await producerOfParked(journal.pool, rows[0]!.id)).toBe('intake-centre');
    expect(await producerOfParked(journal.pool, '987654321')).toBeUndefined();
    expect(await producerOfParked(journal.pool, "1' or true")).toBeUndefined();
  });
});
