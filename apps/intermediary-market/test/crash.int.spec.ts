import { randomUUID } from 'node:crypto';
import { ConfirmPublicValueV1, FindDrawV1 } from '@onewindow/contracts';
import { verifyJournal } from '@onewindow/journal';
import pg from 'pg';
import { Market, people } from './a-market.js';

const { second } = people;

let market: Market;

beforeEach(async () => {
  market = await Market.open();
});

afterEach(() => market.close());

/** A project whose value is entered, so that only the confirmation is left. */
async function readyToDraw(): Promise<string> {
  const { projectNumber } = await market.publish();
  await market.signedUp(projectNumber, 3);
  await market.closeSignUp(projectNumber);
  await market.letValueAppear(projectNumber);
  await market.enter(projectNumber);
  return projectNumber;
}

const confirm = (projectNumber: string, key: string) =>
  market.ask(ConfirmPublicValueV1, second, { projectNumber, value: '3245.67' }, key);

async function expectOneAward(projectNumber: string) {
  const { status, awards } = await market.find(projectNumber);
  expect({ status, awards: awards.length }).toEqual({ status: 'awarded', awards: 1 });
  const names = (await market.trace(projectNumber)).entries.map(({ name }) => name);
  expect(names.filter((name) => name === 'agency-drawn')).toHaveLength(1);
  expect(names.filter((name) => name === 'project-awarded')).toHaveLength(1);
  const { ranking } = await market.ask(FindDrawV1, undefined, { projectNumber });
  expect(awards[0]?.agency.creditCode).toBe(ranking[0]?.creditCode);
  expect((await market.figures()).armed).toBe(1);
  const pool = new pg.Pool({ connectionString: market.database.superuserUrl });
  const { faults } = await verifyJournal(pool);
  await pool.end();
  expect(faults).toEqual([]);
}

/** The first commit that writes the award loses its database session between the draw and the end of the transaction. */
const loseTheFirstCommit = () =>
  market.tamper(`
    create sequence crash;
    create function lose_session() returns trigger language plpgsql security definer as $$
    begin
      if new.name = 'project-awarded' and nextval('public.crash') = 1 then
        perform pg_terminate_backend(pg_backend_pid());
      end if;
      return new;
    end $$;
    create trigger lose_session before insert on journal for each row execute function lose_session();
  `);

describe('A crash between draw and award', () => {
  it('before the commit leaves neither of them, and the retry makes both, once', async () => {
    const projectNumber = await readyToDraw();
    await loseTheFirstCommit();
    const key = randomUUID();

    // The service may have tried again by itself; the asker tries again in any case.
    await confirm(projectNumber, key).catch(() => undefined);
    const drawn = await confirm(projectNumber, key);

    const [crash] = await market.tamper<{ tries: string }>(
      'select last_value::text as tries from crash',
    );
    expect(Number(crash?.tries)).toBe(2);
    await expectOneAward(projectNumber);
    expect((await market.find(projectNumber)).awards[0]?.agency).toEqual(drawn.agency);
  });

  it('after the commit loses neither of them: a new process gives the retry the first answer', async () => {
    const projectNumber = await readyToDraw();
    const key = randomUUID();
    const drawn = await confirm(projectNumber, key);
    await market.stop();
    await market.start();

    expect(await confirm(projectNumber, key)).toEqual(drawn);
    await expect(confirm(projectNumber, randomUUID())).rejects.toMatchObject({
      code: 'action-not-allowed-in-state',
    });
    await expectOneAward(projectNumber);
  });
});
