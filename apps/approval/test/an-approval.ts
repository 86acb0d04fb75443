import { WorkingCalendar } from '@onewindow/statutory-clock';
import { Memory } from '@onewindow/testing/memory';
import { ApprovalUseCases } from '../src/use-cases/approval-use-cases.js';
import type { OpenCase } from '../src/use-cases/open-case.js';
import { caseKind } from '../src/domain/case/case.js';
import { quotaId, quotaKind } from '../src/domain/quota/quota.js';
import { isEnded } from '../src/domain/track/track-lifecycle.js';
import { trackKind } from '../src/domain/track/track.js';
import type { ApprovalDependencies, ApprovalPlaceRules, Quotas } from '../src/use-cases/ports.js';
import {
  ACCEPTED,
  anItem,
  APPEAL_TERMS,
  APPLICATION,
  appealRoutes,
  CASE,
  REPORT,
} from './fixtures.js';
import { WORK_RULES } from './officers.js';

const published = WorkingCalendar.published();

/** A place that has decided nothing unusual. */
export const PLACE: ApprovalPlaceRules = {
  work: WORK_RULES,
  workingDaysToServe: 10,
  handoverAckWorkingDays: 3,
  warnAtShareLeft: 0.2,
  warnAtWorkingDaysLeft: 1,
  decisionDraft: 'optional',
  workingDaysToState: 5,
  consultation: { workingDays: 5, remindWorkingDaysBefore: 1, silence: 'no-objection' },
  appealRoutes: {
    default: { ...appealRoutes, court: '有管辖权的人民法院' },
    bureau: appealRoutes,
  },
  appealTerms: { default: APPEAL_TERMS },
};

/** The use cases of approval on a memory, at a time that the spec moves. */
export function anApproval(changes: Partial<ApprovalDependencies> = {}) {
  const memory = new Memory();
  const time = { now: ACCEPTED };
  let serial = 0;
  const next = (name: string) => `${name}-${String((serial += 1))}`;
  const approval = new ApprovalUseCases({
    transact: memory.transact,
    now: () => time.now,
    newId: () => next('id'),
    calendar: () => published,
    officers: { of: async () => new Map(), lastWith: async () => [], tasksOf: async () => [] },
    place: PLACE,
    supervisingInstance: (department) => `supervision-${department}`,
    waitingHandovers: { ids: async () => [] },
    quotas: quotasOf(memory),
    receipts: { read: async () => ({ file: REPORT }) },
    fingerprint: (content) => JSON.stringify(content),
    newVerificationCode: () => next('code'),
    ...changes,
  });
  return { approval, memory, time };
}

/** The order of acceptance, read from the memory itself. */
const quotasOf = (memory: Memory): Quotas => ({
  exists: async (region, item) => memory.stateOf(quotaKind, quotaId(region, item)) !== undefined,
  changed: () => undefined,
  earliestUndecided: async ({ item, since, before, acceptedAt, caseNumber }) =>
    memory
      .all(trackKind)
      .filter((track) => track.item === item && !isEnded(track.status))
      .flatMap((track) => memory.stateOf(caseKind, track.caseNumber) ?? [])
      .filter((of) => since <= of.acceptedAt && of.acceptedAt < before)
      .map((of) => [of.acceptedAt, of.caseNumber] as const)
      .filter(([at, number]) => at < acceptedAt || (at === acceptedAt && number < caseNumber))
      .toSorted(([a, x], [b, y]) => a.localeCompare(b) || x.localeCompare(y))[0]?.[1],
});

export const accepted = (changes: Partial<OpenCase> = {}): OpenCase => ({
  applicationId: APPLICATION,
  applicationNumber: 'A-1',
  caseNumber: CASE,
  region: '379900',
  applicantAccount: 'chen',
  applicant: { name: '某餐饮公司', creditCode: '91371500MA9YXW1T5X' },
  premises: { name: '湖畔小馆', address: '人民路 1 号' },
  acceptedAt: ACCEPTED,
  jointInspection: [],
  items: [anItem({ item: 'drainage' }), fireItem()],
  ...changes,
});

/** The brigade supervises what it decides. */
function fireItem() {
  const { supervisingDepartment: _, ...item } = anItem({
    item: 'fire',
    agency: 'fire-rescue',
    agencyName: '消防救援大队',
  });
  return item;
}
