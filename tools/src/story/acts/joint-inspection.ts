import type { ArrangeInspectionReply, SignChecklistReply } from '@onewindow/contracts';
import { personOf } from '../cast.js';
import { expectEqual } from '../expectations.js';
import type { Scene } from '../scene.js';

const JOINT_ITEMS = [
  'food-business-permit',
  'public-assembly-fire-check',
  'large-outdoor-ad',
] as const;

export async function inspectTogether(scene: Scene): Promise<void> {
  const checklists = [
    {
      item: 'food-business-permit',
      points: points('kitchen-zones', 'fly-proofing', 'hand-washing'),
    },
    {
      item: 'public-assembly-fire-check',
      points: points('second-exit', 'emergency-lighting', 'extinguishers'),
    },
    { item: 'large-outdoor-ad', points: points('smoke-vent-clearance', 'structural-fixing') },
  ];
  const approver = await scene.holder('food-business-permit', 'review');
  const arranged = await approver.post<ArrangeInspectionReply>(
    `/api/cases/${scene.caseNumber}/inspections`,
    {
      items: JOINT_ITEMS,
      scheduledAt: '2026-05-07T06:00:00.000Z',
      inspectors: [
        { ...personOf('inspector'), agency: 'bureau' },
        { ...personOf('secondInspector'), agency: 'bureau' },
        { ...personOf('fireInspector'), agency: 'fire-rescue' },
        { ...personOf('secondFireInspector'), agency: 'fire-rescue' },
      ],
      checklists,
    },
  );
  const at = (item: string, step: string) =>
    `/api/inspections/${arranged.inspectionId}/checklists/${item}${step}`;
  const met = (point: string) => ({ point, result: 'met' });
  const { inspector, secondInspector, fireInspector, secondFireInspector } = scene.cast;

  await inspector.post(at('food-business-permit', ''), {
    findings: [met('kitchen-zones'), met('fly-proofing'), met('hand-washing')],
  });
  await fireInspector.post(at('public-assembly-fire-check', ''), {
    findings: [
      met('second-exit'),
      {
        point: 'emergency-lighting',
        result: 'corrected-on-the-spot',
        remark: '一处应急照明灯不亮，当场更换后复测合格。',
      },
      met('extinguishers'),
    ],
  });
  await inspector.post(at('large-outdoor-ad', ''), {
    findings: [
      { point: 'smoke-vent-clearance', result: 'not-met', remark: '招牌遮挡二层排烟窗。' },
      met('structural-fixing'),
    ],
  });
  for (const item of ['food-business-permit', 'large-outdoor-ad']) {
    await inspector.post(at(item, '/signatures'));
    await secondInspector.post(at(item, '/signatures'));
  }
  await fireInspector.post(at('public-assembly-fire-check', '/signatures'));
  const last = await secondFireInspector.post<SignChecklistReply>(
    at('public-assembly-fire-check', '/signatures'),
  );
  expectEqual('the last signature completes the inspection', last.inspectionStatus, 'completed');
  scene.say('联合踏勘 one joint inspection: three checklists, each signed by both inspectors');
}

const points = (...codes: string[]) =>
  codes.map((point) => ({ point, requirement: REQUIREMENTS[point] ?? point }));

const REQUIREMENTS: Readonly<Record<string, string>> = {
  'kitchen-zones': '粗加工、切配、烹饪、备餐分区明确',
  'fly-proofing': '防蝇防鼠设施齐全',
  'hand-washing': '备餐间入口设洗手设施',
  'second-exit': '第二安全出口畅通',
  'emergency-lighting': '应急照明完好',
  extinguishers: '灭火器配置和有效期符合要求',
  'smoke-vent-clearance': '不遮挡排烟窗',
  'structural-fixing': '结构固定牢靠',
};
