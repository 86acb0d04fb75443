import type { EndSpecialProcedureReply, StartSpecialProcedureReply } from '@onewindow/contracts';
import { expectEqual } from '../expectations.js';
import { aPdf } from '../paper-files.js';
import { DRAINAGE_DUE_AFTER_TEST, TEST_WORKING_DAYS } from '../expected-dates.js';
import type { Scene } from '../scene.js';

export async function orderWaterTest(scene: Scene): Promise<string> {
  const approver = await scene.holder('drainage-permit', 'review');
  const started = await approver.post<StartSpecialProcedureReply>(
    scene.track('drainage-permit', 'special-procedures'),
    {
      procedure: 'testing',
      reason: '对排水水质抽样检测，检测期间不计入办理期限。',
      expectedWorkingDays: 6,
      carriedOutBy: '海棠市水质检测中心',
      costFen: 120_000,
    },
  );
  const shown = await scene.case();
  const statuses = shown.tracks.map(({ item, status }) => `${item}:${status}`);
  expectEqual(
    'only the drainage clock stands still',
    statuses.filter((each) => each.endsWith(':suspended')),
    ['drainage-permit:suspended'],
  );
  scene.say(
    `检测 water test ordered: notice ${started.noticeNumber}, from ${started.suspendedFrom}`,
  );
  return started.procedureId;
}

export async function endWaterTest(scene: Scene, procedureId: string): Promise<void> {
  const approver = await scene.holder('drainage-permit', 'review');
  const ended = await approver.post<EndSpecialProcedureReply>(
    scene.track('drainage-permit', `special-procedures/${procedureId}/result`),
    {
      result: 'favourable',
      conclusion: '各项指标符合纳管标准。',
      reportReceipt: await approver.upload(
        'water-test.pdf',
        aPdf('Water test report'),
        'application/pdf',
      ),
    },
  );
  if (scene.datesKnown) {
    expectEqual('suspended working days', ended.suspendedWorkingDays, TEST_WORKING_DAYS);
    expectEqual('drainage due after the test', ended.statutory.due, DRAINAGE_DUE_AFTER_TEST);
  }
  scene.say(`检测完成 water test done: due ${ended.statutory.due ?? 'open'}`);
}
