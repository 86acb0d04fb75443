import { defineQuery } from '../contract.js';
import { Code, InstantText, Nested, NestedList, Optional, Text, Whole } from '../fields.js';
import { ReturnOfProcess, StageOfProcess, StatutoryTermOfProcess } from '../parts/index.js';

export class FindProcessRequest {
  @Code() code!: string;
  /** An earlier version; absent: the one in force. */
  @Optional() @Whole({ min: 1 }) version?: number;
}

export class FindProcessReply {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
  @Text({ max: 200 }) name!: string;
  @Nested(() => StatutoryTermOfProcess) within!: StatutoryTermOfProcess;
  @NestedList(() => StageOfProcess, { atMost: 60 }) stages!: StageOfProcess[];
  @NestedList(() => ReturnOfProcess, { atMost: 60 }) returns!: ReturnOfProcess[];
  @InstantText() publishedAt!: string;
  /** A mermaid flowchart. */
  @Text({ max: 200_000 }) diagram!: string;
}

export const FindProcessV1 = defineQuery({
  name: 'approval.find-process',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FindProcessRequest,
  reply: FindProcessReply,
  http: { method: 'GET', path: '/processes/{code}' },
  summary: {
    zh: '查看事项的审批流程和流程图',
    en: 'Shows the process of an item with its diagram, now or in an earlier version',
  },
});
