import { defineEvent } from '../contract.js';
import { CaseNumber, Code, Nested, NestedList, Optional, Text, Uuid } from '../fields.js';
import {
  AppealRoutes,
  DecisionProtection,
  DecisionSummary,
  LicenceSummary,
} from '../parts/index.js';

export class TrackDecidedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  @Code() item!: string;
  @Text({ max: 200 }) itemName!: string;
  @Nested(() => DecisionSummary) decision!: DecisionSummary;
  @Optional() @Nested(() => AppealRoutes) appeal?: AppealRoutes;
  @Optional() @Nested(() => LicenceSummary) licence?: LicenceSummary;
  /** What is withheld from the publication of it. */
  @Optional()
  @NestedList(() => DecisionProtection, { atMost: 20 })
  protection?: DecisionProtection[];
}

export const TrackDecidedV1 = defineEvent({
  name: 'approval.track-decided',
  version: 1,
  heardBy: ['intake'],
  payload: TrackDecidedPayload,
  summary: { zh: '单项已作出决定', en: 'A track was decided; its papers are to be served' },
});
