import type { AcceptApplicationReply, SubmitApplicationReply } from '@onewindow/contracts';
import { aPdf, until } from '@onewindow/tools';
import type { City } from '../a-city.js';

const MATERIALS = [
  'drainage-application-form',
  'drainage-drawings',
  'pretreatment-proof',
  'water-quality-report',
];

/** The number of a case whose one track nobody has reviewed yet. */
export async function anAcceptedCase({ cast }: City): Promise<string> {
  const { owner, clerk, approver } = cast;
  const materials = await Promise.all(
    MATERIALS.map(async (material) => ({
      material,
      fileReceipt: await owner.upload(`${material}.pdf`, aPdf(material), 'application/pdf'),
    })),
  );
  const { applicationId } = await owner.post<SubmitApplicationReply>('/api/applications', {
    items: ['drainage-permit'],
    applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
    contact: { name: '林悦', phone: '13900000001' },
    premises: { name: '临江小馆二店', address: '海棠市东城区临江路22号' },
    materials,
    truthDeclared: true,
    electronicService: true,
  });
  const { caseNumber } = await clerk.post<AcceptApplicationReply>(
    `/api/applications/${applicationId}/acceptance`,
  );
  await until('the case is open', () => approver.getIfFound(`/api/cases/${caseNumber}`));
  return caseNumber;
}
