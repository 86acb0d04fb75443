import { CatalogueChangedV1, ListServicesV1, type PayloadOf } from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { eventually } from '@onewindow/testing';
import { Market, WITHIN } from './a-market.js';

type Told = PayloadOf<typeof CatalogueChangedV1>['items'][number];

const { items } = goldenSample('intake.catalogue-changed.v1')?.payload as unknown as PayloadOf<
  typeof CatalogueChangedV1
>;
const [SAMPLE] = items as [Told];
const DRAINAGE: Told = {
  ...SAMPLE,
  item: 'drainage-permit',
  name: '排水许可',
  intermediaryServices: ['water-quality-testing'],
};

let market: Market;

beforeEach(async () => {
  market = await Market.open();
});

afterEach(() => market.close());

const tell = (...told: Told[]) =>
  market.intake.say(CatalogueChangedV1, `catalogue:${crypto.randomUUID()}`, { items: told });

const matters = async () =>
  (await market.ask(ListServicesV1, undefined, {})).services.flatMap((each) => each.matters ?? []);

describe('A mandated report', () => {
  it('shows the items in force that ask for it, told twice and out of order, also after a restart', async () => {
    await tell({ ...DRAINAGE, item: 'asks-for-none', intermediaryServices: [] });
    await tell(DRAINAGE);
    await tell({ ...DRAINAGE, edition: 1, name: '旧名称' }, DRAINAGE);
    await eventually(async () => {
      expect(await matters()).toEqual([
        {
          item: 'drainage-permit',
          itemName: '排水许可',
          decidingAgency: SAMPLE.decidingAgency,
          decidingAgencyName: SAMPLE.decidingAgencyName,
        },
      ]);
    }, WITHIN);
    expect(await market.tamper('select id from known_item')).toEqual([{ id: 'drainage-permit' }]);

    await market.stop();
    await market.start();
    await tell({ ...DRAINAGE, edition: 3, intermediaryServices: [] });
    await eventually(async () => expect(await matters()).toEqual([]), WITHIN);
  });
});
