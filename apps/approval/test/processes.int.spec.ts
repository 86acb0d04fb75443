import {
  CompleteStageV1,
  FindProcessV1,
  ListProcessesV1,
  PublishProcessV1,
  RecordAnswersV1,
  ReturnStageV1,
  type PublishProcessRequest,
} from '@onewindow/contracts';
import type { Person } from '@onewindow/kernel';
import { Bureau } from './a-bureau.js';
import { ACCEPTED, anOfficer } from './fixtures.js';
import { atDesk } from './desk.js';
import { aRestaurant, people } from './restaurant.js';

const administrator: Person = { ...anOfficer('admin', 'centre', 'administrator') };
const { approver, fireApprover, head, applicant } = {
  ...people,
  applicant: anOfficer('chen', 'none', 'applicant'),
};

let bureau: Bureau;

beforeAll(async () => {
  bureau = await Bureau.open(ACCEPTED);
});

afterAll(() => bureau.close());

const { opened, trackOf, recordOpinion, grant } = atDesk(() => bureau);

const SIGN: PublishProcessRequest = {
  code: 'sign',
  name: '户外广告',
  within: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  stages: [
    { code: 'review', name: '审查', kind: 'review', role: 'approver', after: [], workingDays: 3 },
    {
      code: 'fire',
      name: '消防意见',
      kind: 'consultation',
      role: 'approver',
      agency: 'fire-rescue',
      agencyName: '消防救援大队',
      after: ['review'],
      when: { field: 'signAreaM2', atLeast: 20 },
    },
    {
      code: 'decision',
      name: '决定',
      kind: 'decision',
      role: 'decision-officer',
      after: ['review', 'fire'],
    },
  ],
  returns: [{ from: 'fire', to: 'review' }],
};

const publish = (changes: Partial<PublishProcessRequest> = {}, person = administrator) =>
  bureau.ask(PublishProcessV1, person, { ...SIGN, ...changes });

const stagesOf = async (caseNumber: string) =>
  Object.fromEntries(
    ((await trackOf(caseNumber, 'sign', people.auditor)).stages ?? []).map(({ code, status }) => [
      code,
      status,
    ]),
  );

describe('A process', () => {
  it('is published by an administrator, versioned, and shown with its diagram', async () => {
    expect(await publish()).toEqual({ code: 'sign', version: 1 });
    expect(await publish({ name: '户外广告设置' })).toEqual({ code: 'sign', version: 2 });
    const first = await bureau.ask(FindProcessV1, applicant, { code: 'sign', version: 1 });

    expect(first).toMatchObject({ version: 1, name: '户外广告', returns: SIGN.returns });
    expect(first.stages).toEqual(SIGN.stages);
    expect(first.diagram).toContain('s_review --> s_fire');
    expect(await bureau.ask(FindProcessV1, applicant, { code: 'sign' })).toMatchObject({
      version: 2,
    });
    expect((await bureau.ask(ListProcessesV1, applicant, {})).processes).toMatchObject([
      { code: 'sign', version: 2, stages: 3 },
    ]);
    await expect(publish({}, approver)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is refused whole where anything is wrong with it, with every fault in its place', async () => {
    const [review, fire, decision] = SIGN.stages;
    const wrong = publish({
      stages: [review!, { ...fire!, after: ['nowhere'] }, { ...decision!, after: ['review'] }],
    });

    await expect(wrong).rejects.toMatchObject({
      code: 'process-not-publishable',
      unmet: [
        { rule: 'predecessor-known', path: 'stages.1.after.0' },
        { rule: 'no-dead-end', path: 'stages.1' },
        { rule: 'return-leads-back', path: 'returns.0' },
      ],
    });
    expect(await bureau.ask(FindProcessV1, applicant, { code: 'sign' })).toMatchObject({
      version: 2,
    });
  });

  it('lets one of two editors win, and tells the other what is in force', async () => {
    const edits = await Promise.allSettled([
      publish({ name: '甲', replaces: 2 }),
      publish({ name: '乙', replaces: 2 }),
    ]);

    expect(edits.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(edits.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'process-changed-meanwhile' },
    });
  });
});

describe('A track under a published process', () => {
  it('waits for an answer, is consulted on by another agency, goes back, and is decided', async () => {
    const { caseNumber } = await opened(aRestaurant(['sign', 'drainage']));
    const at = { caseNumber, item: 'sign' };
    await recordOpinion(caseNumber, 'sign');
    expect(await stagesOf(caseNumber)).toEqual({
      review: 'done',
      fire: 'waiting',
      decision: 'waiting',
    });
    await expect(grant(caseNumber, 'sign')).rejects.toMatchObject({
      unmet: [{ rule: 'conditions-answered', path: 'stages.fire' }],
    });

    const answer = { ...at, answers: { signAreaM2: 25 }, evidence: '设计图' };
    await bureau.ask(RecordAnswersV1, approver, answer);
    const done = { ...at, stage: 'fire', outcome: '同意' };
    await expect(bureau.ask(CompleteStageV1, approver, done)).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
    });
    const back = { ...at, stage: 'fire', to: 'review', reason: '请补充承重意见' };
    await bureau.ask(ReturnStageV1, fireApprover, back);
    expect(await stagesOf(caseNumber)).toMatchObject({ review: 'active', fire: 'waiting' });
    await recordOpinion(caseNumber, 'sign');
    await bureau.ask(CompleteStageV1, fireApprover, done);
    await grant(caseNumber, 'sign');

    expect(await stagesOf(caseNumber)).toEqual({ review: 'done', fire: 'done', decision: 'done' });
  });

  it('keeps the version that it was opened under while another one is published', async () => {
    const before = await opened(aRestaurant(['sign']));
    const [review, , decision] = SIGN.stages;
    await publish({
      stages: [review!, { ...decision!, role: 'agency-head', after: ['review'] }],
      returns: [],
    });
    const after = await opened(aRestaurant(['sign']));

    expect(Object.keys(await stagesOf(before.caseNumber))).toEqual(['review', 'fire', 'decision']);
    expect(Object.keys(await stagesOf(after.caseNumber))).toEqual(['review', 'decision']);
    await recordOpinion(after.caseNumber, 'sign');
    await expect(grant(after.caseNumber, 'sign')).rejects.toMatchObject({
      code: 'not-the-deciding-agency',
    });
    await grant(after.caseNumber, 'sign', head);
  });
});
