import { defineCommand } from '../contract.js';
import {
  Account,
  Code,
  Codes,
  DateOnly,
  Flag,
  InstantText,
  NestedList,
  Optional,
  Text,
  Whole,
} from '../fields.js';

export class OfficerCompetence {
  /** Absent: every item of the agency. */
  @Optional() @Codes({ atMost: 500 }) items?: string[];
  /** `review`, `decide`, `decide-at-window`. */
  @Codes({ atMost: 3 }) acts!: string[];
  /** Since when the officer has it, for the rotation of posts. */
  @DateOnly() since!: string;
}

export class PublishOfficerRequest {
  @Account() account!: string;
  @Text({ max: 100 }) name!: string;
  @Code() agency!: string;
  @NestedList(() => OfficerCompetence, { atMost: 50 }) competences!: OfficerCompetence[];
  /** Of the post: `approver`, `decision-officer`, `inspector`, `agency-head`; a task goes to nobody without its role. Absent: not published. */
  @Optional() @Codes({ atMost: 4 }) roles?: string[];
  /** The most open work at a time; absent: no limit. */
  @Optional() @Whole({ min: 1, max: 100_000 }) limit?: number;
  /** True where the officer leaves the post; the work is handed over by itself. */
  @Optional() @Flag() left?: boolean;
}

export class PublishOfficerReply {
  @InstantText() publishedAt!: string;
}

export const PublishOfficerV1 = defineCommand({
  name: 'approval.publish-officer',
  version: 1,
  callers: ['gateway'],
  permitted: ['administrator', 'agency-head'],
  request: PublishOfficerRequest,
  reply: PublishOfficerReply,
  http: { method: 'PUT', path: '/officers/{account}' },
  summary: {
    zh: '公布承办人员及其职权',
    en: 'Publishes an officer of an agency with competences and limit of open work',
  },
});
