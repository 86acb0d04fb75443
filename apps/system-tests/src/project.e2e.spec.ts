import type {
  BatchReply,
  DecideTrackReply,
  FindApplicationReply,
  FindProcessReply,
  ListCasesReply,
  ListTasksReply,
  PublishProcessReply,
  TransferTrackReply,
} from '@onewindow/contracts';
import { addDays, legalDate } from '@onewindow/kernel';
import {
  anAcceptedProject,
  ClockConductor,
  DEMONSTRATION_PROCESSES,
  EVERYTHING,
  imported,
  loadProcesses,
  PROJECT_PLAN,
  projectCatalogue,
  SMALL,
  until,
  VISITED,
  type AcceptedProject,
} from '@onewindow/tools';
import { aCity, figuresAtRest, journalFaults, type City } from './a-city.js';
import { anAcceptedCase } from './an-accepted-case.js';
import { CaseOnItsWay } from './project/a-case.js';
import { unmetOf } from './project/a-refusal.js';
import { TravelAgency } from './project/a-travel-agency.js';

const PERMIT = 'construction-permit';
const BEFORE_WORK = ['P.eia', 'P.swc', 'P.water'];

let city: City;

beforeAll(async () => {
  city = await aCity();
  await loadProcesses(city.cast.administrator);
  expect(await imported(city, projectCatalogue())).toMatchObject({
    status: 'taken',
    faults: 0,
  });
});

afterAll(() => city.stop());

describe('The investment project in four stages', () => {
  let filed: AcceptedProject;
  let project: CaseOnItsWay;

  beforeAll(async () => {
    filed = await anAcceptedProject(city, EVERYTHING);
    process.stderr.write(
      `The 26 nodes were open ${filed.openAfter} ms after their acceptance was answered.\n`,
    );
    project = new CaseOnItsWay(city.cast, filed.caseNumber);
  });

  it('is filed by answers as one bundle, and opens with its 26 nodes and every edge', async () => {
    const { plan, tracks } = await project.shown();

    expect(plan?.nodes.map(({ id, standing }) => `${id} ${standing}`)).toEqual(
      PROJECT_PLAN.nodes.map(({ id }) => `${id} pending`),
    );
    expect(plan?.nodes).toHaveLength(26);
    expect(plan?.edges.map(({ from, to }) => [from, to])).toEqual(
      PROJECT_PLAN.edges.map(({ from, to }) => [from, to]),
    );
    expect(tracks.map(({ item }) => item)).toEqual(
      PROJECT_PLAN.nodes.flatMap(({ item }) => item ?? []),
    );
    expect(tracks.map(({ item, process }) => [item, process])).toEqual(
      tracks.map(({ item }) => [item, { code: item, version: 1 }]),
    );
  });

  it('has its permit reviewed beforehand, and decided by nobody while what comes first is open', async () => {
    await project.prepare(PERMIT);

    expect(await unmetOf(project.decide(PERMIT))).toEqual(
      ['S2.plan', 'S1.landplan', 'S3.drawing', 'S3.fire', 'S3.bid'].map(
        (node) => `nodes.${node} earlier-result-in-effect`,
      ),
    );
    const { status, beforeStart } = await project.track(PERMIT);
    expect(status).toBe('reviewed');
    expect(beforeStart?.map(({ node, standing }) => [node, standing])).toEqual(
      BEFORE_WORK.map((node) => [node, 'pending']),
    );
  });

  it('has its permit decided at once when the last results arrive together, whatever is only due before work begins', async () => {
    for (const node of ['P.area', 'S1.contract', 'S2.design', 'S3.drawing']) {
      await project.record(node);
    }
    await project.grant('land-preapproval');
    await Promise.all([
      project.grant('government-investment-approval'),
      project.grant('enterprise-investment-approval'),
      project.grant('enterprise-investment-filing'),
    ]);
    await project.grant('land-use-planning-permit', 'construction-planning-permit');
    await project.prepare('fire-design-review');
    expect(await unmetOf(project.decide(PERMIT))).toEqual([
      'nodes.S3.fire earlier-result-in-effect',
      'nodes.S3.bid earlier-result-in-effect',
    ]);

    const [told] = await Promise.all([
      project.record('S3.bid'),
      project.decide('fire-design-review'),
    ]);
    expect(told).toEqual([PERMIT]);
    const { licence } = await project.decide(PERMIT);
    expect(licence?.beforeStart).toEqual([
      expect.stringContaining('环境影响评价'),
      expect.stringContaining('水土保持'),
      expect.stringContaining('取水'),
    ]);
  });

  it('goes through to its completion and the registration that follows', async () => {
    await Promise.all([
      project.grant('eia-form', 'soil-water-conservation-plan', 'water-intake-permit'),
      project.grant('energy-review', 'drainage-permit', 'civil-defence-review'),
    ]);
    const { beforeStart } = await project.track(PERMIT);
    expect(beforeStart?.map(({ standing }) => standing)).toEqual(Array(3).fill('in-effect'));

    expect(await unmetOf(project.record('S4.joint'))).toEqual(
      ['S4.verify', 'S4.fire', 'S4.cad', 'S4.archive'].map(
        (node) => `${node} earlier-result-in-effect`,
      ),
    );
    expect(await project.visit(VISITED)).toBe('completed');
    await Promise.all(VISITED.map((item) => project.grant(item)));
    expect(await project.record('S4.joint')).toEqual(['completion-filing']);
    await project.grant('completion-filing', 'real-estate-first-registration');

    const { status, plan } = await project.shown();
    expect(status).toBe('decided');
    expect(plan?.nodes.filter(({ standing }) => standing !== 'in-effect')).toEqual([]);
    await until('every result has reached the window', async () => {
      const path = `/api/applications/${filed.applicationId}`;
      const shown = await city.cast.owner.get<FindApplicationReply>(path);
      return shown.status === 'decided' ? true : undefined;
    });
  });

  it('of which the answers need less waits for less', async () => {
    const { caseNumber } = await anAcceptedProject(city, SMALL);
    const small = new CaseOnItsWay(city.cast, caseNumber);
    const { tracks, plan } = await small.shown();

    expect(plan?.nodes).toHaveLength(16);
    expect(tracks).toHaveLength(10);
    const awaited = tracks.find(({ item }) => item === PERMIT)?.awaits?.map(({ node }) => node);
    expect(awaited).toEqual(['S2.plan', 'S1.landplan', 'S3.drawing', 'S3.bid']);
    const land = await small.track('land-use-planning-permit');
    expect(land.awaits?.map(({ node }) => node)).toEqual(['S1.file', 'S1.contract']);
  });
});

describe('A permit of two levels', () => {
  const OPINION = { recommendation: 'grant', grounds: ['符合设立条件'] };
  let filed: TravelAgency;

  beforeAll(async () => {
    filed = await TravelAgency.accepted(city);
  });

  it('is nothing to the province before the city has reported it, and then all that was handed in, and nothing else', async () => {
    const { approver, provincialApprover, provincialHead } = city.cast;
    const all = () => provincialHead.get<ListTasksReply>('/api/tasks?of=agency');
    expect((await all()).tasks).toEqual([]);
    expect(await provincialApprover.getIfFound(`/api/cases/${filed.caseNumber}`)).toBeUndefined();
    expect(await provincialApprover.getIfFound(filed.path)).toBeUndefined();
    expect(await filed.fileFor('gao.yuan')).toBe(404);
    await expect(provincialApprover.post(filed.at('transfer'), OPINION)).rejects.toMatchObject({
      status: 404,
    });
    const owed = (await filed.track()).statutory;

    await new ClockConductor(city.cast.operations).moveTo('2026-04-21T09:00');
    const reported = await approver.post<TransferTrackReply>(filed.at('transfer'), OPINION);
    expect(reported).toMatchObject({
      to: 'provincial-tourism',
      statutory: { due: addDays(legalDate(owed.due ?? ''), 1) },
    });
    const { transferredUp, statutory } = await filed.track();
    expect([transferredUp?.due, statutory]).toEqual([owed, reported.statutory]);
    const { handedUp, materials } = await filed.applicationOnce(
      'what was handed in went along',
      (application) => application.handedUp !== undefined,
    );
    expect(handedUp?.map((each) => each.materials)).toEqual([
      materials.map(({ material }) => material),
    ]);
    expect(await filed.fileFor('gao.yuan')).toBe(200);
    expect(await all()).toMatchObject({
      tasks: [{ caseNumber: filed.caseNumber, stage: 'review', officer: 'gao.yuan' }],
    });
    const { cases } = await provincialApprover.get<ListCasesReply>('/api/cases');
    expect(cases.map(({ caseNumber }) => caseNumber)).toEqual([filed.caseNumber]);
  });

  it('is asked of nobody again, and decided by the province alone', async () => {
    const { clerk, approver, head, decisionOfficer } = city.cast;
    const { provincialApprover, provincialDecisionOfficer } = city.cast;
    const remark = { material: 'm0', problem: 'wrong', explanation: '请重新提交' };
    expect(
      await unmetOf(clerk.post(`${filed.path}/correction-notice`, { remarks: [remark] })),
    ).toEqual(['remarks.0.material not-asked-for-again']);
    const grant = { outcome: 'granted', reasons: [], legalBasis: ['旅行社条例 7'] };
    for (const lower of [decisionOfficer, head]) {
      expect(await unmetOf(lower.post(filed.at('decision'), grant))).toEqual([
        '- officer-of-the-deciding-agency',
      ]);
    }
    expect(await unmetOf(approver.post(filed.at('opinion'), OPINION))).toEqual([
      '- officer-of-the-deciding-agency',
    ]);
    await provincialApprover.post(filed.at('opinion'), OPINION);
    const refused = provincialApprover.post(filed.at('decision'), grant);
    await expect(refused).rejects.toMatchObject({ status: 403 });
    const { decisionNumber } = await provincialDecisionOfficer.post<DecideTrackReply>(
      filed.at('decision'),
      grant,
    );
    expect((await filed.track()).decision).toMatchObject({
      number: decisionNumber,
      agency: 'provincial-tourism',
    });
  });

  it('is handed to the applicant by the window of the city, in the name of the province', async () => {
    await filed.applicationOnce(
      'the result is at the window',
      ({ status }) => status === 'decided',
    );
    await city.cast.clerk.post(`${filed.path}/dispatch`, { method: 'window', receivedBy: '林悦' });
    const { papers } = await filed.applicationOnce(
      'the results are handed out',
      ({ status }) => status === 'dispatched',
    );
    const results = papers.filter(({ kind }) => kind === 'decision' || kind === 'licence');

    expect(results.map(({ issuedBy, service }) => [issuedBy, service?.receivedBy])).toEqual(
      Array(2).fill(['省文化和旅游厅', 'lin.yue']),
    );
    expect(await filed.printed('decision')).toContain('省文化和旅游厅');
  });
});

const FILING = 'enterprise-investment-filing';

describe('Many filings that take the same tick', () => {
  const GRANT = { outcome: '准予备案', grounds: ['材料齐全'], legalBasis: ['行政许可法 34'] };

  it('are claimed and granted together, but for the one on which something came up, and a retry gets the first answer', async () => {
    const { head, approver, decisionOfficer } = city.cast;
    const filings = await Promise.all(
      Array.from({ length: 5 }, () => anAcceptedCase(city, FILING)),
    );
    const tasks = filings.map(({ caseNumber }) => ({
      caseNumber,
      item: FILING,
      stage: 'decision',
    }));
    const track = ({ caseNumber }: { readonly caseNumber: string }) =>
      `/api/cases/${caseNumber}/tracks/${FILING}`;
    for (const task of tasks) {
      await head.post(`${track(task)}/stages/decision/release`, { reason: '集中办理' });
    }
    const claimed = await decisionOfficer.post<BatchReply>('/api/tasks/claims', { tasks });
    expect(claimed.results.map(({ done }) => done)).toEqual(Array(5).fill(true));
    await approver.post(`${track(tasks[2]!)}/interested-parties`, {
      name: '相邻企业',
      interest: '相邻关系',
    });
    const complete = (key?: string) =>
      decisionOfficer.post<BatchReply>('/api/tasks/completions', { stages: tasks, ...GRANT }, key);
    const { results } = await complete('filings-of-the-day');

    expect(results.map(({ done }) => done)).toEqual([true, true, false, true, true]);
    expect(results[2]?.refusal).toMatchObject({ code: 'not-in-batch' });
    const numbers = results.flatMap(({ decisionNumber }) => decisionNumber ?? []);
    expect(new Set(numbers).size).toBe(4);
    expect(await complete('filings-of-the-day')).toEqual({ results });
    const again = await complete();
    expect(again.results.map(({ done }) => done)).toEqual(Array(5).fill(false));
    const shown = await Promise.all(
      tasks.map(async ({ caseNumber }) => new CaseOnItsWay(city.cast, caseNumber).track(FILING)),
    );
    expect(shown.flatMap(({ decision }) => decision?.number ?? [])).toEqual(numbers);
  });
});

const ITEM = 'drainage-permit';
const definition = () => city.cast.administrator.get<FindProcessReply>(`/api/processes/${ITEM}`);
const publish = (change: object) =>
  city.cast.administrator.put<PublishProcessReply>(`/api/processes/${ITEM}`, { ...change });
const onItsWay = async () => new CaseOnItsWay(city.cast, (await anAcceptedCase(city)).caseNumber);

describe('The definition of a process', () => {
  it('is in force for every item of the city, with a diagram of all its stages', async () => {
    const { public: anybody } = city.cast;
    const found = await Promise.all(
      DEMONSTRATION_PROCESSES.map(({ code }) =>
        anybody.get<FindProcessReply>(`/api/processes/${code}`),
      ),
    );

    expect(found.map(({ version, stages }) => [version, stages.map(({ code }) => code)])).toEqual(
      DEMONSTRATION_PROCESSES.map(({ stages }) => [1, stages.map(({ code }) => code)]),
    );
    const undrawn = found.flatMap(({ code, diagram, stages }) =>
      stages.filter(({ name }) => !diagram.includes(name)).map((stage) => `${code} ${stage.code}`),
    );
    expect(undrawn).toEqual([]);
  });

  it('leaves a running case its version when it is changed, and gives the next case the new one', async () => {
    const { name, within, stages, returns, version } = await definition();
    const before = await onItsWay();
    const check = {
      code: 'check',
      name: '复核',
      kind: 'check',
      role: 'decision-officer',
      after: ['review'],
    };
    const changed = {
      name,
      within,
      returns,
      stages: [
        ...stages.filter(({ kind }) => kind !== 'decision'),
        check,
        ...stages.flatMap((each) =>
          each.kind === 'decision' ? [{ ...each, after: ['check'] }] : [],
        ),
      ],
    };
    expect(await publish(changed)).toEqual({ code: ITEM, version: version + 1 });
    const after = await onItsWay();

    expect((await before.track(ITEM)).process).toEqual({ code: ITEM, version });
    expect((await after.track(ITEM)).process).toEqual({ code: ITEM, version: version + 1 });
    await before.grant(ITEM);
    expect(await unmetOf(after.decide(ITEM))).toContain('stages.check stages-completed');
    await after.grant(ITEM);
    expect(
      (await after.track(ITEM)).stages?.map(({ code, status }) => `${code} ${status}`),
    ).toEqual(['review done', 'check done', 'decision done']);
  });

  it('is refused as a whole where it is wrong, with every fault at once, and nothing changes', async () => {
    const running = await onItsWay();
    const [published, track] = [await definition(), await running.track(ITEM)];
    const stage = (
      code: string,
      kind: string,
      role: string,
      after: string[],
      more: object = {},
    ) => ({
      code,
      name: code,
      kind,
      role,
      after,
      ...more,
    });
    const wrong = publish({
      name: '错误的流程',
      within: published.within,
      stages: [
        stage('review', 'review', 'inspector', []),
        stage('check', 'check', 'approver', ['nowhere']),
        stage('experts', 'expert-review', 'approver', ['council']),
        stage('council', 'deliberation', 'agency-head', ['experts']),
        stage('publicity', 'publicity', 'approver', ['review'], { workingDays: 40 }),
        stage('decision', 'decision', 'decision-officer', ['review', 'publicity'], { atLeast: 3 }),
      ],
      returns: [{ from: 'review', to: 'decision' }],
    });

    expect(await unmetOf(wrong)).toEqual(
      expect.arrayContaining([
        'stages.0.role role-fits-stage',
        'stages.1.after.0 predecessor-known',
        'stages.1 no-dead-end',
        'stages.2.after no-cycle',
        'stages.3.after no-cycle',
        'stages.4.workingDays term-within-the-law',
        'stages.5.join join-satisfiable',
        'returns.0 return-leads-back',
      ]),
    );
    expect(await definition()).toEqual(published);
    expect(await running.track(ITEM)).toEqual(track);
    await running.grant(ITEM);
  });

  it('and all that went before left nothing parked and every journal sound', async () => {
    expect(await figuresAtRest(city)).toMatchObject({ backlog: 0, parked: 0 });
    expect(await journalFaults(city)).toEqual([]);
  });
});
