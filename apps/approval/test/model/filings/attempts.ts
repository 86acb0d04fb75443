import {
  addDays,
  addMilliseconds,
  legalDate,
  legalDateAt,
  startOfDay,
  type Instant,
  type LegalDate,
  type Person,
} from '@onewindow/kernel';
import * as fc from 'fast-check';
import { anOfficer } from '../../fixtures.js';
import { personOf, REGION, type Official } from '../walk/officials.js';
import {
  consultationOf,
  isAwaited,
  isOpen,
  isPreceded,
  isUnderQuota,
  type Act,
  type Bound,
  type Content,
  type Filing,
  type FilingsModel,
} from './filings-model.js';
import { isOfHearing, keyOf } from './parties.js';

export const DEPARTMENTS = ['fire-rescue', 'culture', 'traffic'] as const;

export interface FilingsPlan {
  /** The day before the quota applies, on which it is published. */
  readonly begins: Instant;
  readonly limit: number;
  /** Of each filing: how long after the beginning of the quota it was accepted; before it, and it is not under the quota. */
  readonly hours: readonly number[];
}

export const filingsPlan: fc.Arbitrary<FilingsPlan> = fc.record({
  begins: fc.nat(130).map((day) => startOfDay(addDays(legalDate('2026-01-04'), day))),
  limit: fc.integer({ min: 1, max: 2 }),
  hours: fc.array(fc.integer({ min: -6, max: 60 }), { minLength: 2, maxLength: 4, size: 'max' }),
});

/** When the first days of the quota are over. */
export const startOf = ({ begins }: FilingsPlan): Instant => addMilliseconds(begins, 4 * DAY_MS);
export const acceptedAt = ({ begins }: FilingsPlan, hours: number): Instant =>
  addMilliseconds(begins, DAY_MS + hours * HOUR_MS);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Before it is known what the filings have come to. */
export interface Attempt {
  readonly filing: number;
  /** Absent: whom the law names for it. */
  readonly by?: Official;
  readonly act: Tried;
}

type Tried =
  | { readonly type: 'next'; readonly which: number; readonly content: Content }
  | {
      readonly type: 'answer';
      readonly position: 'agree' | 'disagree';
      readonly department: number;
    }
  | { readonly type: 'file'; readonly hours: number }
  | { readonly type: 'reopen' }
  | { readonly type: 'hear'; readonly which: number; readonly how: number }
  | { readonly type: 'serve'; readonly before: number; readonly hoursAgo: number }
  | { readonly type: 'notice'; readonly days: readonly number[] }
  | Extract<Act, { readonly type: 'opinion' | 'withdraw' | 'decide' | 'draft' | 'check' | 'ask' }>
  | Extract<Act, { readonly type: 'limit' }>;

const constant = fc.constant;
const content: fc.Arbitrary<Content> = fc.record({
  outcome: fc.constantFrom('granted', 'granted', 'granted', 'refused'),
  reasons: fc.nat(3).map((each) => each > 0),
});
const act: fc.Arbitrary<Tried> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ type: constant('next' as const), which: fc.nat(3), content }),
  },
  { weight: 1, arbitrary: fc.record({ type: constant('decide' as const), content }) },
  { weight: 2, arbitrary: fc.record({ type: constant('draft' as const), content }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: constant('check' as const),
      content,
      result: fc.constantFrom('approved', 'returned'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: constant('ask' as const),
      departments: fc.uniqueArray(
        fc.record({
          department: fc.constantFrom(...DEPARTMENTS),
          workingDays: fc.integer({ min: 1, max: 4 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ department }) => department },
      ),
      reason: fc.nat(2).map((each) => each > 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: constant('answer' as const),
      position: fc.constantFrom('agree', 'disagree'),
      department: fc.nat(2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: constant('withdraw' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ type: constant('hear' as const), which: fc.nat(5), how: fc.nat(11) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: constant('serve' as const),
      before: fc.nat(1),
      hoursAgo: fc.nat(50),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: constant('notice' as const),
      days: fc.array(fc.integer({ min: -7, max: 9 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: constant('reopen' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: constant('file' as const),
      hours: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: constant('limit' as const), limit: fc.nat(3) }),
  },
);

const BY = [
  'approver',
  'decision-officer',
  'approver-and-decision-officer',
  'agency-head',
  'stranger',
  'applicant',
] as const;

export const attempt: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ filing: fc.nat(11), act }) },
  { weight: 1, arbitrary: fc.record({ filing: fc.nat(11), act, by: fc.constantFrom(...BY) }) },
);

/** On a filing that there is, by a person with a name; `news` numbers and dates a filing that nobody has heard of. */
export function bound(
  of: FilingsModel,
  { filing: index, by, act: tried }: Attempt,
  news: (hours: number) => { readonly caseNumber: string; readonly acceptedAt: Instant },
): Bound {
  if (tried.type === 'file') {
    const { caseNumber, acceptedAt: at } = news(tried.hours);
    return { act: { type: 'file', acceptedAt: at }, caseNumber, actor: rightFor('file', 'bureau') };
  }
  if (tried.type === 'notice') return noticeIn(of, tried.days);
  const isOfDecided = tried.type === 'reopen' || tried.type === 'serve';
  const meant = of.filings.filter((each) => isOpen(each) !== isOfDecided);
  const among = meant.length > 0 && index % 6 > 0 ? meant : of.filings;
  const filing = among[index % among.length]!;
  const { caseNumber } = filing;
  if (tried.type === 'answer') {
    const { position, department: which } = tried;
    const { department = DEPARTMENTS[which % 3]! } = filing.asked[which % 3] ?? {};
    const actor = by === undefined ? rightFor('answer', department) : as(by, department);
    return { act: { type: 'answer', position }, caseNumber, actor };
  }
  const act =
    tried.type === 'next'
      ? nextOf(of, filing, tried)
      : tried.type === 'reopen'
        ? reopening(of)
        : tried.type === 'hear'
          ? hearingOf(of, filing, tried)
          : tried.type === 'serve'
            ? served(of, filing, tried)
            : tried;
  if (act.type === 'answer') {
    const { department } = filing.asked.find(isAwaited)!;
    return { act, caseNumber, actor: rightFor('answer', department) };
  }
  const self = isOfHearing(act) && speakerOf(filing, act, index);
  if (self && by === undefined) return { act, caseNumber, actor: self };
  // Who publishes a quota is asked at the door, and what was served is told by intake.
  const isAsked = by !== undefined && act.type !== 'limit' && act.type !== 'serve';
  return { act, caseNumber, actor: isAsked ? as(by, 'bureau') : rightFor(act.type, 'bureau') };
}

function noticeIn({ now, filings }: FilingsModel, days: readonly number[]): Bound {
  const [first = 0, ...others] = days.map((each) => addDays(legalDateAt(now), each));
  const act = { type: 'calendar', days: [first as LegalDate, ...others] } as const;
  return { act, caseNumber: filings[0]!.caseNumber, actor: rightFor('calendar', 'bureau') };
}

/** A decision that was made; of any other one nothing is told. */
const served = (
  of: FilingsModel,
  filing: Filing,
  { before, hoursAgo }: Extract<Tried, { readonly type: 'serve' }>,
): Act =>
  filing.decisions === 0
    ? nextOf(of, filing, { type: 'next', which: 0, content: GRANT })
    : {
        type: 'serve',
        before: before % filing.decisions,
        servedAt: addMilliseconds(of.now, -hoursAgo * HOUR_MS),
      };
const GRANT: Content = { outcome: 'granted', reasons: true };

const NAMES = ['he', 'zhou'] as const;

/** Somebody is named, told, dismissed or speaks: mostly what is next for a party that there is. */
function hearingOf(
  { now }: FilingsModel,
  { hearing }: Filing,
  { which, how }: Extract<Tried, { readonly type: 'hear' }>,
): Act {
  const { parties, statements } = hearing;
  const kind = how % 3 === 0 ? 'waiver' : 'statement';
  const party = parties[which % Math.max(1, parties.length)];
  if (party === undefined || which === 5) {
    return how < 9 ? { type: 'name', name: NAMES[how % 2]! } : { type: 'state', kind };
  }
  const key = keyOf(party);
  const isTold = party.toldOn !== undefined || party.declined;
  if (isTold && how < 10) {
    const hasSpoken = statements.some(({ of }) => of === key);
    return hasSpoken
      ? { type: 'name', name: NAMES[how % 2]! }
      : { type: 'state', party: key, kind };
  }
  if (how < 3 || (party.self !== undefined && how < 6)) {
    return { type: 'dismiss', party: key, reason: how % 3 > 0 };
  }
  return {
    type: 'tell',
    party: key,
    servedOn: addDays(legalDateAt(now), how === 11 ? 1 : -(how % 2)),
  };
}

/** Every other time the party speaks for itself, or comes forward. */
function speakerOf({ hearing }: Filing, act: Act, index: number): Person | undefined {
  if (index % 2 === 0) return undefined;
  if (act.type === 'name') return neighbour(act.name);
  if (act.type !== 'state') return undefined;
  if (act.party === undefined) return as('applicant', 'bureau');
  const self = hearing.parties.find((each) => keyOf(each) === act.party)?.self;
  return self === undefined ? undefined : neighbour(self);
}

/** Somebody with an account, who lives beside. */
const neighbour = (id: string): Person => ({
  kind: 'person',
  id,
  name: id,
  roles: ['applicant'],
  region: REGION,
});

const reopening = ({ now }: FilingsModel): Act => ({ type: 'reopen', on: legalDateAt(now) });

/** What brings a filing further. */
function nextOf(
  of: FilingsModel,
  filing: Filing,
  { which, content: wanted }: Extract<Tried, { readonly type: 'next' }>,
): Act {
  const { reviewer, draft } = filing;
  if (!isOpen(filing)) return reopening(of);
  if (reviewer === undefined) return { type: 'opinion' };
  if (consultationOf(filing) === 'asking' && which > 0) {
    return { type: 'answer', position: which === 1 ? 'disagree' : 'agree' };
  }
  if (draft !== undefined && draft.review === undefined && which > 0) {
    return { type: 'check', content: draft.content, result: which === 1 ? 'returned' : 'approved' };
  }
  if (draft?.review === 'returned' && which > 0) return { type: 'draft', content: draft.content };
  const { parties, statements } = filing.hearing;
  const untold = parties.find((each) => each.toldOn === undefined && !each.declined);
  if (untold !== undefined && which > 0) {
    return { type: 'tell', party: keyOf(untold), servedOn: legalDateAt(of.now) };
  }
  const silent = parties.map(keyOf).find((key) => statements.every((each) => each.of !== key));
  if (silent !== undefined && which > 1) return { type: 'state', party: silent, kind: 'waiver' };
  const isLate = isUnderQuota(of, filing) && isPreceded(of, filing);
  const outcome = isLate && which > 0 ? 'refused' : wanted.outcome;
  const content = { outcome, reasons: outcome === 'refused' || wanted.reasons };
  return { type: 'decide', content: draft?.review === 'approved' ? draft.content : content };
}

/** `applicant` and `stranger` are nobody’s officers. */
const as = (official: Official, department: string): Person =>
  personOf(official, department, 'tobacco');

function rightFor(type: Act['type'], department: string): Person {
  switch (type) {
    case 'decide':
    case 'reopen':
      return as('decision-officer', department);
    case 'check':
      return as('agency-head', department);
    case 'withdraw':
      return as('applicant', department);
    case 'file':
    case 'limit':
    case 'serve':
    case 'calendar':
      return anOfficer('admin', 'centre', 'administrator');
    case 'opinion':
    case 'draft':
    case 'ask':
    case 'answer':
    case 'name':
    case 'tell':
    case 'dismiss':
    case 'state':
      return as('approver', department);
  }
}
