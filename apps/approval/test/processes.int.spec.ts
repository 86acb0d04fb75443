import {
  CompleteStageV1,
  FindProcessV1,
  ListProcessesV1,
  PublishProcessV1,
  RecordAnswersV1,
  RecordNodeV1,
  ReturnStageV1,
  type ApplicationAcceptedPayload,
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

const { find, opened, trackOf, recordOpinion, grant, refuse } = atDesk(() => bureau);

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
    expect(await publish()).toMatchObject({ code: 'sign', version: 1 });
    expect(await publish({ name: '户外广告设置' })).toMatchObject({ code: 'sign', version: 2 });
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

describe('A case with a plan', () => {
  const plan: NonNullable<ApplicationAcceptedPayload['plan']> = {
    nodes: [
      { id: 'drawing', name: '施工图审查', kind: 'intermediary' },
      { id: 'one', name: '排水', kind: 'item', item: 'drainage' },
      { id: 'two', name: '消防', kind: 'item', item: 'fire' },
      { id: 'three', name: '招牌', kind: 'item', item: 'sign' },
    ],
    edges: [
      { from: 'drawing', to: 'two', type: 'hard' },
      { from: 'one', to: 'two', type: 'hard', basis: '建筑法 8' },
      { from: 'three', to: 'two', type: 'start', basis: '生态环境法典 107' },
    ],
  };
  const aPlanned = () => {
    const restaurant = aRestaurant(['drainage', 'fire', 'sign']);
    const items = restaurant.accepted.items.map((item) => ({ ...item, siteVisit: false }));
    return { ...restaurant, accepted: { ...restaurant.accepted, items, plan } };
  };
  const fireGrant = (caseNumber: string) => grant(caseNumber, 'fire', people.fireDecider);
  const record = (caseNumber: string, node = 'drawing') =>
    bureau.ask(RecordNodeV1, people.clerk, {
      caseNumber,
      node,
      outcome: 'done',
      evidence: '审查合格书',
    });

  it('lets a later agency review beforehand and decide when the earlier results arrive', async () => {
    const { caseNumber } = await opened(aPlanned());
    await recordOpinion(caseNumber, 'fire', fireApprover);
    await expect(fireGrant(caseNumber)).rejects.toMatchObject({
      unmet: [
        { rule: 'earlier-result-in-effect', path: 'nodes.drawing' },
        { rule: 'earlier-result-in-effect', path: 'nodes.one', source: '建筑法 8' },
      ],
    });
    expect(await record(caseNumber)).toMatchObject({ told: ['fire'] });
    await recordOpinion(caseNumber, 'drainage');
    await grant(caseNumber, 'drainage');
    expect((await trackOf(caseNumber, 'fire', people.auditor)).awaits).toMatchObject([
      { node: 'drawing', standing: 'in-effect' },
      { node: 'one', standing: 'in-effect' },
    ]);

    const { licence } = await fireGrant(caseNumber);
    expect(licence?.beforeStart).toEqual(['招牌（生态环境法典 107）']);
    expect((await trackOf(caseNumber, 'fire', people.auditor)).beforeStart).toMatchObject([
      { node: 'three', standing: 'pending' },
    ]);
  });

  it('tells a track of all its earlier results, however many arrive at once', async () => {
    const { caseNumber } = await opened(aPlanned());
    await recordOpinion(caseNumber, 'drainage');
    await recordOpinion(caseNumber, 'fire', fireApprover);
    await Promise.all([record(caseNumber), grant(caseNumber, 'drainage')]);
    await fireGrant(caseNumber);

    const { plan: shown } = await find(caseNumber);
    expect(shown?.nodes.map(({ id, standing }) => [id, standing])).toEqual([
      ['drawing', 'in-effect'],
      ['one', 'in-effect'],
      ['two', 'in-effect'],
      ['three', 'pending'],
    ]);
  });

  it('leaves what others granted standing where one agency refuses', async () => {
    const { caseNumber } = await opened(aPlanned());
    await recordOpinion(caseNumber, 'sign');
    await recordOpinion(caseNumber, 'drainage');
    await recordOpinion(caseNumber, 'fire', fireApprover);
    await record(caseNumber);
    await refuse(caseNumber, 'drainage');
    await expect(fireGrant(caseNumber)).rejects.toMatchObject({
      unmet: [{ rule: 'earlier-result-granted', path: 'nodes.one' }],
    });

    expect((await trackOf(caseNumber, 'sign', people.auditor)).status).toBe('reviewed');
    await expect(record(caseNumber)).rejects.toMatchObject({ code: 'node-not-recordable' });
  });
});
