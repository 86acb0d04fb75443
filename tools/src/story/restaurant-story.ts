import type {
  AcceptApplicationReply,
  ArrangeInspectionReply,
  DecideTrackReply,
  DispatchResultsReply,
  EndSpecialProcedureReply,
  FindApplicationReply,
  FindCaseReply,
  ListHandoversReply,
  RequestCorrectionReply,
  SignChecklistReply,
  StartSpecialProcedureReply,
  SubmitApplicationReply,
  VerifyLicenceReply,
} from '@onewindow/contracts';
import { DEMONSTRATION_ITEMS, RESTAURANT_BUNDLE } from '../demonstration/items.js';
import { personOf, type Cast } from './cast.js';
import { expectEqual, expectThat } from './expectations.js';
import { aPdf } from './paper-files.js';
import { until } from './until.js';

/** What the story leaves behind, for its trace and its checks. */
export interface StoryOutcome {
  readonly applicationId: string;
  readonly caseNumber: string;
  readonly finalCase: FindCaseReply;
  readonly finalApplication: FindApplicationReply;
}

/** Moves time on, where the platform runs on a simulated clock; on the host's clock nothing is moved. */
export interface Stopwatch {
  moveTo(local: string): Promise<void>;
  quiet(): Promise<void>;
}

/** Dates that the story's calendar leads to; checked where the clock is simulated. */
const EXPECTED_DUE = {
  'food-business-permit': '2026-05-22',
  'public-assembly-fire-check': '2026-05-20',
  'large-outdoor-ad': '2026-05-15',
  'drainage-permit': '2026-05-29',
} as const;
const DRAINAGE_DUE_AFTER_TEST = '2026-06-08';
const TEST_WORKING_DAYS = 6;

type ItemCode = keyof typeof EXPECTED_DUE;

const JOINT_ITEMS = [
  'food-business-permit',
  'public-assembly-fire-check',
  'large-outdoor-ad',
] as const;

/** 开办餐饮店一件事, from filing to the departments' acknowledgements. Every outcome is checked as it comes. */
export class RestaurantStory {
  private applicationId = '';
  private caseNumber = '';

  constructor(
    private readonly cast: Cast,
    private readonly watch: Stopwatch,
    private readonly say: (line: string) => void,
    /** False where the clock is the host's: dates are then not known beforehand. */
    private readonly datesKnown = true,
  ) {}

  async play(): Promise<StoryOutcome> {
    await this.watch.moveTo('2026-04-27T09:10');
    await this.apply();
    await this.watch.moveTo('2026-04-28T10:00');
    await this.correctOnce();
    await this.watch.moveTo('2026-04-29T15:00');
    await this.accept();
    await this.watch.moveTo('2026-05-06T09:30');
    const procedureId = await this.orderWaterTest();
    await this.watch.moveTo('2026-05-07T14:00');
    await this.inspectTogether();
    await this.watch.moveTo('2026-05-12T16:00');
    await this.endWaterTest(procedureId);
    await this.watch.moveTo('2026-05-14T10:00');
    await this.decideAll();
    await this.watch.moveTo('2026-05-15T09:30');
    await this.dispatchAndRate();
    await this.acknowledge();
    await this.watch.quiet();
    return this.close();
  }

  private async apply(): Promise<void> {
    const materials = await this.uploadMaterials(
      DEMONSTRATION_ITEMS.flatMap((item) => item.materials)
        .filter(
          ({ necessity, code }) => necessity === 'required' && code !== 'water-quality-report',
        )
        .map(({ code }) => code),
    );
    const reply = await this.cast.owner.post<SubmitApplicationReply>('/api/applications', {
      bundle: RESTAURANT_BUNDLE.code,
      items: RESTAURANT_BUNDLE.items,
      applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
      contact: { name: '林悦', phone: '13900000001' },
      premises: { name: '临江小馆', address: '海棠市东城区临江路18号' },
      materials,
      truthDeclared: true,
      electronicService: true,
    });
    this.applicationId = reply.applicationId;
    this.say(`申请已提交 filed: ${reply.applicationNumber}`);
  }

  /** One notice that lists both: the missing report and the wrong floor plan. */
  private async correctOnce(): Promise<void> {
    const notice = await this.cast.clerk.post<RequestCorrectionReply>(
      `/api/applications/${this.applicationId}/correction-notice`,
      {
        remarks: [
          {
            material: 'water-quality-report',
            problem: 'missing',
            explanation: '请补交排水水质、水量检测报告（受理前一个月内出具）。',
          },
          {
            material: 'floor-plan',
            problem: 'wrong',
            explanation: '平面布置图未标明第二安全出口，请重新绘制。',
          },
        ],
      },
    );
    const shown = await this.application();
    expectEqual('the notice lists both problems', shown.correctionRemarks.length, 2);
    expectEqual('the application waits for correction', shown.status, 'awaiting-correction');
    this.say(`一次性告知补正 one complete correction notice: ${notice.noticeNumber}`);

    await this.cast.owner.post(`/api/applications/${this.applicationId}/corrections`, {
      materials: await this.uploadMaterials(['water-quality-report', 'floor-plan']),
    });
    this.say('补正材料已提交 corrections handed in');
  }

  private async accept(): Promise<void> {
    const receipt = await this.cast.clerk.post<AcceptApplicationReply>(
      `/api/applications/${this.applicationId}/acceptance`,
    );
    this.caseNumber = receipt.caseNumber;
    expectEqual('four tracks are due', receipt.tracks.length, 4);
    if (this.datesKnown) {
      for (const track of receipt.tracks) {
        expectEqual(
          `due date of ${track.item}`,
          track.statutory.due,
          EXPECTED_DUE[track.item as ItemCode],
        );
      }
    }
    const opened = await until('the case is open', () => this.caseIfThere());
    expectEqual('the case has four parallel tracks', opened.tracks.length, 4);
    const fire = opened.tracks.find(({ item }) => item === 'public-assembly-fire-check');
    expectEqual('fire is decided by the brigade', fire?.agency, 'fire-rescue');
    this.say(`受理 accepted: case ${receipt.caseNumber}, receipt ${receipt.receiptNumber}`);
  }

  private async orderWaterTest(): Promise<string> {
    const started = await this.cast.approver.post<StartSpecialProcedureReply>(
      this.track('drainage-permit', 'special-procedures'),
      {
        procedure: 'testing',
        reason: '对排水水质抽样检测，检测期间不计入办理期限。',
        expectedWorkingDays: 6,
        carriedOutBy: '海棠市水质检测中心',
        costFen: 120_000,
      },
    );
    const shown = await this.case();
    const statuses = shown.tracks.map(({ item, status }) => `${item}:${status}`);
    expectEqual(
      'only the drainage clock stands still',
      statuses.filter((each) => each.endsWith(':suspended')),
      ['drainage-permit:suspended'],
    );
    this.say(
      `检测 water test ordered: notice ${started.noticeNumber}, from ${started.suspendedFrom}`,
    );
    return started.procedureId;
  }

  private async endWaterTest(procedureId: string): Promise<void> {
    const ended = await this.cast.approver.post<EndSpecialProcedureReply>(
      this.track('drainage-permit', `special-procedures/${procedureId}/result`),
      {
        result: 'favourable',
        conclusion: '各项指标符合纳管标准。',
        reportReceipt: await this.cast.approver.upload(
          'water-test.pdf',
          aPdf('Water test report'),
          'application/pdf',
        ),
      },
    );
    if (this.datesKnown) {
      expectEqual('suspended working days', ended.suspendedWorkingDays, TEST_WORKING_DAYS);
      expectEqual('drainage due after the test', ended.statutory.due, DRAINAGE_DUE_AFTER_TEST);
    }
    this.say(`检测完成 water test done: due ${ended.statutory.due ?? 'open'}`);
  }

  private async inspectTogether(): Promise<void> {
    const checklists = [
      {
        item: 'food-business-permit',
        points: points('kitchen-zones', 'fly-proofing', 'hand-washing'),
      },
      {
        item: 'public-assembly-fire-check',
        points: points('second-exit', 'emergency-lighting', 'extinguishers'),
      },
      { item: 'large-outdoor-ad', points: points('smoke-vent-clearance', 'structural-fixing') },
    ];
    const arranged = await this.cast.approver.post<ArrangeInspectionReply>(
      `/api/cases/${this.caseNumber}/inspections`,
      {
        items: JOINT_ITEMS,
        scheduledAt: '2026-05-07T06:00:00.000Z',
        inspectors: [
          { ...personOf('inspector'), agency: 'bureau' },
          { ...personOf('secondInspector'), agency: 'bureau' },
          { ...personOf('fireInspector'), agency: 'fire-rescue' },
          { ...personOf('secondFireInspector'), agency: 'fire-rescue' },
        ],
        checklists,
      },
    );
    const at = (item: string, step: string) =>
      `/api/inspections/${arranged.inspectionId}/checklists/${item}${step}`;
    const met = (point: string) => ({ point, result: 'met' });
    const { inspector, secondInspector, fireInspector, secondFireInspector } = this.cast;

    await inspector.post(at('food-business-permit', ''), {
      findings: [met('kitchen-zones'), met('fly-proofing'), met('hand-washing')],
    });
    await fireInspector.post(at('public-assembly-fire-check', ''), {
      findings: [
        met('second-exit'),
        {
          point: 'emergency-lighting',
          result: 'corrected-on-the-spot',
          remark: '一处应急照明灯不亮，当场更换后复测合格。',
        },
        met('extinguishers'),
      ],
    });
    await inspector.post(at('large-outdoor-ad', ''), {
      findings: [
        { point: 'smoke-vent-clearance', result: 'not-met', remark: '招牌遮挡二层排烟窗。' },
        met('structural-fixing'),
      ],
    });
    for (const item of ['food-business-permit', 'large-outdoor-ad']) {
      await inspector.post(at(item, '/signatures'));
      await secondInspector.post(at(item, '/signatures'));
    }
    await fireInspector.post(at('public-assembly-fire-check', '/signatures'));
    const last = await secondFireInspector.post<SignChecklistReply>(
      at('public-assembly-fire-check', '/signatures'),
    );
    expectEqual('the last signature completes the inspection', last.inspectionStatus, 'completed');
    this.say('联合踏勘 one joint inspection: three checklists, each signed by both inspectors');
  }

  private async decideAll(): Promise<void> {
    const { approver, fireApprover, decisionOfficer, fireDecisionOfficer } = this.cast;
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
      await reviewer.post(this.track(item, 'opinion'), {
        recommendation: outcome === 'granted' ? 'grant' : 'refuse',
        grounds: reasons.length > 0 ? reasons : ['材料齐全，符合法定条件。'],
      });
      const legalBasis = DEMONSTRATION_ITEMS.find(({ code }) => code === item)?.legalBasis ?? [];
      const reply = await officer.post<DecideTrackReply>(this.track(item, 'decision'), {
        outcome,
        reasons,
        legalBasis,
      });
      if (reply.licence !== undefined)
        await this.verifyPublicly(reply.licence.number, reply.licence.verificationCode);
      if (outcome === 'refused') {
        expectThat('a refusal names both appeal routes', () => {
          const { reconsiderationBody = '', court = '' } = reply.appeal ?? {};
          return reconsiderationBody !== '' && court !== '' && reply.licence === undefined;
        });
      } else {
        expectThat(`${item} has a licence`, () => reply.licence !== undefined);
      }
      this.say(
        `决定 decided: ${item} ${outcome} ${reply.decisionNumber} ${reply.licence?.number ?? ''}`.trimEnd(),
      );
    }
  }

  private async verifyPublicly(number: string, code: string): Promise<void> {
    const path = `/api/licences/${encodeURIComponent(number)}/verification?code=${encodeURIComponent(code)}`;
    const shown = await this.cast.public.get<VerifyLicenceReply>(path);
    expectEqual('anybody can verify the licence', shown.status, 'valid');
  }

  private async dispatchAndRate(): Promise<void> {
    await until('all decisions have reached the window', async () => {
      const { status } = await this.application();
      return status === 'decided' ? true : undefined;
    });
    const dispatched = await this.cast.clerk.post<DispatchResultsReply>(
      `/api/applications/${this.applicationId}/dispatch`,
      { method: 'window', receivedBy: '林悦' },
    );
    expectEqual('four decisions and three licences leave together', dispatched.papers.length, 7);
    await this.cast.owner.post(`/api/applications/${this.applicationId}/rating`, {
      stars: 5,
      remark: '一次办成。',
    });
    this.say('一并出件、好差评 one dispatch, rated 5');
  }

  private async acknowledge(): Promise<void> {
    await this.acknowledgeAs(this.cast.marketRegulator, 'market-regulation', 1);
    await this.acknowledgeAs(this.cast.cityManager, 'city-management', 2);
  }

  private async acknowledgeAs(
    officer: Cast['marketRegulator'],
    department: string,
    count: number,
  ): Promise<void> {
    const received = await until(`the handovers to ${department}`, async () => {
      const list = await officer.get<ListHandoversReply>(
        `/api/departments/${department}/handovers`,
      );
      const ours = list.handovers.filter(({ caseNumber }) => caseNumber === this.caseNumber);
      return ours.length === count ? ours : undefined;
    });
    for (const { handoverId } of received) {
      await officer.post(`/api/departments/${department}/handovers/${handoverId}/acknowledgement`);
    }
    this.say(`签收 acknowledged by ${department}: ${count}`);
  }

  private async close(): Promise<StoryOutcome> {
    const finalCase = await until(
      'the case is closed and every handover acknowledged',
      async () => {
        const shown = await this.case();
        const acknowledged = shown.handovers.filter(
          ({ status }) => status === 'acknowledged',
        ).length;
        return shown.status === 'closed' && acknowledged === 3 ? shown : undefined;
      },
    );
    const finalApplication = await this.application();
    expectThat('every paper has a service record', () =>
      finalApplication.papers.every(({ service }) => service !== undefined),
    );
    expectEqual('the decisions stand as taken', outcomesOf(finalCase), {
      'food-business-permit': 'granted',
      'public-assembly-fire-check': 'granted',
      'large-outdoor-ad': 'refused',
      'drainage-permit': 'granted',
    });
    return {
      applicationId: this.applicationId,
      caseNumber: this.caseNumber,
      finalCase,
      finalApplication,
    };
  }

  private readonly track = (item: string, step: string) =>
    `/api/cases/${this.caseNumber}/tracks/${item}/${step}`;

  private application(): Promise<FindApplicationReply> {
    return this.cast.owner.get(`/api/applications/${this.applicationId}`);
  }

  private case(): Promise<FindCaseReply> {
    return this.cast.owner.get(`/api/cases/${this.caseNumber}`);
  }

  /** The case is opened by an event: until it has arrived the case is not found. */
  private caseIfThere(): Promise<FindCaseReply | undefined> {
    return this.cast.owner.getIfFound(`/api/cases/${this.caseNumber}`);
  }

  private uploadMaterials(
    codes: readonly string[],
  ): Promise<{ material: string; fileReceipt: string }[]> {
    return Promise.all(
      codes.map(async (material) => ({
        material,
        fileReceipt: await this.cast.owner.upload(
          `${material}.pdf`,
          aPdf(`Material ${material}`),
          'application/pdf',
        ),
      })),
    );
  }
}

const points = (...codes: string[]) =>
  codes.map((point) => ({ point, requirement: REQUIREMENTS[point] ?? point }));

const REQUIREMENTS: Readonly<Record<string, string>> = {
  'kitchen-zones': '粗加工、切配、烹饪、备餐分区明确',
  'fly-proofing': '防蝇防鼠设施齐全',
  'hand-washing': '备餐间入口设洗手设施',
  'second-exit': '第二安全出口畅通',
  'emergency-lighting': '应急照明完好',
  extinguishers: '灭火器配置和有效期符合要求',
  'smoke-vent-clearance': '不遮挡排烟窗',
  'structural-fixing': '结构固定牢靠',
};

const outcomesOf = (shown: FindCaseReply) =>
  Object.fromEntries(shown.tracks.map(({ item, decision }) => [item, decision?.outcome]));
