import { accepted, anApproval } from '../../test/an-approval.js';
import {
  anOfficer,
  APPEAL_TERMS,
  appealRoutes,
  CASE,
  decider,
  on,
  reviewer,
} from '../../test/fixtures.js';
import { WORK_RULES } from '../../test/officers.js';
import { caseKind } from '../domain/case/case.js';
import { handoverKind } from '../domain/handover/handover.js';
import { licenceKind } from '../domain/licence/licence.js';
import { trackId, trackKind } from '../domain/track/track.js';
import type { ApprovalDependencies } from './ports.js';

const DRAINAGE = { caseNumber: CASE, item: 'drainage' };
const FIRE = { caseNumber: CASE, item: 'fire' };
const granted = { outcome: 'granted', reasons: [], legalBasis: ['条例'] } as const;
const refused = { outcome: 'refused', reasons: ['不符'], legalBasis: ['条例'] } as const;
const opinion = { recommendation: 'grant', grounds: ['齐全'] } as const;
const brigade = {
  reviewer: anOfficer('zhao', 'fire-rescue', 'approver'),
  decider: anOfficer('sun', 'fire-rescue', 'decision-officer'),
};

async function reviewed(deps: Partial<ApprovalDependencies> = {}) {
  const situation = anApproval(deps);
  const { approval, time } = situation;
  await approval.openCase(accepted());
  await approval.recordOpinion({ ...DRAINAGE, ...opinion }, { actor: reviewer });
  await approval.recordOpinion({ ...FIRE, ...opinion }, { actor: brigade.reviewer });
  time.now = on('2026-11-06');
  situation.memory.facts.length = 0;
  return situation;
}

describe('Deciding a track', () => {
  it('grants, issues the licence and hands over in one transaction', async () => {
    const { approval, memory } = await reviewed();
    const reply = await approval.decideTrack({ ...DRAINAGE, ...granted }, { actor: decider });

    expect(reply.licence).toMatchObject({ number: `${CASE}-01-L` });
    expect(memory.facts).toEqual([
      'track-decided',
      'licence-issued',
      'decision-handed-over',
      'track-concluded',
    ]);
    expect(memory.stateOf(licenceKind, `${CASE}-01-L`)).toMatchObject({
      holder: { name: '某餐饮公司' },
      serveBy: { due: '2026-11-20' },
    });
  });

  it('disarms the term and arms what the decision brings', async () => {
    const { approval, memory } = await reviewed();
    await approval.decideTrack({ ...DRAINAGE, ...granted }, { actor: decider });
    const [handover] = memory.all(handoverKind);

    expect(memory.deadlinesOf(trackKind, trackId(CASE, 'drainage'))).toEqual({});
    expect(memory.deadlinesOf(licenceKind, `${CASE}-01-L`)).toEqual({
      'service-warning': '2026-11-17T16:00:00.000Z',
      'service-due': '2026-11-20T16:00:00.000Z',
      'validity-end': '2031-11-05T16:00:00.000Z',
    });
    expect(memory.deadlinesOf(handoverKind, handover!.handoverId)).toEqual({
      'acknowledgement-due': '2026-11-11T16:00:00.000Z',
    });
  });

  it('decides the case with its last track, whatever the outcomes', async () => {
    const { approval, memory } = await reviewed();
    await approval.decideTrack({ ...FIRE, ...granted }, { actor: brigade.decider });
    expect(memory.stateOf(caseKind, CASE)?.status).toBe('open');

    await approval.decideTrack({ ...DRAINAGE, ...refused }, { actor: decider });
    expect(memory.stateOf(caseKind, CASE)).toMatchObject({
      status: 'decided',
      tracks: [{ outcome: 'refused' }, { outcome: 'granted', licenceNumber: `${CASE}-02-L` }],
    });
    expect(memory.facts.at(-1)).toBe('case-decided');
  });

  it('hands nothing over of what the deciding agency supervises itself', async () => {
    const { approval, memory } = await reviewed();
    await approval.decideTrack({ ...FIRE, ...granted }, { actor: brigade.decider });

    expect(memory.all(handoverKind)).toEqual([]);
  });

  it('hands a refusal over too, with the appeal routes of the agency in the decision', async () => {
    const { approval, memory } = await reviewed();
    const reply = await approval.decideTrack({ ...DRAINAGE, ...refused }, { actor: decider });

    expect(reply.appeal).toEqual(appealRoutes);
    expect(memory.all(handoverKind)).toMatchObject([{ decision: { outcome: 'refused' } }]);
  });

  it('names the default appeal routes for an agency without its own', async () => {
    const { approval } = await reviewed();
    const reply = await approval.decideTrack({ ...FIRE, ...refused }, { actor: brigade.decider });

    expect(reply.appeal).toMatchObject({ court: '有管辖权的人民法院' });
  });

  it('takes no appeal routes that the place has not stated for an agency', async () => {
    const stated = { default: { ...appealRoutes, court: '有管辖权的人民法院' } };
    const inherited = { 'fire-rescue': { ...appealRoutes, court: '别处' } };
    const { approval } = await reviewed({
      place: {
        work: WORK_RULES,
        workingDaysToServe: 10,
        handoverAckWorkingDays: 3,
        warnAtShareLeft: 0.2,
        warnAtWorkingDaysLeft: 1,
        decisionDraft: 'optional',
        workingDaysToState: 5,
        consultation: { workingDays: 5, remindWorkingDaysBefore: 1, silence: 'no-objection' },
        appealRoutes: Object.assign(Object.create(inherited) as object, stated),
        appealTerms: { default: APPEAL_TERMS },
      },
    });
    const reply = await approval.decideTrack({ ...FIRE, ...refused }, { actor: brigade.decider });

    expect(reply.appeal).toMatchObject({ court: '有管辖权的人民法院' });
  });

  it('lets a handover wait for a department without an instance, and sends it later', async () => {
    const deployed = new Set<string>();
    const waiting: string[] = [];
    const { approval, memory } = await reviewed({
      supervisingInstance: (department) =>
        deployed.has(department) ? `supervision-${department}` : undefined,
      waitingHandovers: { ids: async () => waiting },
    });
    await approval.decideTrack({ ...DRAINAGE, ...granted }, { actor: decider });
    const [handover] = memory.all(handoverKind);
    waiting.push(handover!.handoverId);
    await approval.sendWaitingHandovers();

    expect(memory.all(handoverKind)).toMatchObject([{ status: 'waiting' }]);
    deployed.add('city-management');
    await approval.sendWaitingHandovers();
    await approval.sendWaitingHandovers();
    expect(memory.all(handoverKind)).toMatchObject([{ status: 'sent' }]);
    expect(memory.facts.filter((fact) => fact === 'decision-handed-over')).toHaveLength(1);
  });

  it.each([
    ['an officer of another agency', brigade.decider],
    ['an approver', reviewer],
  ])('is not for %s, and changes nothing then', async (_, actor) => {
    const { approval, memory } = await reviewed();

    await expect(approval.decideTrack({ ...DRAINAGE, ...granted }, { actor })).rejects.toThrow(
      'not-the-deciding-agency',
    );
    expect(memory.facts).toEqual([]);
  });

  it('tells when there is no such track', async () => {
    const { approval } = await reviewed();

    await expect(
      approval.decideTrack({ caseNumber: CASE, item: 'sign', ...granted }, { actor: decider }),
    ).rejects.toThrow('track-not-found');
  });
});

describe('Closing a case', () => {
  it('serves its licences and disarms their certificate clocks, once', async () => {
    const { approval, memory } = await reviewed();
    await approval.decideTrack({ ...DRAINAGE, ...granted }, { actor: decider });
    await approval.decideTrack({ ...FIRE, ...refused }, { actor: brigade.decider });
    const { applicationId, caseNumber } = memory.stateOf(caseKind, CASE)!;
    const close = { applicationId, caseNumber, dispatchedAt: on('2026-11-09') };
    await approval.closeCase(close);
    await approval.closeCase(close);

    expect(memory.facts.slice(-2)).toEqual(['case-closed', 'licence-served']);
    expect(memory.deadlinesOf(licenceKind, `${CASE}-01-L`)).not.toHaveProperty('service-due');
  });

  it('is refused for another application and before the case is decided', async () => {
    const { approval } = await reviewed();
    const dispatchedAt = on('2026-11-09');

    await expect(
      approval.closeCase({ applicationId: 'another', caseNumber: CASE, dispatchedAt }),
    ).rejects.toThrow('case-number-taken');
    await expect(
      approval.closeCase({ ...accepted(), caseNumber: CASE, dispatchedAt }),
    ).rejects.toThrow('action-not-allowed-in-state');
  });
});
