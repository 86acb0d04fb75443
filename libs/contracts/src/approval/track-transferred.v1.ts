import { defineEvent } from '../contract.js';
import { CaseNumber, Code, InstantText, Nested, Optional, Text, Uuid } from '../fields.js';
import { DueDate } from '../parts/index.js';

export class TrackTransferredPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Text({ max: 200 }) fromName!: string;
  /** Who decides from here on and reads the materials; they are not asked for again (许可法 35). */
  @Code() to!: string;
  @Text({ max: 200 }) toName!: string;
  @InstantText() transferredAt!: string;
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}

export const TrackTransferredV1 = defineEvent({
  name: 'approval.track-transferred',
  version: 1,
  heardBy: ['intake'],
  payload: TrackTransferredPayload,
  summary: {
    zh: '事项已由初审机关报送上级机关决定，期限重新推导',
    en: 'The first review reported an item to the agency that decides; its terms begin',
  },
});
