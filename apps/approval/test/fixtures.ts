import { instantOf, Refusal, type Instant, type Person, type Role } from '@onewindow/kernel';
import { DEFAULT_THRESHOLDS, WorkingCalendar } from '@onewindow/statutory-clock';
import type { AppealTerms } from '../src/domain/track/appeal.js';
import type { Counting } from '../src/domain/track/track-clock.js';
import { decide, type DecisionMeans } from '../src/domain/track/decision.js';
import { recordOpinion } from '../src/domain/track/opinion.js';
import { completeSiteVisit } from '../src/domain/track/site-visit.js';
import { startSpecialProcedure } from '../src/domain/track/special-procedures.js';
import type { TrackStatus } from '../src/domain/track/track-lifecycle.js';
import { openTrack, type AcceptedItem } from '../src/domain/track/open-track.js';
import type { Track } from '../src/domain/track/track.js';
import { withdrawTrack } from '../src/domain/track/withdrawal.js';

export const APPLICATION = '7d3f1c52-0d7e-4f0b-9c1e-2f3a4b5c6d7e';
export const CASE = '379900-20261102-000001';

/** Monday 2026-11-02, ten in the morning in Shanghai. */
export const ACCEPTED = instantOf('2026-11-02T02:00:00.000Z');
export const on = (date: string, time = '10:00'): Instant =>
  instantOf(`${date}T${time}:00.000+08:00`);

export const counting: Counting = {
  calendar: WorkingCalendar.published(),
  thresholds: {
    statutory: DEFAULT_THRESHOLDS,
    promised: DEFAULT_THRESHOLDS,
    certificate: DEFAULT_THRESHOLDS,
    joint: DEFAULT_THRESHOLDS,
  },
};

export const anOfficer = (id: string, department: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  name: `${id} of ${department}`,
  roles,
  region: '379900',
  department,
});

export const reviewer = anOfficer('li', 'bureau', 'approver');
export const decider = anOfficer('wang', 'bureau', 'decision-officer');

export const anItem = (changes: Partial<AcceptedItem> = {}): AcceptedItem => ({
  item: 'drainage-permit',
  itemName: '城镇污水排入排水管网许可',
  agency: 'bureau',
  agencyName: '行政审批局',
  supervisingDepartment: 'city-management',
  statutoryTerm: { unit: 'working-day', days: 20, source: '城镇排水与污水处理条例 21' },
  siteVisit: false,
  resultName: '排水许可证',
  validityYears: 5,
  ...changes,
});

export const anOpenTrack = (item: Partial<AcceptedItem> = {}, acceptedAt = ACCEPTED): Track =>
  openTrack(
    {
      applicationId: APPLICATION,
      caseNumber: CASE,
      ordinal: 1,
      acceptedAt,
      item: anItem(item),
    },
    counting,
  ).state;

export const appealRoutes = {
  reconsiderationBody: '市人民政府',
  reconsiderationTerm: '自知道或者应当知道本决定之日起六十日内',
  court: '市中级人民法院',
  litigationTerm: '自知道或者应当知道本决定之日起六个月内',
};

export const APPEAL_TERMS: AppealTerms = {
  reconsideration: { unit: 'calendar-day', count: 60, source: '行政复议法 20' },
  litigation: { unit: 'month', count: 6, source: '行政诉讼法 46' },
  lastDayOff: 'next-working-day',
  correctedPaper: 'keeps',
};

export const means: DecisionMeans = { appealRoutes, verificationCode: 'code', counting };

export const aTest = (procedureId = 'procedure-1') => ({
  procedureId,
  procedure: 'testing' as const,
  reason: '需检测出水水质',
  carriedOutBy: '市水质检测中心',
  costFen: 120_000,
  expectedWorkingDays: 5,
  startedBy: 'li',
});

export const REPORT = {
  hash: 'a'.repeat(64),
  name: 'r.pdf',
  mediaType: 'application/pdf',
  size: 9,
};

export const aReviewedTrack = (item: Partial<AcceptedItem> = {}): Track =>
  recordOpinion(
    anOpenTrack(item),
    { recommendation: 'grant', grounds: ['材料齐全'] },
    reviewer,
    on('2026-11-05'),
    counting,
  ).state;

export const aVisit = (notMet: { point: string; requirement: string; remark: string }[] = []) => ({
  inspectionId: 'inspection-1',
  completedAt: on('2026-11-04'),
  notMet,
});

export const visited = (track: Track, ...args: Parameters<typeof aVisit>): Track =>
  completeSiteVisit(track, aVisit(...args), counting).state;

export const GRANT = { outcome: 'granted', reasons: [], legalBasis: ['条例 21'] } as const;
export const REFUSE = {
  outcome: 'refused',
  reasons: ['遮挡消防通道'],
  legalBasis: ['条例 12'],
} as const;

const decided = (request: typeof GRANT | typeof REFUSE): Track =>
  decide(aReviewedTrack(), request, decider, on('2026-11-06'), means).state;

/** One track for each state of the lifecycle, reached by lawful steps. */
export const tracks: Readonly<Record<TrackStatus, () => Track>> = {
  'in-review': () => anOpenTrack(),
  suspended: () => startSpecialProcedure(anOpenTrack(), aTest(), on('2026-11-04'), counting).state,
  reviewed: () => aReviewedTrack(),
  granted: () => decided(GRANT),
  refused: () => decided(REFUSE),
  withdrawn: () => withdrawTrack(anOpenTrack(), '方案取消', reviewer, on('2026-11-04')).state,
};

/** The refusal that an act ends in; fails where it ends otherwise. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The names of the rules that a refusal lists. */
export const rulesOf = (act: () => unknown): string[] =>
  refusalOf(act).unmet.map(({ rule }) => rule);
