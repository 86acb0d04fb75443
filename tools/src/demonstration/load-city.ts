import type { FindBundleReply, FindItemReply, ServiceItem } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { DEMONSTRATION_ITEMS, RESTAURANT_BUNDLE } from './items.js';

/** Publishes the demonstration city's catalogue; what is published already is left as it is. */
export async function loadCity(
  administrator: GatewayClient,
  items: readonly ServiceItem[] = DEMONSTRATION_ITEMS,
): Promise<void> {
  for (const item of items) {
    const published = await administrator.getIfFound<FindItemReply>(`/api/items/${item.code}`);
    if (published === undefined) await administrator.put(`/api/items/${item.code}`, { ...item });
  }
  const path = `/api/bundles/${RESTAURANT_BUNDLE.code}`;
  const bundle = await administrator.getIfFound<FindBundleReply>(path);
  if (bundle === undefined) await administrator.put(path, { ...RESTAURANT_BUNDLE });
}
