import { defineEvent } from '../contract.js';
import { CaseNumber, Code, InstantText, Text, Uuid } from '../fields.js';

export class TrackWithdrawnPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @InstantText() withdrawnAt!: string;
  @Text({ max: 500 }) reason!: string;
}

export const TrackWithdrawnV1 = defineEvent({
  name: 'approval.track-withdrawn',
  version: 1,
  heardBy: ['intake'],
  payload: TrackWithdrawnPayload,
  summary: {
    zh: '申请人已撤回单项（不再作出决定）',
    en: 'The applicant withdrew an item after its acceptance; no decision on it will come',
  },
});
