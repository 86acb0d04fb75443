import { DEMONSTRATION_ITEMS } from '@onewindow/tools';
import { anAcceptedCase } from '../an-accepted-case.js';
import type { City } from '../a-city.js';

/** Of which there are only so many; no case of the other journeys waits for its turn. */
export const LIMITED_ITEM = 'taxi-licence';

/** Published with how many there are, from the day after the first morning on (许可法 30). */
export async function publishLimitedItem({ cast: { administrator } }: City): Promise<void> {
  const like = DEMONSTRATION_ITEMS.find(({ code }) => code === 'drainage-permit');
  if (like === undefined) throw new TypeError('The demonstration has no such item');
  await administrator.put(`/api/items/${LIMITED_ITEM}`, {
    ...like,
    code: LIMITED_ITEM,
    name: '出租汽车车辆运营证核发',
    legalBasis: ['国务院对确需保留的行政审批项目设定行政许可的决定 112'],
    conditions: ['在公布的数量之内'],
    materials: like.materials.slice(0, 1),
    quantityLimit: '有数量限制，按受理先后顺序',
    resultName: '车辆运营证',
  });
  await administrator.put(`/api/quotas/${LIMITED_ITEM}`, {
    from: '2026-04-21',
    until: '2026-12-31',
    limit: 100,
    documentNumber: '海政发〔2026〕9号',
  });
}

/** Somebody waits for a decision, and others behind. */
export async function queueForLimitedItem(city: City): Promise<void> {
  await anAcceptedCase(city, LIMITED_ITEM);
  await anAcceptedCase(city, LIMITED_ITEM);
}
