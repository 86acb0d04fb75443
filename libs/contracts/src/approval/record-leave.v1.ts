import { defineCommand } from '../contract.js';
import { Account, DateOnly, InstantText, Text } from '../fields.js';

export class RecordLeaveRequest {
  @Account() account!: string;
  @DateOnly() from!: string;
  /** The last day; recorded again with the same first day it replaces what was recorded. */
  @DateOnly() until!: string;
  @Text({ max: 300 }) reason!: string;
}

export class RecordLeaveReply {
  @InstantText() recordedAt!: string;
}

export const RecordLeaveV1 = defineCommand({
  name: 'approval.record-leave',
  version: 1,
  callers: ['gateway'],
  permitted: ['agency-head', 'administrator'],
  request: RecordLeaveRequest,
  reply: RecordLeaveReply,
  http: { method: 'POST', path: '/officers/{account}/leave' },
  summary: { zh: '登记休假', en: 'Records a leave of an officer' },
});
