import type { ServiceItem } from '@onewindow/contracts';
import { instantOf, type Person, type Refusal } from '@onewindow/kernel';
import { REMIND_ONLY, WorkingCalendar } from '@onewindow/statutory-clock';
import { AjvSchemaCheck } from '../src/adapters/forms/ajv-schema-check.js';
import type { Application } from '../src/domain/application.js';
import type { ApplicationStatus } from '../src/domain/application-lifecycle.js';
import { fileApplication, type Filing, type HandedIn } from '../src/domain/filing.js';
import type { Catalogue, PublishedItem } from '../src/domain/service-item.js';

/** Situations that the specs of intake start from. */
export const CALENDAR = WorkingCalendar.published();
/** 八公开, as places are shipped with it. */
export const DISCLOSURE: readonly string[] = [
  'name',
  'legal-basis',
  'conditions',
  'materials',
  'procedure',
  'promised-term',
  'fee',
  'result',
];
export const TERMS = {
  workingDaysToAccept: 5,
  workingDaysToCorrect: 15,
  correctionMissed: 'reminder',
  itemDisclosure: DISCLOSURE,
  missed: REMIND_ONLY,
  calendar: CALENDAR,
  checkAnswers: new AjvSchemaCheck().check,
} as const;

/** Monday before the Labour Day holiday of 2026. */
export const RECEIVED = instantOf('2026-04-27T09:10:00+08:00');
export const LATER = instantOf('2026-04-29T15:00:00+08:00');

export const OWNER: Person = {
  kind: 'person',
  id: 'lin.yue',
  name: '林悦',
  roles: ['applicant'],
  region: '379900',
  organisation: '91371500MA9YXW1T5X',
  organisationName: '海棠市临江小馆餐饮有限公司',
};

/** An item as the administrator publishes it. */
export const aServiceItem = (change: Partial<ServiceItem> = {}): ServiceItem => ({
  code: 'drainage-permit',
  name: '城镇污水排入排水管网许可',
  itemType: 'administrative-permit',
  handlingType: 'promised',
  decidingAgency: 'bureau',
  decidingAgencyName: '海棠市行政审批服务局',
  legalBasis: ['城镇排水与污水处理条例 21'],
  conditions: ['排放的污水符合标准'],
  procedure: ['申请', '受理', '决定'],
  statutoryTerm: { unit: 'working-day', days: 20, source: '行政许可法 42' },
  materials: [
    {
      code: 'form',
      name: '申请表',
      necessity: 'required',
      source: 'applicant',
      acceptanceStandard: '完整',
      sample: { title: '申请表示范文本', fields: [{ label: '申请人', example: '某餐饮有限公司' }] },
    },
    {
      code: 'report',
      name: '检测报告',
      necessity: 'required',
      source: 'intermediary',
      acceptanceStandard: '一个月内',
    },
    {
      code: 'licence',
      name: '营业执照',
      necessity: 'optional',
      source: 'government',
      acceptanceStandard: '有效',
    },
  ],
  quantityLimit: '无数量限制',
  charged: false,
  siteVisit: false,
  resultName: '排水许可证',
  consultation: '0999-12345',
  complaints: '0999-12388',
  ...change,
});

export const anItem = (change: Partial<PublishedItem> = {}): PublishedItem => ({
  ...aServiceItem(),
  ...change,
});

export const aFile = (name: string) => ({
  hash: name.padEnd(64, '0'),
  name: `${name}.pdf`,
  mediaType: 'application/pdf',
  size: 1000,
});

export const handedIn = (material: string, uploadedBy = OWNER.id): HandedIn => ({
  material,
  path: 'materials.0',
  file: aFile(material),
  uploadedBy,
});

export const aCatalogue = (...items: PublishedItem[]): Catalogue => ({
  items: new Map(
    (items.length > 0 ? items : [anItem()]).map((item) => [
      item.code,
      { id: item.code, edition: 1, item },
    ]),
  ),
});

export const aFiling = (change: Partial<Filing> = {}): Filing => ({
  id: '0198f1d2-0000-7000-8000-000000000001',
  number: 'SQ20260427-000001',
  region: '379900',
  by: OWNER,
  items: ['drainage-permit'],
  applicant: { name: '海棠市临江小馆餐饮有限公司', creditCode: '91371500MA9YXW1T5X' },
  contact: { name: '林悦', phone: '13900000001' },
  premises: { name: '临江小馆', address: '临江路18号' },
  handedIn: [handedIn('form')],
  truthDeclared: true,
  electronicService: true,
  ...change,
});

export const anApplication = (
  change: Partial<Application> = {},
  filing: Partial<Filing> = {},
): Application => ({
  ...fileApplication(aFiling(filing), aCatalogue(), RECEIVED, TERMS).state,
  ...change,
});

export const aCompleteApplication = (change: Partial<Application> = {}): Application =>
  anApplication(change, { handedIn: [handedIn('form'), handedIn('report')] });

export const inStatus = (status: ApplicationStatus): Application =>
  aCompleteApplication({ status });

/** The rules that a refusal names; none when the work was not refused. */
export function rulesOf(work: () => unknown): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return (error as Refusal).unmet.map(({ rule }) => rule);
  }
}
