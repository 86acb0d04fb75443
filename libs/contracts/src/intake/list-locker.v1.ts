import { defineQuery } from '../contract.js';
import { Code, NestedList, Optional, Text, Whole } from '../fields.js';
import { LockerEntry, Page } from '../parts/index.js';

export class ListLockerRequest extends Page {
  @Optional() @Code() material?: string;
}

export class ListLockerReply {
  @NestedList(() => LockerEntry, { atMost: 200 }) files!: LockerEntry[];
  @Whole() total!: number;
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListLockerV1 = defineQuery({
  name: 'intake.list-locker',
  version: 1,
  callers: ['gateway'],
  permitted: ['applicant'],
  request: ListLockerRequest,
  reply: ListLockerReply,
  http: { method: 'GET', path: '/locker' },
  summary: { zh: '我的材料库', en: 'Lists the files that the asking applicant may use again' },
});
