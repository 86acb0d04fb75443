import { CatalogueChangedV1, ChangePowerV1, type ChangePowerRequest } from '@onewindow/contracts';
import { instantOf } from '@onewindow/kernel';
import { eventually } from '@onewindow/testing';
import { Centre } from './a-centre.js';
import { atWindow, WITHIN } from './at-window.js';
import { people } from './people.js';
import { aServiceItem, RECEIVED } from './situations.js';

const { administrator } = people;
const FOOD = aServiceItem();

let centre: Centre;

beforeEach(async () => {
  centre = await Centre.open(RECEIVED);
});

afterEach(() => centre.close());

const { publish } = atWindow(() => centre);

const changePower = (change: Pick<ChangePowerRequest, 'kind'> & Partial<ChangePowerRequest>) =>
  centre.ask(ChangePowerV1, administrator, {
    code: FOOD.code,
    effectiveOn: '2026-04-27',
    basis: '海政发〔2026〕7号',
    ...change,
  });

const notices = () =>
  centre.tamper<{ id: string; route: string }>(
    `select aggregate_id as id, route from journal where name = 'intake.catalogue-changed' order by id`,
  );

describe('A change of the catalogue', () => {
  it('is told in the act itself: an edition, its transfer, and its end', async () => {
    await publish({ name: '食品经营许可' });
    await changePower({ kind: 'transfer', agency: 'health', agencyName: '卫生健康局' });
    await changePower({ kind: 'cancel', effectiveOn: '2026-05-06' });
    await centre.moveClockTo(instantOf('2026-05-06T09:00:00+08:00'));

    await eventually(async () => {
      const told = await Promise.all(
        [`${FOOD.code}:1:0`, `${FOOD.code}:2:0`, `${FOOD.code}:2:retired:0`].map((id) =>
          centre.bureau.heardOf(CatalogueChangedV1, `catalogue:${id}`),
        ),
      );
      expect(told.flat().flatMap(({ items }) => items)).toMatchObject([
        { edition: 1, name: '食品经营许可', status: 'in-force', changed: { how: 'published' } },
        {
          edition: 2,
          decidingAgency: 'health',
          supervisingDepartment: FOOD.supervisingDepartment ?? FOOD.decidingAgency,
          changed: { how: 'transferred', on: '2026-04-27', formerAgency: FOOD.decidingAgency },
        },
        { edition: 2, status: 'retired', from: '2026-05-06', changed: { how: 'retired' } },
      ]);
    }, WITHIN);
  });

  it('is told to a participant that is deployed later, once', async () => {
    await publish({ name: '食品经营许可' });
    const before = await notices();
    await centre.stop();
    await centre.start({ topology: withDepartment });
    await centre.stop();
    await centre.start({ topology: withDepartment });

    expect((await notices()).slice(before.length)).toEqual([
      { id: `${FOOD.code}:1:0`, route: 'supervision-city' },
    ]);
  });
});

const withDepartment = {
  region: '379900',
  participants: [
    { service: 'intake', instance: 'centre', account: 'CENTRE' },
    { service: 'approval', instance: 'bureau', account: 'CENTRE' },
    { service: 'gateway', instance: 'centre', account: 'CENTRE' },
    { service: 'provisioner', instance: 'centre', account: 'CENTRE' },
    { service: 'supervision', instance: 'city', account: 'CITY', departments: ['city'] },
  ],
} as const;
