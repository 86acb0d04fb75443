import { defineEntity, p } from '@mikro-orm/core';
import type { Inspection } from '../../domain/inspection/inspection.js';

export const inspectionSchema = defineEntity({
  name: 'InspectionRow',
  tableName: 'inspection',
  properties: {
    id: p.string().primary(),
    state: p.json<Inspection>(),
    caseNumber: p.string(),
  },
});
export class InspectionRow extends inspectionSchema.class {}
inspectionSchema.setClass(InspectionRow);
