import type { FindAgencyReply, ListServicesReply } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { MARKET_AGENCIES, registrationOf, WATER_QUALITY_TESTING } from './market.js';

/** Opens the demonstration market: the list, and the agencies that enter it, in their order; what is there already is left as it is. */
export async function loadMarket(
  operator: GatewayClient,
  agents: readonly (GatewayClient | undefined)[],
): Promise<void> {
  const { code } = WATER_QUALITY_TESTING;
  const { services } = await operator.get<ListServicesReply>('/api/market/services');
  if (!services.some((each) => each.code === code)) {
    await operator.put(`/api/market/services/${code}`, { ...WATER_QUALITY_TESTING });
  }
  for (const [index, agency] of MARKET_AGENCIES.entries()) {
    const path = `/api/market/agencies/${agency.creditCode}`;
    const registered = await operator.getIfFound<FindAgencyReply>(path);
    if (registered === undefined) await agents[index]?.put(path, registrationOf(agency, index + 1));
  }
}
