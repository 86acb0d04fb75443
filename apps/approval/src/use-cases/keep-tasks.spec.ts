import { anApproval, accepted } from '../../test/an-approval.js';
import { anOfficer, CASE } from '../../test/fixtures.js';

const task = { caseNumber: CASE, item: 'drainage', stage: 'decision' };
const OPINION = { recommendation: 'grant', grounds: ['材料齐全'] } as const;

describe('Claiming the decision of a track', () => {
  it('is for somebody who may end it: not for its reviewer, whatever his posts', async () => {
    const { approval } = anApproval();
    const [both, other] = ['wu', 'xu'].map((id) =>
      anOfficer(id, 'bureau', 'approver', 'decision-officer'),
    );
    await approval.openCase(accepted());
    await approval.recordOpinion({ ...task, ...OPINION }, { actor: both! });

    await expect(approval.claimTask(task, { actor: both! })).rejects.toMatchObject({
      code: 'may-not-act',
      unmet: [{ rule: 'decided-by-another-than-the-reviewer' }],
    });
    expect(await approval.claimTask(task, { actor: other! })).toMatchObject({ officer: 'xu' });
  });

  it('is refused alone to whoever is of another role, as every act is', async () => {
    const { approval } = anApproval();
    const reviewer = anOfficer('li', 'bureau', 'approver');
    await approval.openCase(accepted());
    await approval.recordOpinion({ ...task, ...OPINION }, { actor: reviewer });

    await expect(approval.claimTask(task, { actor: reviewer })).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
      unmet: [{ rule: 'officer-of-the-deciding-agency' }],
    });
  });
});
