import type { ListOfficersReply } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { AGENCY_HEADS, DEMONSTRATION_OFFICERS, type DemonstrationOfficer } from './officers.js';

/**
 * Publishes the officers of each agency whose head is given, as its head does: with the first of them whoever has the role no longer
 * acts by that alone. Whoever is published already stays as they are.
 */
export async function loadOfficers(
  headOf: (account: string) => Promise<GatewayClient | undefined>,
): Promise<void> {
  for (const [agency, account] of Object.entries(AGENCY_HEADS)) {
    const head = await headOf(account);
    if (head === undefined) continue;
    const { officers } = await head.get<ListOfficersReply>(`/api/officers?limit=200`);
    const published = new Set(officers.map((each) => each.account));
    for (const officer of DEMONSTRATION_OFFICERS) {
      const { publication } = officer;
      if (publication.agency === agency && !published.has(publication.account)) {
        await publish(head, officer);
      }
    }
  }
}

async function publish(
  head: GatewayClient,
  { publication, authorisation, relation }: DemonstrationOfficer,
): Promise<void> {
  const path = `/api/officers/${publication.account}`;
  await head.put(path, { ...publication });
  if (authorisation !== undefined) await head.post(`${path}/authorisations`, { ...authorisation });
  if (relation !== undefined) await head.post(`${path}/relations`, { ...relation });
}
