import { defineEntity, p } from '@mikro-orm/core';
import type { Officer } from '../../domain/officers/officer.js';

export const officerSchema = defineEntity({
  name: 'OfficerRow',
  tableName: 'officer',
  properties: {
    /** The account. */
    id: p.string().primary(),
    state: p.json<Officer>(),
    agency: p.string(),
    status: p.string(),
  },
});
export class OfficerRow extends officerSchema.class {}
officerSchema.setClass(OfficerRow);
