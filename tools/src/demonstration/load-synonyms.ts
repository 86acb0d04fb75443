import type { FindSynonymsReply } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { DEMONSTRATION_SYNONYMS } from './synonyms.js';

/** Publishes the everyday words of the demonstration city; a table that somebody has published stays as it is. */
export async function loadSynonyms(administrator: GatewayClient): Promise<void> {
  const { edition } = await administrator.get<FindSynonymsReply>('/api/synonyms');
  if (edition === 0)
    await administrator.put('/api/synonyms', { ...DEMONSTRATION_SYNONYMS, basedOn: 0 });
}
