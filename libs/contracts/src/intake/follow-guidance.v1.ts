import { defineQuery } from '../contract.js';
import { Code, JsonObject, Nested, Optional, Texts, Whole } from '../fields.js';
import { AskedQuestion, GuidanceOutcome } from '../parts/index.js';

export class FollowGuidanceRequest {
  @Code() code!: string;
  /** All answers so far, by the id of the question: one value, a list of values, or a number. They are kept nowhere. */
  @JsonObject() answers!: Record<string, unknown>;
}

export class FollowGuidanceReply {
  @Whole({ min: 1 }) version!: number;
  /** Questions on the way that these answers take; answers to others do not count. */
  @Texts({ atMost: 100, max: 60 }) answered!: string[];
  /** What is asked next; absent: the end is reached. */
  @Optional() @Nested(() => AskedQuestion) question?: AskedQuestion;
  @Optional() @Nested(() => GuidanceOutcome) outcome?: GuidanceOutcome;
}

export const FollowGuidanceV1 = defineQuery({
  name: 'intake.follow-guidance',
  version: 1,
  callers: ['gateway'],
  permitted: 'anyone',
  request: FollowGuidanceRequest,
  reply: FollowGuidanceReply,
  http: { method: 'POST', path: '/guidance/{code}/answers' },
  summary: {
    zh: '按回答给出下一个问题，或能否办理、所需材料、时限和费用',
    en: 'Answers with the next question, or with what is needed, how long it takes and what it costs',
  },
});
