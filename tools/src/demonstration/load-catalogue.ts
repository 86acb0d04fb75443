import type { FindBundleReply, ImportCatalogueReply } from '@onewindow/contracts';
import type { GatewayClient } from '../story/gateway-client.js';
import { PLANNED_BUNDLES } from './catalogue-entries.js';
import { catalogueFile } from './catalogue-file.js';

/**
 * Hands the demonstration catalogue in as a file, once; the platform takes it by itself. Whoever starts does not wait for it: the
 * report stands under the import's address.
 */
export async function loadCatalogue(administrator: GatewayClient): Promise<string | undefined> {
  const path = `/api/bundles/${PLANNED_BUNDLES[0].code}`;
  if ((await administrator.getIfFound<FindBundleReply>(path)) !== undefined) return undefined;
  const bytes = Buffer.from(JSON.stringify(catalogueFile()));
  const fileReceipt = await administrator.upload('catalogue.json', bytes, 'application/json');
  const request = { fileReceipt, dryRun: false };
  const { importId } = await administrator.post<ImportCatalogueReply>(
    '/api/catalogue-imports',
    request,
  );
  return importId;
}
