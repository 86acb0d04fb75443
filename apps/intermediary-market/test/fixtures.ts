import { completeCreditCode } from '@onewindow/identifiers';
import { instantOf, type Instant, type Person } from '@onewindow/kernel';
import { DEFAULT_PLACE_RULES } from '@onewindow/service';
import { WorkingCalendar } from '@onewindow/statutory-clock';
import { register, type Agency, type Organisation } from '../src/domain/agency.js';
import { close } from '../src/domain/closing.js';
import { deliver } from '../src/domain/delivery.js';
import { proposeContract, signContract, type UploadReading } from '../src/domain/contract.js';
import { drawAndAward, enterValue, type ValueReading } from '../src/domain/drawing.js';
import type { ListedService } from '../src/domain/market-service.js';
import type { Project } from '../src/domain/project.js';
import type { ProjectRequest, Publication } from '../src/domain/project-request.js';
import type { ProjectStatus } from '../src/domain/project-lifecycle.js';
import { publishProject } from '../src/domain/publication.js';

export const calendar = WorkingCalendar.published();
export const place = DEFAULT_PLACE_RULES.market;
export const terms = { contractWorkingDays: place.contractWorkingDays, calendar };

export const at = (time: string): Instant => instantOf(`2026-${time}:00+08:00`);

/** Thursday before the May holiday, which ends with Tuesday; the Saturday after it is worked. */
export const PUBLISHED_AT = at('04-30T10:00');
export const SEED = '5f1d0a9c3b7e24688c0e9d13a6b5f2744e81c7d05a3962fb18d4e6c09b7a3f21';
export const BUREAU = 'bureau';
export const OWNER: Organisation = { name: '临江小馆', creditCode: '91371500MA9YXW1T5X' };

export const owner: Person = {
  kind: 'person',
  id: 'lin.yue',
  name: '林悦',
  roles: ['applicant'],
  region: '379900',
  organisation: OWNER.creditCode,
  organisationName: OWNER.name,
};

export const LISTED: ListedService = {
  id: 'water-quality-testing',
  edition: 1,
  entry: {
    code: 'water-quality-testing',
    name: '排水水质、水量检测',
    legalBasis: ['城镇污水排入排水管网许可管理办法 6'],
    items: [{ item: 'drainage-permit', itemName: '排水许可', approvingAgency: BUREAU }],
    qualifications: [{ code: 'accreditation', name: '检验检测机构资质认定' }],
  },
};

export const aRequest = (change: Partial<ProjectRequest> = {}): ProjectRequest => ({
  service: LISTED.id,
  title: '临江小馆排水水质检测',
  scope: '一个排放口',
  funds: 'private',
  budgetFen: 300_000,
  deliverWithinDays: 5,
  avoided: [],
  contact: { name: '林悦', phone: '13812345678' },
  ...change,
});

export const aPublication = (
  change: Partial<Publication> = {},
  request: Partial<ProjectRequest> = {},
): Publication => ({
  number: '379900-20260430-000001',
  region: '379900',
  seed: SEED,
  by: owner,
  request: aRequest(request),
  service: LISTED,
  ...change,
});

/** A registered agency that meets what the notice asks for. */
export const anAgency = (serial = 1, change: Partial<Agency> = {}): Agency => {
  const creditCode = completeCreditCode(`91371500MA3Q1${String(serial).padStart(3, '0')}`);
  const declared = {
    name: `检测机构${serial}`,
    creditCode,
    affiliatedWith: [],
    qualifications: [
      { code: 'accreditation', number: 'CMA-1', scope: '水', validFrom: '2023-01-01' },
    ],
    contact: { name: '王工', phone: '13900000000' },
  };
  return { ...register(undefined, declared, PUBLISHED_AT).state, ...change };
};

export const candidate = (agency: Agency) => ({
  name: agency.name,
  creditCode: agency.creditCode,
  agency,
});

export const UPLOADER = 'agent';
export const anUpload = (uploadedBy = UPLOADER): UploadReading => ({
  file: { hash: 'a'.repeat(64), name: 'x.pdf', mediaType: 'application/pdf', size: 1 },
  uploadedBy,
});

export const aPublished = (request: Partial<ProjectRequest> = {}): Project =>
  publishProject(aPublication({}, request), PUBLISHED_AT, place, calendar).state;

export const aClosed = (many = 3, request: Partial<ProjectRequest> = {}): Project =>
  close(
    aPublished(request),
    Array.from({ length: many }, (_, index) => candidate(anAgency(index + 1))),
  ).state;

export const aReading = (change: Partial<ValueReading> = {}): ValueReading => ({
  publication: place.publicValue.publication,
  issue: aPublished().notice.publicValue.issue,
  value: '3245.67',
  source: 'https://www.sse.com.cn',
  by: 'tang.yu',
  ...change,
});

/** When the public value of the fixture's notice can be known. */
export const APPEARED = aPublished().notice.publicValue.appearsAt;

export const anEntered = (many = 3): Project =>
  enterValue(aClosed(many), aReading(), APPEARED).state;

export const CONFIRMATION = { value: '3245.67', by: 'song.qi', seed: SEED };

export const anAwarded = (many = 3): Project =>
  drawAndAward(anEntered(many), CONFIRMATION, APPEARED, terms).state;

const PROPOSAL = { amountFen: 280_000, upload: anUpload(), account: UPLOADER };

export const aProposed = (many = 3): Project =>
  proposeContract(anAwarded(many), PROPOSAL, at('05-12T09:00')).state;

export const aContracted = (): Project =>
  signContract(aProposed(), 'a'.repeat(64), at('05-12T10:00'), calendar).state;

export const aDelivered = (): Project =>
  deliver(aContracted(), { upload: anUpload(), account: UPLOADER }, at('05-14T10:00')).state;

/** A project in each state, as it comes there by its rules. */
export const projectIn: Readonly<Record<ProjectStatus, () => Project>> = {
  published: aPublished,
  closed: anEntered,
  awarded: anAwarded,
  'contract-proposed': aProposed,
  'under-contract': aContracted,
  delivered: aDelivered,
  failed: () => ({ ...anAwarded(), status: 'failed' }),
  cancelled: () => ({ ...anAwarded(), status: 'cancelled' }),
};

/** The codes of all that was unmet. */
export function rulesOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    return (error as { unmet?: readonly { rule: string }[] }).unmet?.map(({ rule }) => rule) ?? [];
  }
  return [];
}
