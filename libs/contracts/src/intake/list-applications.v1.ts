import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  InstantText,
  NestedList,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { Page } from '../parts/index.js';
import { APPLICATION_STATUSES } from './find-application.v1.js';

export class ListApplicationsRequest extends Page {
  @Optional() @OneOf(APPLICATION_STATUSES) status?: (typeof APPLICATION_STATUSES)[number];
  /** Part of the applicant's name, the application number or the case number. */
  @Optional() @Text({ max: 100 }) text?: string;
}

export class ApplicationRow {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) applicationNumber!: string;
  @Optional() @CaseNumber() caseNumber?: string;
  @OneOf(APPLICATION_STATUSES) status!: (typeof APPLICATION_STATUSES)[number];
  @Text({ max: 200 }) applicantName!: string;
  @InstantText() receivedAt!: string;
}

export class ListApplicationsReply {
  @NestedList(() => ApplicationRow, { atMost: 200 }) applications!: ApplicationRow[];
  /** How many the asking person may see in all with these conditions, counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListApplicationsV1 = defineQuery({
  name: 'intake.list-applications',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant', 'window-clerk', 'auditor'],
  request: ListApplicationsRequest,
  reply: ListApplicationsReply,
  http: { method: 'GET', path: '/applications' },
  summary: {
    zh: '申请列表',
    en: 'Lists the applications that the asking person may see, newest first',
  },
});
