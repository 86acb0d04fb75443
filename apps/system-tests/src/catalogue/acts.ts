import type { FindImportReply, ImportCatalogueReply } from '@onewindow/contracts';
import { fullItem, until } from '@onewindow/tools';
import type { City } from '../a-city.js';

/** An item with everything that a guide prints. */
export const anItem = (code: string, name: string, agency = 'city-management') =>
  fullItem({
    code,
    name,
    resultName: `${name}证`,
    keywords: [],
    agency,
    agencyName: agency === 'bureau' ? '海棠市行政审批服务局' : '海棠市城市管理局',
    theme: 'city',
    at: 0,
  });

/** Hands a catalogue in as a file and waits for what the platform reports of it. */
export async function imported(
  { cast: { administrator } }: City,
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
