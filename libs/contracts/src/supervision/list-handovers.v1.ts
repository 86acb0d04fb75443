import { defineQuery } from '../contract.js';
import {
  CaseNumber,
  Code,
  InstantText,
  Nested,
  NestedList,
  OneOf,
  Optional,
  Text,
  Uuid,
  Whole,
} from '../fields.js';
import { DueDate, OUTCOMES, Page } from '../parts/index.js';
import { RECEIVED_HANDOVER_STATUSES } from './find-handover.v1.js';

export class ListHandoversRequest extends Page {
  @Code() department!: string;
  @Optional()
  @OneOf(RECEIVED_HANDOVER_STATUSES)
  status?: (typeof RECEIVED_HANDOVER_STATUSES)[number];
}

export class HandoverRow {
  @Uuid() handoverId!: string;
  @CaseNumber() caseNumber!: string;
  @Text({ max: 200 }) itemName!: string;
  @Text({ max: 200 }) applicantName!: string;
  @OneOf(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  @OneOf(RECEIVED_HANDOVER_STATUSES) status!: (typeof RECEIVED_HANDOVER_STATUSES)[number];
  @InstantText() receivedAt!: string;
  @Nested(() => DueDate) acknowledgeBy!: DueDate;
}

export class ListHandoversReply {
  @NestedList(() => HandoverRow, { atMost: 200 }) handovers!: HandoverRow[];
  /** How many there are in all with these conditions, counted up to 1000: with 1000 there are at least as many. */
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListHandoversV1 = defineQuery({
  name: 'supervision.list-handovers',
  version: 1,
  callers: ['gateway'],
  permitted: ['supervisor', 'auditor'],
  request: ListHandoversRequest,
  reply: ListHandoversReply,
  http: { method: 'GET', path: '/departments/{department}/handovers' },
  summary: {
    zh: '推送决定列表',
    en: 'Lists the decisions handed over to a department, newest first',
  },
});
