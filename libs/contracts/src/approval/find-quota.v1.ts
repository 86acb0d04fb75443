import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { Page } from '../parts/index.js';

export class QuotaPeriodView {
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Whole() limit!: number;
  @Text({ max: 100 }) documentNumber!: string;
  @Whole() granted!: number;
  @Whole() left!: number;
}

/** A limit as it was made public (许可法 30): a period published again has the newer one. */
export class PublishedLimit {
  @DateOnly() from!: string;
  @DateOnly() until!: string;
  @Whole() limit!: number;
  @Text({ max: 100 }) documentNumber!: string;
  @InstantText() publishedAt!: string;
}

export const FILING_STANDINGS = ['undecided', 'granted', 'refused', 'withdrawn'] as const;

/** One filing in the order of acceptance (许可法 57). Whose it is stands there for those alone who may see the case. */
export class FilingInOrder {
  /** The first is 1. */
  @Whole({ min: 1 }) place!: number;
  @OneOf(FILING_STANDINGS) standing!: (typeof FILING_STANDINGS)[number];
  /** The earliest that is not decided, where it comes before this one: until then nothing is granted here. */
  @Optional() @Whole({ min: 1 }) waitsFor?: number;
  @Optional() @CaseNumber() caseNumber?: string;
  @Optional() @Text({ max: 200 }) applicantName?: string;
  @Optional() @InstantText() acceptedAt?: string;
}

export class OrderOfAcceptance {
  /** First day of the period that it is about. */
  @DateOnly() from!: string;
  @Whole() filings!: number;
  @Whole() undecided!: number;
  /** Those of the page; for applicants their own alone. */
  @NestedList(() => FilingInOrder, { atMost: 200 }) inOrder!: FilingInOrder[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export class FindQuotaRequest extends Page {
  @Code() item!: string;
  /** First day of a period; absent: the one that runs, else the last one. */
  @Optional() @DateOnly() from?: string;
}

export class FindQuotaReply {
  @Code() item!: string;
  /** Oldest first; none where the number of permits is not limited. */
  @NestedList(() => QuotaPeriodView, { atMost: 200 }) periods!: QuotaPeriodView[];
  @Optional() @Nested(() => OrderOfAcceptance) queue?: OrderOfAcceptance;
  /** Every limit that was published, the newest first. */
  @Optional() @NestedList(() => PublishedLimit, { atMost: 200 }) history?: PublishedLimit[];
}

/** The quantity is public (许可法 30); whose filings stand in the order is not. */
export const QUOTA_READERS = [
  'applicant',
  'window-clerk',
  'approver',
  'decision-officer',
  'agency-head',
  'supervisor',
  'auditor',
  'administrator',
] as const;

export const FindQuotaV1 = defineQuery({
  name: 'approval.find-quota',
  version: 1,
  callers: ['gateway'],
  permitted: QUOTA_READERS,
  request: FindQuotaRequest,
  reply: FindQuotaReply,
  http: { method: 'GET', path: '/quotas/{item}' },
  summary: {
    zh: '查看事项的数量限制、剩余数量和受理先后顺序',
    en: 'Shows how many permits of an item there are in each period, how many are left, and the order of acceptance',
  },
});
