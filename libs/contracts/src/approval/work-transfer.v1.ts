import { defineCommand, defineQuery } from '../contract.js';
import { Account, CreditCode, InstantText, OneOf, Optional, Text, Uuid, Whole } from '../fields.js';

export class HandOverWorkRequest {
  @Account() account!: string;
  /** Who gets all of it; absent: each task goes by competence and load. */
  @Optional() @Text({ max: 100 }) to?: string;
  @Text({ max: 500 }) reason!: string;
}

export class HandOverWorkReply {
  @Uuid() transferId!: string;
}

export const HandOverWorkV1 = defineCommand({
  name: 'approval.hand-over-work',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head'],
  request: HandOverWorkRequest,
  reply: HandOverWorkReply,
  http: { method: 'POST', path: '/officers/{account}/work-transfers' },
  summary: {
    zh: '移交一名承办人员的全部工作',
    en: 'Hands all work of an officer over; it goes on by itself, also after a crash',
  },
});

export const TRANSFER_STATUSES = ['running', 'finished'] as const;

export class FindWorkTransferRequest {
  @Uuid() transferId!: string;
}

export class FindWorkTransferReply {
  @Uuid() transferId!: string;
  @OneOf(TRANSFER_STATUSES) status!: (typeof TRANSFER_STATUSES)[number];
  @Account() account!: string;
  @Optional() @Text({ max: 100 }) to?: string;
  @Text({ max: 500 }) reason!: string;
  /** Only the tasks of this party, where the officer stands back from it. */
  @Optional() @CreditCode() creditCode?: string;
  @InstantText() begunAt!: string;
  @Optional() @InstantText() finishedAt?: string;
  /** Tasks that others have now, and those that nobody could have and are in the pool. */
  @Whole() reassigned!: number;
  @Whole() toPool!: number;
}

export const FindWorkTransferV1 = defineQuery({
  name: 'approval.find-work-transfer',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'administrator', 'approver', 'decision-officer', 'inspector'],
  request: FindWorkTransferRequest,
  reply: FindWorkTransferReply,
  http: { method: 'GET', path: '/work-transfers/{transferId}' },
  summary: { zh: '查看工作移交', en: 'Shows how far a transfer of work has come' },
});
