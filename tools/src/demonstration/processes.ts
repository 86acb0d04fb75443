import type { PublishProcessRequest, StageOfProcess } from '@onewindow/contracts';

/** How the demonstration city handles its items, as data that an administrator publishes. Terms of stages are the city’s own. */
type Within = PublishProcessRequest['within'];

const workingDays = (days: number, source: string): Within => ({
  unit: 'working-day',
  days,
  source,
});
const calendarDays = (days: number, source: string): Within => ({
  unit: 'calendar-day',
  days,
  source,
});

const LICENSING_LAW = workingDays(20, '行政许可法 42');

const stage = (
  code: string,
  name: string,
  kind: StageOfProcess['kind'],
  after: string[],
  more: Partial<StageOfProcess> = {},
): StageOfProcess => ({ code, name, kind, role: 'approver', after, ...more });

const review = (after: string[] = [], days?: number) =>
  stage('review', '审查', 'review', after, days === undefined ? {} : { workingDays: days });

const decision = (after: string[], role: StageOfProcess['role'] = 'decision-officer') =>
  stage('decision', '决定', 'decision', after, { role });

const defined = (
  code: string,
  name: string,
  within: Within,
  stages: StageOfProcess[],
  returns: PublishProcessRequest['returns'] = [],
): PublishProcessRequest => ({ code, name, within, stages, returns });

const BACK_TO_REVIEW = [{ from: 'decision', to: 'review' }];

/** An opinion and a decision, which may go back to the reviewer. */
const standard = (code: string, name: string, within: Within = LICENSING_LAW) =>
  defined(code, name, within, [review(), decision(['review'])], BACK_TO_REVIEW);

/** Decided at once by the window: what is complete and in due form takes no opinion first (许可法 34). */
const onTheSpot = (code: string, name: string, within: Within) =>
  defined(code, name, within, [{ ...decision([]), inBatch: true }]);

/** The city reviews first and reports with everything that was handed in; the province reviews and decides (许可法 35, 43). */
const reportedTo = (
  code: string,
  name: string,
  within: Within,
  higher: { readonly agency: string; readonly agencyName: string },
) =>
  defined(
    code,
    name,
    within,
    [
      stage('first-review', '初审', 'first-review', [], {
        workingDays: 5,
        reportsTo: { ...higher, within: workingDays(20, '行政许可法 43') },
      }),
      review(['first-review'], 10),
      decision(['review']),
    ],
    BACK_TO_REVIEW,
  );

/** The checklist of the visit comes before the opinion. */
const withVisit = (code: string, name: string, within: Within = LICENSING_LAW) =>
  defined(
    code,
    name,
    within,
    [
      stage('visit', '现场踏勘', 'inspection', [], { role: 'inspector', workingDays: 4 }),
      review(['visit'], 2),
      decision(['review']),
    ],
    BACK_TO_REVIEW,
  );

/** Experts first, a check by a second officer, and the head decides. */
const withExperts = (code: string, name: string, within: Within = LICENSING_LAW) =>
  defined(
    code,
    name,
    within,
    [
      stage('experts', '专家评审', 'expert-review', [], { workingDays: 5 }),
      review(['experts'], 3),
      stage('check', '复核', 'check', ['review'], { role: 'decision-officer', workingDays: 2 }),
      decision(['check'], 'agency-head'),
    ],
    [
      { from: 'check', to: 'review' },
      { from: 'decision', to: 'review' },
    ],
  );

/** Made public and deliberated, side by side with a review by experts where the project is large. */
const deliberated = (code: string, name: string, within: Within) =>
  defined(
    code,
    name,
    within,
    [
      review([], 3),
      stage('publicity', '公示', 'publicity', ['review'], { workingDays: 5 }),
      stage('experts', '专家评审', 'expert-review', ['review'], {
        workingDays: 5,
        when: { field: 'siteArea', atLeast: 10_000 },
      }),
      stage('council', '集体审议', 'deliberation', ['publicity', 'experts'], {
        role: 'agency-head',
        workingDays: 2,
      }),
      decision(['council'], 'agency-head'),
    ],
    [{ from: 'council', to: 'review' }],
  );

/** The items of the catalogue, and those of the investment project in four stages that it lacks. */
export const DEMONSTRATION_PROCESSES: readonly PublishProcessRequest[] = [
  standard('food-business-permit', '食品经营许可', workingDays(15, '实施清单')),
  standard('public-assembly-fire-check', '营业前消防安全检查', workingDays(13, '消防法 15')),
  standard('large-outdoor-ad', '户外广告设置', workingDays(10, '地方条例')),
  standard('drainage-permit', '污水排入排水管网许可'),
  withVisit('public-place-hygiene-permit', '公共场所卫生许可'),
  standard('hr-service-permit', '人力资源服务许可', calendarDays(20, '人力资源市场暂行条例 19')),
  standard('labor-dispatch-permit', '劳务派遣经营许可'),
  standard('road-freight-permit', '道路货物运输经营许可', calendarDays(20, '道路运输条例 24')),
  reportedTo('travel-agency-permit', '旅行社业务经营许可', workingDays(20, '旅行社条例 7'), {
    agency: 'provincial-tourism',
    agencyName: '省文化和旅游厅',
  }),
  standard('special-equipment-registration', '特种设备使用登记'),
  withVisit(
    'medical-institution-registration',
    '医疗机构执业登记',
    calendarDays(45, '医疗机构管理条例'),
  ),
  standard(
    'real-estate-first-registration',
    '不动产首次登记',
    workingDays(30, '不动产登记暂行条例 20'),
  ),
  onTheSpot('enterprise-investment-filing', '企业投资项目备案', LICENSING_LAW),
  withExperts('enterprise-investment-approval', '企业投资项目核准'),
  withExperts('soil-water-conservation-plan', '水土保持方案审批'),
  withExperts('water-intake-permit', '取水许可'),
  deliberated('eia-form', '环境影响报告表审批', calendarDays(30, '生态环境法典 102')),
  deliberated('eia-report', '环境影响报告书审批', calendarDays(60, '生态环境法典 102')),
  deliberated('land-use-planning-permit', '建设用地规划许可', LICENSING_LAW),
  deliberated('construction-planning-permit', '建设工程规划许可', LICENSING_LAW),
  standard('construction-permit', '建筑工程施工许可', calendarDays(7, '建筑法 8')),
  standard('completion-filing', '竣工验收备案', calendarDays(15, '建设工程质量管理条例 49')),
  withExperts('government-investment-approval', '可行性研究报告审批'),
  deliberated('land-preapproval', '用地预审与选址意见书', LICENSING_LAW),
  standard('civil-defence-review', '人防（结建）审查'),
  withExperts('fire-design-review', '特殊建设工程消防设计审查'),
  withExperts('energy-review', '固定资产投资项目节能审查'),
  withVisit('planning-verification', '规划核实、土地核验'),
  withVisit('fire-acceptance', '消防验收、备案'),
  withVisit('civil-defence-acceptance', '人防验收、备案'),
  withVisit('archive-acceptance', '城建档案验收'),
];
