import type {
  AcceptApplicationReply,
  FindCaseReply,
  FindImportReply,
  ImportCatalogueReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import { aPdf, fullItem, until } from '@onewindow/tools';
import type { City } from '../a-city.js';

/** What somebody applies for, with the codes of the materials that are handed in. */
export interface Filed {
  readonly items?: readonly string[];
  readonly bundle?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly materials: readonly string[];
}

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

/** What the journeys of the catalogue do again and again in their city. */
export const actsIn = (city: () => City) => {
  const handedIn = (codes: readonly string[]) =>
    Promise.all(
      codes.map(async (material) => ({
        material,
        fileReceipt: await city().cast.owner.upload(
          `${material}.pdf`,
          aPdf(material),
          'application/pdf',
        ),
      })),
    );

  return {
    handedIn,

    /** Hands a catalogue in as a file and waits for what the platform reports of it. */
    imported: async (catalogue: object): Promise<FindImportReply> => {
      const { administrator } = city().cast;
      const bytes = Buffer.from(JSON.stringify({ format: 'onewindow-catalogue/1', ...catalogue }));
      const fileReceipt = await administrator.upload('catalogue.json', bytes, 'application/json');
      const request = { fileReceipt, dryRun: false };
      const { importId } = await administrator.post<ImportCatalogueReply>(
        '/api/catalogue-imports',
        request,
      );
      return until('the import has ended', async () => {
        const path = `/api/catalogue-imports/${importId}`;
        const report = await administrator.get<FindImportReply>(path);
        return report.status === 'received' ? undefined : report;
      });
    },

    filed: async ({ items = [], materials, ...filed }: Filed): Promise<string> => {
      const request = {
        ...filed,
        items,
        applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
        contact: { name: '林悦', phone: '13900000001' },
        premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
        materials: await handedIn(materials),
        truthDeclared: true,
        electronicService: true,
      };
      const { owner } = city().cast;
      return (await owner.post<SubmitApplicationReply>('/api/applications', request)).applicationId;
    },

    /** The number of the case that begins with it. */
    accepted: async (applicationId: string): Promise<string> => {
      const path = `/api/applications/${applicationId}/acceptance`;
      return (await city().cast.clerk.post<AcceptApplicationReply>(path)).caseNumber;
    },

    caseOpened: (caseNumber: string): Promise<FindCaseReply> =>
      until('the case is open', () =>
        city().cast.auditor.getIfFound<FindCaseReply>(`/api/cases/${caseNumber}`),
      ),
  };
};
