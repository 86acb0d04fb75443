import { defineCommand } from '../contract.js';
import { Code, Nested, NestedList, Optional, Text, Whole } from '../fields.js';
import { ReturnOfProcess, StageOfProcess, StatutoryTermOfProcess } from '../parts/index.js';

export class PublishProcessRequest {
  /** Code of the item whose tracks go through it. */
  @Code() code!: string;
  @Text({ max: 200 }) name!: string;
  @Nested(() => StatutoryTermOfProcess) within!: StatutoryTermOfProcess;
  @NestedList(() => StageOfProcess, { atLeast: 1, atMost: 60 }) stages!: StageOfProcess[];
  @NestedList(() => ReturnOfProcess, { atMost: 60 }) returns!: ReturnOfProcess[];
  /** The version that the editor saw, 0 for none; another one published since then is not overwritten. */
  @Optional() @Whole() replaces?: number;
}

export class RemarkOnProcess {
  @Text({ max: 500 }) zh!: string;
  @Text({ max: 500 }) en!: string;
}

export class PublishProcessReply {
  @Code() code!: string;
  @Whole({ min: 1 }) version!: number;
  /** What could not be checked, for instance that nothing has been heard of the item yet. */
  @Optional() @NestedList(() => RemarkOnProcess, { atMost: 10 }) remarks?: RemarkOnProcess[];
}

export const PublishProcessV1 = defineCommand({
  name: 'approval.publish-process',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator'],
  request: PublishProcessRequest,
  reply: PublishProcessReply,
  http: { method: 'PUT', path: '/processes/{code}' },
  summary: {
    zh: '发布事项的审批流程；办理中的事项沿用原版本',
    en: 'Publishes how the tracks of an item go through their stages; those that run keep their version',
  },
});
