import { defineEntity, p } from '@mikro-orm/core';

export const handoverSchema = defineEntity({
  name: 'HandoverRow',
  tableName: 'handover',
  properties: {
    id: p.string().primary(),
    caseNumber: p.string(),
    status: p.string(),
  },
});
export class HandoverRow extends handoverSchema.class {}
handoverSchema.setClass(HandoverRow);
