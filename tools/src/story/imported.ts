import type { FindImportReply, ImportCatalogueReply } from '@onewindow/contracts';
import type { Cast } from './cast.js';
import { until } from './until.js';

/** Hands a catalogue in as a file and waits for what the platform reports of it. */
export async function imported(
  { cast: { administrator } }: { readonly cast: Pick<Cast, 'administrator'> },
  catalogue: object,
): Promise<FindImportReply> {
  const bytes = Buffer.from(JSON.stringify({ format: 'onewindow-catalogue/1', ...catalogue }));
  const fileReceipt = await administrator.upload('catalogue.json', bytes, 'application/json');
  const { importId } = await administrator.post<ImportCatalogueReply>('/api/catalogue-imports', {
    fileReceipt,
    dryRun: false,
  });
  return until('the import has ended', async () => {
    const path = `/api/catalogue-imports/${importId}`;
    const report = await administrator.get<FindImportReply>(path);
    return report.status === 'received' ? undefined : report;
  });
}
