import { defineEntity, p } from '@mikro-orm/core';
import type { Case } from '../../domain/case/case.js';

/** A single case; lists read the columns that the database derives from its state. */
export const caseSchema = defineEntity({
  name: 'CaseRow',
  tableName: 'case',
  properties: {
    /** The case number. */
    id: p.string().primary(),
    state: p.json<Case>(),
  },
});
export class CaseRow extends caseSchema.class {}
caseSchema.setClass(CaseRow);
