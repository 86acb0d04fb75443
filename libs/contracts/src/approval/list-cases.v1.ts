import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { Page } from '../parts/index.js';
import { CASE_STATUSES } from './find-case.v1.js';

export class ListCasesRequest extends Page {
  @Optional() @OneOf(CASE_STATUSES) status?: (typeof CASE_STATUSES)[number];
  /** Only cases with a track of this agency. */
  @Optional() @Code() agency?: string;
  @Optional() @Text({ max: 100 }) text?: string;
}

export class CaseRow {
  @CaseNumber() caseNumber!: string;
  @OneOf(CASE_STATUSES) status!: (typeof CASE_STATUSES)[number];
  @Text({ max: 200 }) applicantName!: string;
  @InstantText() acceptedAt!: string;
  /** The earliest statutory date of a track that is not decided; absent when there is none or it is open. */
  @Optional() @DateOnly() nextDue?: string;
}

export class ListCasesReply {
  @NestedList(() => CaseRow, { atMost: 200 }) cases!: CaseRow[];
  /** How many there are in all with these conditions, counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListCasesV1 = defineQuery({
  name: 'approval.list-cases',
  version: 1,
  callers: ['gateway'],
  permitted: [
    'applicant',
    'window-clerk',
    'approver',
    'inspector',
    'decision-officer',
    'agency-head',
    'government-head',
    'auditor',
  ],
  request: ListCasesRequest,
  reply: ListCasesReply,
  http: { method: 'GET', path: '/cases' },
  summary: { zh: '办件列表', en: 'Lists the cases that the asking person may see, newest first' },
});
