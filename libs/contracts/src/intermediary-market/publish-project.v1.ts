import { defineCommand } from '../contract.js';
import { Code, Nested, NestedList, OneOf, Optional, Text, Whole } from '../fields.js';
import { Contact, DueDate } from '../parts/index.js';
import { AvoidedAgency, DrawTerms, PROJECT_FUNDS, ProjectNumber } from './market-parts.js';

export class PublishProjectRequest {
  /** The need that the project answers; absent for a project without an application. */
  @Optional() @Text({ max: 200 }) needId?: string;
  @Code() service!: string;
  @Text({ max: 200 }) title!: string;
  @Text({ max: 2000 }) scope!: string;
  @OneOf(PROJECT_FUNDS) funds!: (typeof PROJECT_FUNDS)[number];
  /** The most that the contract may come to. */
  @Whole({ min: 1, max: 100_000_000_00 }) budgetFen!: number;
  /** Working days from the contract to the report. */
  @Whole({ min: 1, max: 250 }) deliverWithinDays!: number;
  /** Why the short term for sign-up is needed; absent: the ordinary one. */
  @Optional() @Text({ max: 500 }) urgentReason?: string;
  @NestedList(() => AvoidedAgency, { atMost: 20 }) avoided!: AvoidedAgency[];
  @Nested(() => Contact) contact!: Contact;
}

export class PublishProjectReply {
  @ProjectNumber() projectNumber!: string;
  @Nested(() => DrawTerms) notice!: DrawTerms;
  @Nested(() => DueDate) signUpUntil!: DueDate;
}

export const PublishProjectV1 = defineCommand({
  name: 'intermediary-market.publish-project',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: PublishProjectRequest,
  reply: PublishProjectReply,
  http: { method: 'POST', path: '/market/projects' },
  summary: {
    zh: '发布中介服务项目',
    en: 'Publishes a project: notice, sign-up term, committed seed, named public value',
  },
});
