import { accepted, anApproval } from '../../test/an-approval.js';
import { anOfficer, CASE, on, reviewer } from '../../test/fixtures.js';
import { aDefinition, aStage, decision, review } from '../../test/processes.js';

const TRACK = { caseNumber: CASE, item: 'drainage' };
const fire = anOfficer('zhao', 'fire-rescue', 'approver');

describe('A stage of consultation', () => {
  it('ends once nobody who was asked has a say any more', async () => {
    const { approval, time } = anApproval();
    const definition = aDefinition([
      review(),
      aStage('consult', ['review'], { kind: 'consultation' }),
      decision(['consult']),
    ]);
    const administrator = anOfficer('admin', 'centre', 'administrator');
    await approval.publishProcess({ code: 'drainage', definition }, { actor: administrator });
    await approval.openCase(accepted());
    await approval.recordOpinion(
      { ...TRACK, recommendation: 'grant', grounds: ['齐全'] },
      { actor: reviewer },
    );
    await approval.consultDepartments(
      { ...TRACK, departments: [{ department: 'fire-rescue' }], question: '是否同意？' },
      { actor: reviewer },
    );
    const complete = () =>
      approval.completeStage(
        { ...TRACK, stage: 'consult', outcome: '无异议' },
        { actor: reviewer },
      );

    await expect(complete()).rejects.toMatchObject({
      code: 'stage-not-possible',
      unmet: [{ rule: 'consultation-ended' }],
    });
    time.now = on('2026-11-04');
    await approval.giveDepartmentOpinion(
      { ...TRACK, position: 'agree', conditions: [], reasons: [], legalBasis: [] },
      { actor: fire },
    );
    expect(await complete()).toEqual({ completedAt: on('2026-11-04') });
  });
});
