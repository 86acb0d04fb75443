import { defineEntity, p } from '@mikro-orm/core';
import type { Track } from '../../domain/track/track.js';

export const trackSchema = defineEntity({
  name: 'TrackRow',
  tableName: 'track',
  properties: {
    id: p.string().primary(),
    state: p.json<Track>().lazy(),
    caseNumber: p.string(),
    /** The statutory date while it is awaited and known. */
    dueOn: p.string().nullable(),
  },
});
export class TrackRow extends trackSchema.class {}
trackSchema.setClass(TrackRow);
