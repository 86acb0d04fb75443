import type { FindItemReply } from '@onewindow/contracts';
import { accepted, caseOpened, filed } from '@onewindow/tools';
import type { City } from './a-city.js';

/** What one accepted application is called before and after its acceptance. */
export interface AcceptedCase {
  readonly applicationId: string;
  readonly caseNumber: string;
}

/** A case with one track of this item, which nobody has reviewed yet; every material was handed in. */
export async function anAcceptedCase(city: City, item = 'drainage-permit'): Promise<AcceptedCase> {
  const { materials } = await city.cast.owner.get<FindItemReply>(`/api/items/${item}`);
  const applicationId = await filed(city, {
    items: [item],
    materials: materials.map(({ code }) => code),
  });
  const caseNumber = await accepted(city, applicationId);
  await caseOpened(city, caseNumber);
  return { applicationId, caseNumber };
}
