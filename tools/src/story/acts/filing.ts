import type {
  AcceptApplicationReply,
  FindBundleReply,
  RequestCorrectionReply,
  SubmitApplicationReply,
} from '@onewindow/contracts';
import { RESTAURANT_ANSWERS } from '../../demonstration/forms.js';
import { DEMONSTRATION_ITEMS, RESTAURANT_BUNDLE } from '../../demonstration/items.js';
import { expectEqual } from '../expectations.js';
import { until } from '../until.js';
import { EXPECTED_DUE } from '../expected-dates.js';
import type { ItemCode } from '../expected-dates.js';
import type { Scene } from '../scene.js';

export async function apply(scene: Scene): Promise<void> {
  const materials = await scene.uploadMaterials(
    DEMONSTRATION_ITEMS.flatMap((item) => item.materials)
      .filter(({ necessity, code }) => necessity === 'required' && code !== 'water-quality-report')
      .map(({ code }) => code),
  );
  const { form } = await scene.cast.owner.get<FindBundleReply>(
    `/api/bundles/${RESTAURANT_BUNDLE.code}`,
  );
  const reply = await scene.cast.owner.post<SubmitApplicationReply>('/api/applications', {
    bundle: RESTAURANT_BUNDLE.code,
    items: RESTAURANT_BUNDLE.items,
    applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
    contact: { name: '林悦', phone: '13900000001' },
    premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
    materials,
    ...(form && { answers: RESTAURANT_ANSWERS }),
    truthDeclared: true,
    electronicService: true,
  });
  scene.applicationId = reply.applicationId;
  scene.say(`申请已提交 filed: ${reply.applicationNumber}`);
}

/** One notice that lists both: the missing report and the wrong floor plan. */
export async function noteDefects(scene: Scene): Promise<void> {
  const notice = await scene.cast.clerk.post<RequestCorrectionReply>(
    `/api/applications/${scene.applicationId}/correction-notice`,
    {
      remarks: [
        {
          material: 'water-quality-report',
          problem: 'missing',
          explanation: '请补交排水水质、水量检测报告（受理前一个月内出具）。',
        },
        {
          material: 'floor-plan',
          problem: 'wrong',
          explanation: '平面布置图未标明第二安全出口，请重新绘制。',
        },
      ],
    },
  );
  const shown = await scene.application();
  expectEqual('the notice lists both problems', shown.correctionRemarks.length, 2);
  expectEqual('the application waits for correction', shown.status, 'awaiting-correction');
  scene.say(`一次性告知补正 one complete correction notice: ${notice.noticeNumber}`);
}

/** What was wrong is handed in anew; a report that an agency delivered lies there already. */
export async function resubmit(scene: Scene, materials: readonly string[]): Promise<void> {
  await scene.cast.owner.post(`/api/applications/${scene.applicationId}/corrections`, {
    materials: await scene.uploadMaterials(materials),
  });
  scene.say('补正材料已提交 corrections handed in');
}

export async function accept(scene: Scene): Promise<void> {
  const receipt = await scene.cast.clerk.post<AcceptApplicationReply>(
    `/api/applications/${scene.applicationId}/acceptance`,
  );
  scene.caseNumber = receipt.caseNumber;
  expectEqual('four tracks are due', receipt.tracks.length, 4);
  if (scene.datesKnown) {
    for (const track of receipt.tracks) {
      expectEqual(
        `due date of ${track.item}`,
        track.statutory.due,
        EXPECTED_DUE[track.item as ItemCode],
      );
    }
  }
  const opened = await until('the case is open', () => scene.caseIfThere());
  expectEqual('the case has four parallel tracks', opened.tracks.length, 4);
  const fire = opened.tracks.find(({ item }) => item === 'public-assembly-fire-check');
  expectEqual('fire is decided by the brigade', fire?.agency, 'fire-rescue');
  scene.say(`受理 accepted: case ${receipt.caseNumber}, receipt ${receipt.receiptNumber}`);
}
