import type {
  AcceptApplicationReply,
  FindCaseReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import type { Cast } from './cast.js';
import { aPdf } from './paper-files.js';
import { until } from './until.js';

/** Where somebody files. */
export interface Window {
  readonly cast: Pick<Cast, 'owner' | 'clerk' | 'auditor'>;
}

/** What somebody applies for, with the codes of the materials that are handed in. */
export interface Filing {
  readonly items?: readonly string[];
  readonly bundle?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly materials: readonly string[];
}

/** The id of the application, which the owner of the restaurant files. */
export async function filed(city: Window, filing: Filing): Promise<string> {
  const request = {
    items: [],
    ...filing,
    applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
    contact: { name: '林悦', phone: '13900000001' },
    premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
    materials: await handedIn(city, filing.materials),
    truthDeclared: true,
    electronicService: true,
  };
  const { owner } = city.cast;
  return (await owner.post<SubmitApplicationReply>('/api/applications', request)).applicationId;
}

/** Each material as a file of its own, uploaded. */
export const handedIn = ({ cast: { owner } }: Window, codes: readonly string[]) =>
  Promise.all(
    codes.map(async (material) => ({
      material,
      fileReceipt: await owner.upload(`${material}.pdf`, aPdf(material), 'application/pdf'),
    })),
  );

/** The number of the case that begins with the acceptance. */
export async function accepted(
  { cast: { clerk } }: Window,
  applicationId: string,
): Promise<string> {
  const path = `/api/applications/${applicationId}/acceptance`;
  return (await clerk.post<AcceptApplicationReply>(path)).caseNumber;
}

export const caseOpened = ({ cast: { auditor } }: Window, caseNumber: string) =>
  until('the case is open', () => auditor.getIfFound<FindCaseReply>(`/api/cases/${caseNumber}`));
