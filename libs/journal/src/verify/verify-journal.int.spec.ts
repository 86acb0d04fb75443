import { randomUUID } from 'node:crypto';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { made, THING, told } from '../../test/thing.js';
import { verifyJournal } from './verify-journal.js';

let journal: SpecJournal;
let id: string;

beforeAll(async () => {
  journal = await aJournal();
});
afterAll(() => journal.close());

/** A thing with five entries, and one beside it that nobody touches. */
beforeEach(async () => {
  id = randomUUID();
  for (const each of [id, randomUUID()]) {
    await acting(() =>
      journal.ledger.transact(async (changes) => {
        changes.create(THING, each, made(each));
        for (let index = 0; index < 4; index += 1) {
          changes.save(THING, each, told(await changes.load(THING, each)));
        }
      }),
    );
  }
  await journal.pool.query('select count(*) from journal_assign_positions(1000)');
});

const tamper = (sql: string, ...values: unknown[]) => journal.tamperer.query(sql, [id, ...values]);
const found = async () =>
  (await verifyJournal(journal.pool)).faults
    .filter((fault) => fault.aggregateId === id)
    .map(({ kind, version }) => [kind, version]);
const mend = async (sql: string) => {
  await journal.tamperer.query(sql);
};

describe('Verifying a journal', () => {
  it('finds nothing where nobody tampered', async () => {
    const { faults, ...counts } = await verifyJournal(journal.pool);

    expect(faults).toEqual([]);
    expect(counts).toEqual({ entries: 10, aggregates: 2, positions: 8 });
  });

  it.each([
    ['its payload', `payload = '{"words":"forged"}'`],
    ['its actor', `actor = '{"kind":"service","id":"somebody"}'`],
    ['its time', `occurred_at = occurred_at + interval '1 hour'`],
    ['its recipient', `route = 'supervision-north'`],
    ['its name', `name = 'intake.thing-forged'`],
    ['its cause', `cause = 'command:forged'`],
    ['its state hash', `state_hash = decode(repeat('00', 32), 'hex')`],
  ])('names an entry of which somebody altered %s', async (_what, assignment) => {
    await tamper(`update journal set ${assignment} where aggregate_id = $1 and version = 3`);

    expect(await found()).toEqual([['altered-entry', 3]]);
  });

  it('names a deleted entry in the middle', async () => {
    await tamper('delete from journal where aggregate_id = $1 and version = 3');

    expect(await found()).toEqual([['deleted-entry', 3]]);
  });

  it('names entries deleted at the end', async () => {
    await tamper('delete from journal where aggregate_id = $1 and version >= 4');

    expect(await found()).toEqual([['deleted-entry', 4]]);
  });

  it('names an aggregate all of whose entries were deleted', async () => {
    await tamper('delete from journal where aggregate_id = $1');

    expect(await found()).toEqual([['deleted-entry', 5]]);
  });

  it('names reordered entries', async () => {
    await tamper('update journal set version = 100 where aggregate_id = $1 and version = 3');
    await tamper('update journal set version = 3 where aggregate_id = $1 and version = 4');
    await tamper('update journal set version = 4 where aggregate_id = $1 and version = 100');

    expect(await found()).toEqual([
      ['reordered-entry', 3],
      ['reordered-entry', 4],
    ]);
  });

  it('names an entry added at the end', async () => {
    await tamper(`insert into journal (entry_id, aggregate, aggregate_id, version, name, event_version,
        payload, salt, commitment, actor, cause, correlation, occurred_at, state_hash, previous_hash, hash)
      select gen_random_uuid(), aggregate, aggregate_id, 6, name, event_version, payload, salt, commitment,
        actor, cause, correlation, occurred_at, state_hash, hash, sha256('x')
      from journal where aggregate_id = $1 and version = 5`);

    expect(await found()).toEqual([
      ['altered-entry', 6],
      ['added-entry', 6],
    ]);
  });

  it.each([
    ['its state', `state = jsonb_set(state, '{count}', '1000')`],
    ['its head', `head_hash = decode(repeat('00', 32), 'hex')`],
  ])('names an aggregate of which somebody edited %s behind the journal', async (_what, edit) => {
    await tamper(`update thing set ${edit} where id = $1`);

    expect(await found()).toEqual([['edited-aggregate', 5]]);
  });

  it('names an aggregate whose row was deleted or added', async () => {
    await tamper('delete from thing where id = $1');
    expect(await found()).toEqual([['lost-aggregate', undefined]]);

    await tamper(
      `insert into thing (id, version, head_hash, state) values ('added ' || $1, 1, sha256('x'), '{}')`,
    );
    const added = (await verifyJournal(journal.pool)).faults.filter(
      (fault) => fault.aggregateId === `added ${id}`,
    );
    expect(added).toMatchObject([{ kind: 'deleted-entry', version: 1 }]);
  });

  it.each(['payload = null, salt = null', 'payload = null', 'salt = null'])(
    'names an entry whose payload somebody erased by %s',
    async (assignment) => {
      await tamper(`update journal set ${assignment} where aggregate_id = $1 and version = 3`);

      expect(await found()).toEqual([['erased-payload', 3]]);
    },
  );

  it('names an entry that would never be told', async () => {
    await tamper(`delete from journal_position where journal_id =
      (select id from journal where aggregate_id = $1 and version = 5)`);

    expect(await found()).toEqual([['unqueued-entry', 5]]);
  });

  it('names broken positions', async () => {
    await mend(`update journal_position set previous_on_route = 0
      where position = (select max(position) from journal_position)`);
    const kinds = (await verifyJournal(journal.pool)).faults.map((fault) => fault.message);

    expect(kinds.some((message) => message.includes('names another position before it'))).toBe(
      true,
    );
  });

  it('may run while the service goes on', async () => {
    const going = Promise.all(
      Array.from({ length: 30 }, async () => {
        const each = randomUUID();
        await acting(() =>
          journal.ledger.transact(async (changes) => changes.create(THING, each, made(each))),
        );
      }),
    );
    const before = (await verifyJournal(journal.pool)).faults.length;
    await going;

    expect((await verifyJournal(journal.pool)).faults).toHaveLength(before);
  });
});
