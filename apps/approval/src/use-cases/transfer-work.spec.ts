import { accepted, anApproval } from '../../test/an-approval.js';
import { anItem, anOfficer, APPLICATION, CASE, on } from '../../test/fixtures.js';
import { competentFor } from '../../test/officers.js';
import { officersIn } from '../../test/officers-in-memory.js';
import { aDefinition, aStage, decision, review } from '../../test/processes.js';
import type { ProcessDefinition } from '../domain/process/definition.js';
import { workTransferKind } from '../domain/officers/work-transfer.js';
import { trackId, trackKind } from '../domain/track/track.js';
import type { OfficersAtWork } from './ports.js';

const BUREAU = 'bureau';
const head = anOfficer('wei', BUREAU, 'agency-head');
const as = (id: string) => anOfficer(id, BUREAU, 'approver', 'decision-officer');
const OPINION = { recommendation: 'grant', grounds: ['齐全'] } as const;

/** A bureau whose officers may do everything; of these, one has so much other work that by load alone nothing comes to them. */
async function aBureau({ busy }: { readonly busy?: string } = {}) {
  const officers: OfficersAtWork = {
    ...officersIn(() => memory),
    of: async (agencies) => {
      const found = await officersIn(() => memory).of(agencies);
      const loaded = (found.get(BUREAU) ?? []).map((each) =>
        each.officer.account === busy ? { ...each, open: { usual: 100, siteVisit: 0 } } : each,
      );
      return new Map([...found, [BUREAU, loaded]]);
    },
  };
  const { approval, memory, time } = anApproval({ officers });
  const serial = (at: number) => String(at).padStart(6, '0');
  return {
    approval,
    time,
    publish: (account: string, left = false) =>
      approval.publishOfficer(
        {
          account,
          name: account,
          agency: BUREAU,
          competences: [competentFor(['review', 'decide'])],
          left,
        },
        { actor: head },
      ),
    /** One filing a day, always of the same applicant. */
    open: async (day: number) => {
      time.now = on(`2026-11-${String(day).padStart(2, '0')}`);
      const caseNumber = CASE.replace(/\d{6}$/, serial(day));
      await approval.openCase(
        accepted({
          caseNumber,
          applicationId: APPLICATION.replace(/.{6}$/, serial(day)),
          acceptedAt: time.now,
          items: [anItem({ item: 'drainage' })],
        }),
      );
      return { caseNumber, item: 'drainage' };
    },
    /** As its deadline does. */
    carryOn: async () => {
      for (const { transferId } of memory.all(workTransferKind)) {
        await approval.continueWorkTransfer(transferId);
      }
    },
    follow: (definition: ProcessDefinition) =>
      approval.publishProcess(
        { code: 'drainage', definition },
        { actor: anOfficer('admin', 'centre', 'administrator') },
      ),
    holder: ({ caseNumber, item }: { readonly caseNumber: string; readonly item: string }) => {
      const held = memory.stateOf(trackKind, trackId(caseNumber, item))?.assignments ?? {};
      return (stage: string) => held[stage]?.officer;
    },
  };
}

describe('The work of an officer that goes to others', () => {
  it('goes to nobody for more matters of one applicant in a row than the place allows, whatever the load', async () => {
    const bureau = await aBureau({ busy: 'zhou' });
    await bureau.publish('qian');
    const tasks = [];
    for (let day = 2; day <= 9; day += 1) tasks.push(await bureau.open(day));
    await bureau.publish('xu');
    await bureau.publish('zhou');
    bureau.time.now = on('2026-11-10');
    await bureau.approval.handOverWork({ account: 'qian', reason: '调离' }, { actor: head });
    await bureau.carryOn();
    const holders = tasks.map((each) => bureau.holder(each)('review'));

    expect(holders).toEqual(['xu', 'xu', 'xu', 'zhou', 'xu', 'xu', 'xu', 'zhou']);
  });

  it('goes to the one whom the head has named, whoever had the last matters', async () => {
    const bureau = await aBureau();
    await bureau.publish('qian');
    const tasks = [];
    for (let day = 2; day <= 6; day += 1) tasks.push(await bureau.open(day));
    await bureau.publish('xu');
    await bureau.publish('zhou');
    const named = { account: 'qian', to: 'xu', reason: '调离' };
    await bureau.approval.handOverWork(named, { actor: head });
    await bureau.carryOn();

    expect(tasks.map((each) => bureau.holder(each)('review'))).toEqual(Array(5).fill('xu'));
  });

  it('does not come back with a return of the stage to the one who has left', async () => {
    const bureau = await aBureau();
    await bureau.follow(
      aDefinition([review(), decision(['review'])], [{ from: 'decision', to: 'review' }]),
    );
    await bureau.publish('qian');
    const task = await bureau.open(2);
    await bureau.approval.recordOpinion({ ...task, ...OPINION }, { actor: as('qian') });
    await bureau.publish('xu');
    await bureau.publish('zhou');
    await bureau.approval.assignTask(
      { ...task, stage: 'decision', officer: 'zhou', reason: '主办' },
      { actor: head },
    );
    await bureau.publish('qian', true);
    await bureau.carryOn();
    bureau.time.now = on('2026-11-03');
    await bureau.approval.returnStage(
      { ...task, stage: 'decision', to: 'review', reason: '补充意见' },
      { actor: as('zhou') },
    );

    expect(bureau.holder(task)('review')).toMatch(/^(xu|zhou)$/);
  });

  it('comes back with a return of the stage to the one who did it and is still there', async () => {
    const bureau = await aBureau();
    await bureau.follow(
      aDefinition([review(), decision(['review'])], [{ from: 'decision', to: 'review' }]),
    );
    await bureau.publish('qian');
    const task = await bureau.open(2);
    await bureau.publish('zhou');
    await bureau.approval.recordOpinion({ ...task, ...OPINION }, { actor: as('qian') });
    bureau.time.now = on('2026-11-03');
    await bureau.approval.returnStage(
      { ...task, stage: 'decision', to: 'review', reason: '补充意见' },
      { actor: as('zhou') },
    );

    expect(bureau.holder(task)('review')).toBe('qian');
  });

  it('is not given by load to the one who gave it back, when another stage begins beside it', async () => {
    const bureau = await aBureau();
    await bureau.follow(
      aDefinition([
        aStage('check'),
        aStage('experts', [], { kind: 'expert-review' }),
        review(['experts']),
        decision(['check', 'review']),
      ]),
    );
    await bureau.publish('qian');
    const task = await bureau.open(2);
    expect(bureau.holder(task)('check')).toBe('qian');
    await bureau.approval.releaseTask(
      { ...task, stage: 'check', reason: '不熟悉' },
      { actor: as('qian') },
    );
    await bureau.approval.completeStage(
      { ...task, stage: 'experts', outcome: '通过' },
      { actor: as('qian') },
    );
    const held = bureau.holder(task);
    expect([held('review'), held('check')]).toEqual(['qian', undefined]);

    await bureau.approval.claimTask({ ...task, stage: 'check' }, { actor: as('qian') });
    expect(bureau.holder(task)('check')).toBe('qian');
  });
});
