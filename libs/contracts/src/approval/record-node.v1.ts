import { defineCommand } from '../contract.js';
import { CaseNumber, Codes, InstantText, OneOf, Text } from '../fields.js';

/** `failed`: whoever waits for it may be refused, or waits until it is done after all. */
export const NODE_OUTCOMES = ['done', 'failed', 'not-needed'] as const;

export class RecordNodeRequest {
  @CaseNumber() caseNumber!: string;
  /** A node of the case’s plan that no track of it decides. */
  @Text({ max: 60 }) node!: string;
  @OneOf(NODE_OUTCOMES) outcome!: (typeof NODE_OUTCOMES)[number];
  /** The document that shows it, with its number. */
  @Text({ max: 500 }) evidence!: string;
}

export class RecordNodeReply {
  @InstantText() recordedAt!: string;
  /** The items that waited for it and know now. */
  @Codes({ atLeast: 0, atMost: 30 }) told!: string[];
}

export const RecordNodeV1 = defineCommand({
  name: 'approval.record-node',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk', 'approver', 'decision-officer', 'agency-head'],
  request: RecordNodeRequest,
  reply: RecordNodeReply,
  http: { method: 'POST', path: '/cases/{caseNumber}/nodes/{node}/result' },
  summary: {
    zh: '登记“一件事”中事项以外节点的结果',
    en: 'Records what came of a node of the bundle that is no item of the case',
  },
});
