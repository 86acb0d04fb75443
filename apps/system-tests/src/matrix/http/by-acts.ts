import type {
  FindBundleReply,
  FindItemReply,
  RequestCorrectionReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import type { Cast } from '@onewindow/tools';

const ITEM = 'drainage-permit';

const filing = {
  items: [ITEM],
  applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
  contact: { name: '林悦', phone: '13900000001' },
  premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
  materials: [],
  truthDeclared: true,
  electronicService: false,
};

/** The one notice names everything that is missing, and here that is everything. */
async function remarks({ clerk }: Cast) {
  const { materials } = await clerk.get<FindItemReply>(`/api/items/${ITEM}`);
  return materials
    .filter(({ necessity }) => necessity === 'required')
    .map(({ code }) => ({ material: code, problem: 'missing', explanation: '请补交此项材料。' }));
}

/** Commands that the story of the restaurant has no use for, each on its way to success; returns the applications filed. */
export async function playByActs(cast: Cast) {
  const { owner, clerk, administrator, operations } = cast;
  const file = async () => {
    const reply = await owner.post<SubmitApplicationReply>('/api/applications', filing);
    return { applicationId: reply.applicationId, at: `/api/applications/${reply.applicationId}` };
  };
  const withdrawn = await file();
  const notice = await clerk.post<RequestCorrectionReply>(`${withdrawn.at}/correction-notice`, {
    remarks: await remarks(cast),
  });
  const paper = `${withdrawn.at}/papers/${encodeURIComponent(notice.noticeNumber)}/service`;
  await clerk.post(paper, { method: 'window', receivedBy: '林悦' });
  await owner.post(`${withdrawn.at}/withdrawal`, { reason: '暂不办理。' });

  const declined = await file();
  await clerk.post(`${declined.at}/non-acceptance`, {
    ground: 'not-competent',
    reasons: ['该事项由省级机关实施。'],
    competentAuthority: '省住房和城乡建设厅',
  });

  for (const keeper of operations.keepers) {
    const { now } = await operations.clock(keeper);
    await operations.setClock(keeper, now);
    const at = `/api/operations/${keeper.service}/${keeper.service}-${keeper.instance}`;
    await administrator.post(`${at}/effects/resumption`);
    await administrator.post(`${at}/parked/999999/retry`).catch(() => undefined);
  }
  return { withdrawn, declined };
}

/** Publishes an item and a bundle anew; returns how many editions came of each. */
export async function publishAgain({ administrator }: Cast) {
  const items = `/api/items/${ITEM}`;
  const bundles = '/api/bundles/restaurant';
  const {
    edition,
    version: _,
    guided: __,
    asOf: ___,
    ...item
  } = await administrator.get<FindItemReply>(items);
  const bundle = await administrator.get<FindBundleReply>(bundles);
  await administrator.put(items, item);
  const { code, name, jointInspection } = bundle;
  const codes = bundle.items.map((each) => each.code);
  await administrator.put(bundles, { code, name, items: codes, jointInspection });
  return {
    ofItem: (await administrator.get<FindItemReply>(items)).edition - edition,
    ofBundle: (await administrator.get<FindBundleReply>(bundles)).edition - bundle.edition,
  };
}
