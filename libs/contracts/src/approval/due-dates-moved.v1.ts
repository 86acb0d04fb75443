import { defineEvent } from '../contract.js';
import { CaseNumber, Code, Nested, NestedList, Optional, Uuid } from '../fields.js';
import { CalendarEdition, DueDate } from '../parts/index.js';

export class DatesOfTrack {
  @Nested(() => DueDate) statutory!: DueDate;
  @Optional() @Nested(() => DueDate) promised?: DueDate;
}

export class DueDatesMovedPayload {
  @Uuid() applicationId!: string;
  @CaseNumber() caseNumber!: string;
  /** Absent: the term of the joint handling, which is no track's. */
  @Optional() @Code() item?: string;
  @Nested(() => DatesOfTrack) before!: DatesOfTrack;
  @Nested(() => DatesOfTrack) after!: DatesOfTrack;
  /** What moved them: the notices that came since they were derived. */
  @NestedList(() => CalendarEdition, { atLeast: 1, atMost: 100 }) calendars!: CalendarEdition[];
}

export const DueDatesMovedV1 = defineEvent({
  name: 'approval.due-dates-moved',
  version: 1,
  heardBy: ['intake'],
  payload: DueDatesMovedPayload,
  summary: {
    zh: '工作日历变动，办理期限已重新计算',
    en: 'A calendar was published or amended and moved the dates of a track or of a joint handling',
  },
});
