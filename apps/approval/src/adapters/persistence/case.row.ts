import { defineEntity, p } from '@mikro-orm/core';
import type { Case } from '../../domain/case/case.js';

/** A case as lists find it; the columns beside the state are derived from it by the database. */
export const caseSchema = defineEntity({
  name: 'CaseRow',
  tableName: 'case',
  properties: {
    /** The case number. */
    id: p.string().primary(),
    state: p.json<Case>().lazy(),
    status: p.string(),
    region: p.string(),
    applicantAccount: p.string(),
    creditCode: p.string(),
    applicantName: p.string(),
    acceptedAt: p.string(),
    agencies: p.array(),
    searchText: p.string().lazy(),
  },
});
export class CaseRow extends caseSchema.class {}
caseSchema.setClass(CaseRow);
