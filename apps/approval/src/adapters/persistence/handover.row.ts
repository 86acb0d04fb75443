import { defineEntity, p } from '@mikro-orm/core';
import type { Handover } from '../../domain/handover/handover.js';

export const handoverSchema = defineEntity({
  name: 'HandoverRow',
  tableName: 'handover',
  properties: {
    id: p.string().primary(),
    state: p.json<Handover>().lazy(),
    caseNumber: p.string(),
    status: p.string(),
  },
});
export class HandoverRow extends handoverSchema.class {}
handoverSchema.setClass(HandoverRow);
