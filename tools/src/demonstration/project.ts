import { fullItem } from '../bench/catalogue/file.js';
import { PLANNED_BUNDLES } from './catalogue-entries.js';
import { DEMONSTRATION_PROCESSES } from './processes.js';

export const PROJECT = 'investment-four-stage';

/** Of the bundle, what the journey adds to or reads. */
interface Plan {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly item?: string;
  }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** Items that published guides name without saying more. */
const UNPUBLISHED: Readonly<Record<string, string>> = {
  'S1.approval': 'government-investment-approval',
  'S1.site': 'land-preapproval',
  'S2.cad': 'civil-defence-review',
  'S3.fire': 'fire-design-review',
  'P.energy': 'energy-review',
  'S4.verify': 'planning-verification',
  'S4.fire': 'fire-acceptance',
  'S4.cad': 'civil-defence-acceptance',
  'S4.archive': 'archive-acceptance',
};

/** A project of several sections may be approved, ratified and filed at once, and lie on land of both kinds. */
const one = (...values: string[]) => ({
  items: { type: 'string', enum: values },
  type: 'array',
  maxItems: values.length,
});

const FORM = {
  type: 'object',
  properties: {
    investment: { title: '各单项的投资管理方式', ...one('approval', 'ratification', 'filing') },
    landSupply: { title: '供地方式', ...one('allocation', 'transfer') },
    involves: {
      title: '涉及的专项',
      ...one('civil-defence', 'fire-design', 'soil', 'water', 'energy', 'drainage'),
    },
    siteArea: { title: '用地面积（平方米）', type: 'number', exclusiveMinimum: 0 },
  },
  required: ['investment', 'landSupply', 'involves', 'siteArea'],
  'x-order': ['investment', 'landSupply', 'involves', 'siteArea'],
};

/** Answers that need every node of the plan. */
export const EVERYTHING = {
  investment: ['approval', 'ratification', 'filing'],
  landSupply: ['allocation', 'transfer'],
  involves: ['civil-defence', 'fire-design', 'soil', 'water', 'energy', 'drainage'],
  siteArea: 12_000,
};

/** A small project of an enterprise: filed for record, on land that it bought, with nothing special about it. */
export const SMALL = {
  investment: ['filing'],
  landSupply: ['transfer'],
  involves: [],
  siteArea: 3_000,
};

const WHEN: Readonly<Record<string, { readonly field: string; readonly equals: string }>> = {
  'S1.approval': { field: 'investment', equals: 'approval' },
  'S1.ratify': { field: 'investment', equals: 'ratification' },
  'S1.file': { field: 'investment', equals: 'filing' },
  'S1.site': { field: 'landSupply', equals: 'allocation' },
  'S1.contract': { field: 'landSupply', equals: 'transfer' },
  'S2.cad': { field: 'involves', equals: 'civil-defence' },
  'S3.fire': { field: 'involves', equals: 'fire-design' },
  'P.swc': { field: 'involves', equals: 'soil' },
  'P.water': { field: 'involves', equals: 'water' },
  'P.energy': { field: 'involves', equals: 'energy' },
  'P.drain': { field: 'involves', equals: 'drainage' },
  'S4.cad': { field: 'involves', equals: 'civil-defence' },
};

const BUNDLE = PLANNED_BUNDLES.find(({ code }) => code === PROJECT);
if (BUNDLE === undefined) throw new TypeError(`the demonstration city has no ${PROJECT}`);
const PLAN: Plan = BUNDLE.plan;

/** The bundle as published guides have it, with every item named and its conditions on answers. */
export const PROJECT_PLAN: Plan = {
  ...PLAN,
  nodes: PLAN.nodes.map((node) => {
    const item = node.item ?? UNPUBLISHED[node.id];
    const when = WHEN[node.id];
    return { ...node, ...(item !== undefined && { item }), ...(when && { when }) };
  }),
};

/** Of those that are visited together, only this one is the fire brigade's, and so is the design that comes before. */
const FIRE_BRIGADE = new Set(['fire-design-review', 'fire-acceptance']);
export const VISITED = [
  'planning-verification',
  'fire-acceptance',
  'civil-defence-acceptance',
  'archive-acceptance',
];

/** A catalogue file with the bundle and every item of it that the demonstration city has not published. */
export const projectCatalogue = () => ({
  items: PROJECT_PLAN.nodes.flatMap(({ item, name }) =>
    item === undefined || item === 'drainage-permit' ? [] : [itemOf(item, name)],
  ),
  bundles: [{ code: PROJECT, name: BUNDLE.name, form: FORM, plan: PROJECT_PLAN }],
});

/** One application form and one set of drawings for the whole project 一张表单、一套材料. */
function itemOf(code: string, name: string) {
  const {
    materials,
    promisedTerm: _,
    ...item
  } = fullItem({
    code,
    name,
    resultName: `${name}文书`,
    keywords: [],
    theme: 'other',
    at: 0,
    ...(FIRE_BRIGADE.has(code)
      ? { agency: 'fire-rescue', agencyName: '海棠市消防救援大队' }
      : { agency: 'bureau', agencyName: '海棠市行政审批服务局' }),
  });
  const [form, drawings] = materials;
  const within = DEMONSTRATION_PROCESSES.find((each) => each.code === code)?.within;
  return {
    ...item,
    statutoryTerm: within ?? item.statutoryTerm,
    promisedTerm: { unit: 'working-day', days: 5, source: '办事指南承诺时限' },
    siteVisit: VISITED.includes(code),
    materials: [
      { ...form, code: 'project-form', name: '工程建设项目申请表' },
      { ...drawings, code: 'project-drawings', name: '项目总平面图', source: 'applicant' },
    ],
  };
}
