import { defineQuery } from '../contract.js';
import { NestedList, Optional, Text } from '../fields.js';
import { Page, ProcessLine } from '../parts/index.js';

export class ListProcessesRequest extends Page {}

export class ListProcessesReply {
  @NestedList(() => ProcessLine, { atMost: 200 }) processes!: ProcessLine[];
  @Optional() @Text({ max: 200 }) nextCursor?: string;
}

export const ListProcessesV1 = defineQuery({
  name: 'approval.list-processes',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: ListProcessesRequest,
  reply: ListProcessesReply,
  http: { method: 'GET', path: '/processes' },
  summary: {
    zh: '审批流程列表',
    en: 'Lists the processes in force, by the code of their items',
  },
});
