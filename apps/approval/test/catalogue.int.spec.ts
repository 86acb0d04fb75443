import {
  CatalogueChangedV1,
  PublishProcessV1,
  type PayloadOf,
  type PublishProcessRequest,
} from '@onewindow/contracts';
import { goldenSample } from '@onewindow/contracts/documents';
import { eventually } from '@onewindow/testing';
import { Bureau } from './a-bureau.js';
import { WITHIN } from './desk.js';
import { ACCEPTED, anOfficer } from './fixtures.js';

type Told = PayloadOf<typeof CatalogueChangedV1>['items'][number];

const administrator = anOfficer('admin', 'centre', 'administrator');
const { items } = goldenSample('intake.catalogue-changed.v1')?.payload as unknown as PayloadOf<
  typeof CatalogueChangedV1
>;
const [ITEM] = items as [Told];

let bureau: Bureau;

beforeEach(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterEach(() => bureau.close());

const tell = (differs: Partial<Told> = {}) =>
  bureau.intake.say(CatalogueChangedV1, `catalogue:${crypto.randomUUID()}`, {
    items: [{ ...ITEM, ...differs }],
  });

const known = (expected: object) =>
  eventually(async () => {
    const rows = await bureau.tamper<{ state: Told }>('select state from known_item');
    expect(rows).toMatchObject([{ state: expected }]);
  }, WITHIN);

const publish = (workingDays: number, within = 20) =>
  bureau.ask(PublishProcessV1, administrator, {
    code: ITEM.item,
    name: '户外广告',
    within: { unit: 'working-day', days: within, source: '行政许可法 42' },
    stages: [
      { code: 'review', name: '审查', kind: 'review', role: 'approver', after: [], workingDays },
      {
        code: 'decision',
        name: '决定',
        kind: 'decision',
        role: 'decision-officer',
        after: ['review'],
      },
    ],
    returns: [],
  } satisfies PublishProcessRequest);

describe('A process for an item of the catalogue', () => {
  it('is published with a remark while nothing is known of the item, and held against it afterwards', async () => {
    expect(await publish(15)).toMatchObject({ version: 1, remarks: [{ zh: expect.any(String) }] });
    await tell({ statutoryTerm: { unit: 'working-day', days: 10 } });
    await known({ edition: 2, statutoryTerm: { days: 10 } });

    await expect(publish(15)).rejects.toMatchObject({
      code: 'process-not-publishable',
      unmet: [{ rule: 'term-of-the-item' }, { rule: 'stages-within-the-item' }],
    });
    expect(await publish(8, 10)).toEqual({ code: ITEM.item, version: 2 });
  });

  it('is not published for an item that has ended, whatever older news come late', async () => {
    await tell({ status: 'retired', changed: { how: 'retired', on: '2026-05-06' } });
    await tell({ edition: 1, name: '旧名称' });
    await tell();
    await known({ edition: 2, status: 'retired', name: ITEM.name });

    await expect(publish(5)).rejects.toMatchObject({ unmet: [{ rule: 'item-in-force' }] });
  });
});
