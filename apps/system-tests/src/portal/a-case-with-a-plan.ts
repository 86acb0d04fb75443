import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindItemReply } from '@onewindow/contracts';
import { accepted, caseOpened, filed } from '@onewindow/tools';
import type { City } from '../a-city.js';

const SHOP = 'shop-with-drains';
const ITEMS = ['drainage-permit', 'large-outdoor-ad'];

/** The rules of a place that knows whom its plans mean by the fire brigade. */
export class PlaceOfTheJourneys {
  private readonly folder = mkdtempSync(join(tmpdir(), 'onewindow-place-'));
  readonly file = join(this.folder, 'place.json');

  constructor() {
    writeFileSync(this.file, JSON.stringify({ agenciesByName: { 消防救援: ['fire-rescue'] } }));
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The drains are looked at by experts where the site is large, and may go back to the reviewer; they wait for the fire brigade. */
export async function publishShop({ cast: { administrator } }: City): Promise<void> {
  const stage = { role: 'approver' };
  await administrator.put('/api/processes/drainage-permit', {
    name: '污水排入排水管网许可',
    within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
    stages: [
      { ...stage, code: 'review', name: '审查', kind: 'review', after: [] },
      {
        ...stage,
        code: 'experts',
        name: '专家评审',
        kind: 'expert-review',
        after: ['review'],
        when: { field: 'siteArea', atLeast: 10_000 },
      },
      {
        code: 'decision',
        name: '决定',
        kind: 'decision',
        role: 'decision-officer',
        after: ['experts'],
      },
    ],
    returns: [{ from: 'decision', to: 'review' }],
  });
  await administrator.put(`/api/bundles/${SHOP}`, {
    code: SHOP,
    name: '开店排水一件事',
    items: [],
    jointInspection: [],
    plan: {
      nodes: [
        { id: 'fire', name: '消防设施检测', kind: 'external', department: '消防救援' },
        ...ITEMS.map((item) => ({ id: item, name: item, kind: 'item', item })),
      ],
      edges: [{ from: 'fire', to: 'drainage-permit', type: 'hard', basis: '消防法 13' }],
    },
  });
}

export async function aCaseWithAPlan(city: City): Promise<string> {
  const asked = await Promise.all(
    ITEMS.map((item) => city.cast.owner.get<FindItemReply>(`/api/items/${item}`)),
  );
  const materials = asked.flatMap((item) => item.materials.map(({ code }) => code));
  const applicationId = await filed(city, { bundle: SHOP, materials: [...new Set(materials)] });
  const caseNumber = await accepted(city, applicationId);
  await caseOpened(city, caseNumber);
  return caseNumber;
}
