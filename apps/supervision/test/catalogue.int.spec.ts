import { CatalogueChangedV1, ListSupervisedItemsV1, type PayloadOf } from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { eventually } from '@onewindow/testing';
import { Department, on, people, WITHIN } from './a-department.js';

type Told = PayloadOf<typeof CatalogueChangedV1>['items'][number];

const { items } = goldenSample('intake.catalogue-changed.v1')?.payload as unknown as PayloadOf<
  typeof CatalogueChangedV1
>;
const [TRANSFERRED] = items as [Told];
const BEFORE: Told = {
  ...TRANSFERRED,
  edition: 1,
  decidingAgency: 'city-management',
  decidingAgencyName: '城市管理局',
  changed: { how: 'published', on: '2026-01-05' },
};

let department: Department;

beforeEach(async () => {
  department = await Department.open(on('2026-04-21'));
});

afterEach(() => department.close());

/** All of one aggregate: what is told arrives in this order, and the last of it after everything before. */
const tell = (...told: Told[]) =>
  department.centre.say(CatalogueChangedV1, 'catalogue:items', { items: told });

const listed = (person = people.officer) =>
  department.ask(ListSupervisedItemsV1, person, { department: 'city-management' });

const entries = () =>
  department.tamper<{ count: number }>(
    `select count(*)::int as count from journal where aggregate = 'known-item'`,
  );

describe('An item that was transferred to the bureau', () => {
  it('stays known to the department, with who decides now, also when news come twice and out of order', async () => {
    await tell(TRANSFERRED, {
      ...BEFORE,
      item: 'not-ours',
      decidingAgency: 'x',
      supervisingDepartment: 'y',
    });
    await tell(BEFORE);
    await tell(TRANSFERRED);
    await tell({ ...BEFORE, item: 'last' });
    await eventually(async () => {
      expect((await listed()).items.map(({ item }) => item)).toEqual(['last', TRANSFERRED.item]);
    }, WITHIN);

    expect(await listed()).toMatchObject({
      total: 2,
      items: [{ duty: 'decides' }, { edition: 2, decidingAgency: 'bureau', duty: 'supervises' }],
    });
    expect(await entries()).toEqual([{ count: 2 }]);
  });

  it('is listed for officers of the department, and for nobody of another', async () => {
    await expect(listed({ ...people.officer, department: 'forestry' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
