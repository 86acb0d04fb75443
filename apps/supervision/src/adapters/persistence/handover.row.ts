import { defineEntity, p } from '@mikro-orm/core';
import type { Handover } from '../../domain/handover.js';

/** What lists read of a handover; the columns beside the state are derived from it by the database. */
export const handover = defineEntity({
  name: 'HandoverRow',
  tableName: 'handover',
  properties: {
    id: p.string().primary(),
    state: p.json<Handover>(),
    department: p.string(),
    status: p.string(),
    receivedAt: p.string(),
  },
});
export class HandoverRow extends handover.class {}
handover.setClass(HandoverRow);
