import type { DecideTrackReply, VerifyLicenceReply } from '@onewindow/contracts';
import { DEMONSTRATION_ITEMS } from '../../demonstration/items.js';
import { expectEqual, expectThat } from '../expectations.js';
import type { Scene } from '../scene.js';

export async function decideAll(scene: Scene): Promise<void> {
  const { approver, fireApprover, decisionOfficer, fireDecisionOfficer } = scene.cast;
  const grant = { outcome: 'granted', reasons: [] };
  const decisions = [
    {
      item: 'large-outdoor-ad',
      reviewer: approver,
      officer: decisionOfficer,
      outcome: 'refused',
      reasons: ['招牌遮挡二层排烟窗，不符合设置要求。'],
    },
    { item: 'food-business-permit', reviewer: approver, officer: decisionOfficer, ...grant },
    {
      item: 'public-assembly-fire-check',
      reviewer: fireApprover,
      officer: fireDecisionOfficer,
      ...grant,
    },
    { item: 'drainage-permit', reviewer: approver, officer: decisionOfficer, ...grant },
  ];
  for (const { item, reviewer, officer, outcome, reasons } of decisions) {
    await reviewer.post(scene.track(item, 'opinion'), {
      recommendation: outcome === 'granted' ? 'grant' : 'refuse',
      grounds: reasons.length > 0 ? reasons : ['材料齐全，符合法定条件。'],
    });
    const legalBasis = DEMONSTRATION_ITEMS.find(({ code }) => code === item)?.legalBasis ?? [];
    const reply = await officer.post<DecideTrackReply>(scene.track(item, 'decision'), {
      outcome,
      reasons,
      legalBasis,
    });
    if (reply.licence !== undefined)
      await verifyPublicly(scene, reply.licence.number, reply.licence.verificationCode);
    if (outcome === 'refused') {
      expectThat('a refusal names both appeal routes', () => {
        const { reconsiderationBody = '', court = '' } = reply.appeal ?? {};
        return reconsiderationBody !== '' && court !== '' && reply.licence === undefined;
      });
    } else {
      expectThat(`${item} has a licence`, () => reply.licence !== undefined);
    }
    scene.say(
      `决定 decided: ${item} ${outcome} ${reply.decisionNumber} ${reply.licence?.number ?? ''}`.trimEnd(),
    );
  }
}

export async function verifyPublicly(scene: Scene, number: string, code: string): Promise<void> {
  const path = `/api/licences/${encodeURIComponent(number)}/verification?code=${encodeURIComponent(code)}`;
  const shown = await scene.cast.public.get<VerifyLicenceReply>(path);
  expectEqual('anybody can verify the licence', shown.status, 'valid');
}
