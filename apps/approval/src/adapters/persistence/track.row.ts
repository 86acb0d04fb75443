import { defineEntity, p } from '@mikro-orm/core';

export const trackSchema = defineEntity({
  name: 'TrackRow',
  tableName: 'track',
  properties: {
    id: p.string().primary(),
    caseNumber: p.string(),
    /** The statutory date while it is awaited and known. */
    dueOn: p.string().nullable(),
  },
});
export class TrackRow extends trackSchema.class {}
trackSchema.setClass(TrackRow);
