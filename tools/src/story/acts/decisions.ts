import type { DecideTrackReply, VerifyLicenceReply } from '@onewindow/contracts';
import { DEMONSTRATION_ITEMS } from '../../demonstration/items.js';
import { expectEqual, expectThat } from '../expectations.js';
import type { Scene } from '../scene.js';

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'large-outdoor-ad': ['招牌遮挡二层排烟窗，不符合设置要求。'],
};

export async function decideAll(scene: Scene): Promise<void> {
  for (const { code: item, legalBasis } of DEMONSTRATION_ITEMS) {
    const reasons = REFUSED[item] ?? [];
    const outcome = reasons.length > 0 ? 'refused' : 'granted';
    const reviewer = await scene.holder(item, 'review');
    await reviewer.post(scene.track(item, 'opinion'), {
      recommendation: outcome === 'granted' ? 'grant' : 'refuse',
      grounds: reasons.length > 0 ? reasons : ['材料齐全，符合法定条件。'],
    });
    const officer = await scene.holder(item, 'decision');
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
    const authority = reply.under?.documentNumber ?? reply.under?.kind ?? '';
    expectThat('the authority to decide is recorded with the decision', () => authority !== '');
    scene.say(
      `决定 decided: ${item} ${outcome} ${reply.decisionNumber} ${reply.licence?.number ?? ''}`.trimEnd() +
        ` (${authority})`,
    );
  }
}

export async function verifyPublicly(scene: Scene, number: string, code: string): Promise<void> {
  const path = `/api/licences/${encodeURIComponent(number)}/verification?code=${encodeURIComponent(code)}`;
  const shown = await scene.cast.public.get<VerifyLicenceReply>(path);
  expectEqual('anybody can verify the licence', shown.status, 'valid');
}
