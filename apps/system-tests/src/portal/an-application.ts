import type { FindApplicationReply, SubmitApplicationReply } from '@onewindow/contracts';
import { aPdf } from '@onewindow/tools';
import type { City } from '../a-city.js';

/** An application that the window has still to look at, with one of its materials. */
export async function anApplication({ cast }: City): Promise<FindApplicationReply> {
  const { owner } = cast;
  const fileReceipt = await owner.upload('layout.pdf', aPdf('Layout'), 'application/pdf');
  const { applicationId } = await owner.post<SubmitApplicationReply>('/api/applications', {
    items: ['food-business-permit'],
    applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
    contact: { name: '林悦', phone: '13900000001' },
    premises: { name: '临江小馆分店', address: '海棠市东城区临江路20号' },
    materials: [{ material: 'kitchen-layout', fileReceipt }],
    truthDeclared: true,
    electronicService: true,
  });
  return owner.get(`/api/applications/${applicationId}`);
}
