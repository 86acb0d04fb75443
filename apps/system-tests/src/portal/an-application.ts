import type { FindApplicationReply } from '@onewindow/contracts';
import { filed } from '@onewindow/tools';
import type { City } from '../a-city.js';

/** An application that the window has still to look at, with one of its materials. */
export async function anApplication(city: City): Promise<FindApplicationReply> {
  const applicationId = await filed(city, {
    items: ['food-business-permit'],
    materials: ['kitchen-layout'],
  });
  return city.cast.owner.get(`/api/applications/${applicationId}`);
}
