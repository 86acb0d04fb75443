import { defineEntity, p } from '@mikro-orm/core';
import type { Consultation } from '../../domain/consultation/consultation.js';

export const consultationSchema = defineEntity({
  name: 'ConsultationRow',
  tableName: 'consultation',
  properties: {
    /** As its track: case number and item. */
    id: p.string().primary(),
    state: p.json<Consultation>(),
    region: p.string(),
    departments: p.array(),
    /** Departments that have not answered the newest request to them. */
    awaited: p.array(),
  },
});
export class ConsultationRow extends consultationSchema.class {}
consultationSchema.setClass(ConsultationRow);
