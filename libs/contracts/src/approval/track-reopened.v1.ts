import { defineEvent } from '../contract.js';
import {
  CaseNumber,
  Code,
  DateOnly,
  InstantText,
  Nested,
  OneOf,
  Optional,
  Text,
  Uuid,
} from '../fields.js';
import { DueDate } from '../parts/index.js';
import { REOPENING_ORDERS } from './reopen-track.v1.js';

export class TrackReopenedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @InstantText() reopenedAt!: string;
  /** The decision that no longer stands, and the licence that it gave. */
  @Text({ max: 60 }) quashedDecision!: string;
  @Optional() @Text({ max: 60 }) annulledLicence?: string;
  @OneOf(REOPENING_ORDERS) kind!: (typeof REOPENING_ORDERS)[number];
  @Text({ max: 200 }) body!: string;
  @Text({ max: 100 }) documentNumber!: string;
  @DateOnly() effectiveOn!: string;
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}

export const TrackReopenedV1 = defineEvent({
  name: 'approval.track-reopened',
  version: 1,
  heardBy: ['intake'],
  payload: TrackReopenedPayload,
  summary: {
    zh: '决定被撤销，责令重新作出，期限重新起算',
    en: 'A decision was quashed and is to be made anew; its result is no result any more',
  },
});
