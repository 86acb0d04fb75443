import { defineCommand } from '../contract.js';
import { DateOnly, InstantText, OneOf, Optional, Text, Texts, Uuid } from '../fields.js';

export const SERVICE_METHODS = [
  'electronic', // 电子送达
  'window', // 直接送达
  'post', // 邮寄送达
  'left', // 留置送达
  'entrusted', // 委托或者转交送达
  'announcement', // 公告送达
] as const;

/** What shows that a paper was served, each way with its own. */
export class ServiceEvidence {
  /** Left behind: the two who saw it. */
  @Optional() @Texts({ atMost: 5, max: 100 }) witnesses?: string[];
  /** Left behind, in the place of witnesses: where the photos or the recording are kept. */
  @Optional() @Text({ max: 300 }) recording?: string;
  /** By post: the number of the receipt 回执. */
  @Optional() @Text({ max: 100 }) receiptNumber?: string;
  /** Entrusted: the agency or the person that handed it over. */
  @Optional() @Text({ max: 200 }) through?: string;
  /** By announcement: when and where it was published, and why no other way was possible. */
  @Optional() @DateOnly() noticedOn?: string;
  @Optional() @Text({ max: 300 }) noticedIn?: string;
  @Optional() @Text({ max: 500 }) otherWaysFailed?: string;
}

export class ServePaperRequest extends ServiceEvidence {
  @Uuid() applicationId!: string;
  @Text({ max: 60 }) paperNumber!: string;
  @OneOf(SERVICE_METHODS) method!: (typeof SERVICE_METHODS)[number];
  /** Who signed for it; nobody signs for what was left behind or announced. */
  @Optional() @Text({ max: 100 }) receivedBy?: string;
  /** The day that counts by law; absent: today where the way allows it, and what follows from the announcement. */
  @Optional() @DateOnly() servedOn?: string;
  /** Why the record that is there is wrong; this one takes its place. */
  @Optional() @Text({ max: 500 }) correctionReason?: string;
}

export class ServePaperReply {
  /** When it counts as served. */
  @InstantText() servedAt!: string;
}

export const ServePaperV1 = defineCommand({
  name: 'intake.serve-paper',
  version: 1,
  callers: ['gateway'],
  permitted: ['window-clerk'],
  request: ServePaperRequest,
  reply: ServePaperReply,
  http: { method: 'POST', path: '/applications/{applicationId}/papers/{paperNumber}/service' },
  summary: {
    zh: '登记送达回证',
    en: 'Records the service of a paper on an applicant, or corrects what was recorded of it',
  },
});
