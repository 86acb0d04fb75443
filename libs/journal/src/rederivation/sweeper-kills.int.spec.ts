import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { acting, aJournal, type SpecJournal } from '../../test/a-journal.js';
import { made, THING } from '../../test/thing.js';
import { SWEEP_FAULT_POINTS, verifyJournal, type FaultPoint } from '../index.js';

const program = fileURLToPath(new URL('../../test/sweeping/start-program.mjs', import.meta.url));
const THINGS = 60;

let journal: SpecJournal;

beforeEach(async () => {
  journal = await aJournal();
  await Promise.all(
    Array.from({ length: THINGS }, (_, at) => {
      const id = `thing-${String(at).padStart(4, '0')}`;
      return acting(
        () => journal.ledger.transact(async (changes) => changes.create(THING, id, made(id))),
        `command:spec/${at}`,
      );
    }),
  );
});

afterEach(() => journal.close());

/** What a process ended with that sweeps this journal. */
async function swept(point?: FaultPoint): Promise<{ code: number | null; signal: string | null }> {
  const child = fork(program, [], {
    env: {
      PATH: process.env.PATH,
      SPEC_DATABASE: journal.url,
      SPEC_LEAST: '10',
      ...(point !== undefined && { SPEC_POINT: point }),
    },
    execArgv: [],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return { code, signal };
}

const figures = async () => {
  const { rows } = await journal.pool.query<Record<string, number>>(
    `select (select count(*) from thing where version = 2 and (state->>'count')::int = 10)::int as derived,
      (select count(*) from journal where name = 'thing-counted')::int as entries,
      (select count(*) from deadline where state = 'armed' and generation = 1)::int as armed`,
  );
  return rows[0];
};

describe('A service that is killed while it derives everything anew', () => {
  it.each(SWEEP_FAULT_POINTS)(
    'at %s derives each aggregate exactly once, with its entry and its deadline',
    async (point) => {
      expect(await swept(point)).toEqual({ code: null, signal: 'SIGKILL' });
      const half = (await figures())?.derived ?? 0;
      expect(half).toBeGreaterThan(0);
      expect(half).toBeLessThan(THINGS);

      expect(await swept()).toEqual({ code: 0, signal: null });
      expect(await figures()).toEqual({ derived: THINGS, entries: THINGS, armed: THINGS });
      expect((await verifyJournal(journal.pool)).faults).toEqual([]);
    },
  );
});
