import type { FindProcessReply } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { DEMONSTRATION_PROCESSES } from './processes.js';

/** Publishes the demonstration city's processes; what is published already is left as it is. */
export async function loadProcesses(administrator: GatewayClient): Promise<void> {
  for (const { code, ...definition } of DEMONSTRATION_PROCESSES) {
    const path = `/api/processes/${code}`;
    const published = await administrator.getIfFound<FindProcessReply>(path);
    if (published === undefined) await administrator.put(path, { ...definition });
  }
}
