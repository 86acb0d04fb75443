import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  Flag,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Whole,
} from '../fields.js';
import { DueDate, Page, PROGRESS_LAMPS } from '../parts/index.js';

export const ANSWERED = ['open', 'answered'] as const;

export class ListConsultationsRequest extends Page {
  /** Only what the department has not answered, or what it has; both without it. */
  @Optional() @OneOf(ANSWERED) answered?: (typeof ANSWERED)[number];
}

export class ConsultationRow {
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Text({ max: 200 }) agencyName!: string;
  @Text({ max: 200 }) applicantName!: string;
  @Whole({ min: 1 }) round!: number;
  @InstantText() askedAt!: string;
  @Nested(() => DueDate) answerBy!: DueDate;
  /** As the consultation shows it; none once it is answered. */
  @Optional() @OneOf(PROGRESS_LAMPS) lamp?: (typeof PROGRESS_LAMPS)[number];
  @Flag() answered!: boolean;
}

export class ListConsultationsReply {
  @NestedList(() => ConsultationRow, { atMost: 200 }) consultations!: ConsultationRow[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListConsultationsV1 = defineQuery({
  name: 'approval.list-consultations',
  version: 1,
  callers: ['gateway'],
  permitted: ['approver', 'supervisor'],
  request: ListConsultationsRequest,
  reply: ListConsultationsReply,
  http: { method: 'GET', path: '/consultations' },
  summary: {
    zh: '本部门被征求意见的事项列表',
    en: 'Lists what the department of the asking officer was asked about, newest first',
  },
});
