import { defineCommand } from '../contract.js';
import { InstantText, Optional, Text } from '../fields.js';
import { ProjectNumber } from './market-parts.js';

export class GiveUpAwardRequest {
  @ProjectNumber() projectNumber!: string;
  @Optional() @Text({ max: 500 }) reason?: string;
}

export class GiveUpAwardReply {
  @InstantText() givenUpAt!: string;
}

export const GiveUpAwardV1 = defineCommand({
  name: 'intermediary-market.give-up-award',
  version: 1,
  callers: ['gateway'],
  permitted: ['intermediary'],
  request: GiveUpAwardRequest,
  reply: GiveUpAwardReply,
  http: { method: 'POST', path: '/market/projects/{projectNumber}/award/refusal' },
  summary: {
    zh: '放弃中选',
    en: 'The awarded agency gives up; the next of the draw moves up, and giving up without a reason is on record',
  },
});
