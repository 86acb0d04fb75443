import { defineEvent } from '../contract.js';
import { Code, CreditCode, InstantText, Nested, Optional, Text, Uuid } from '../fields.js';
import { FileReference } from '../parts/index.js';

/** The agency 中介服务机构 that answers for a report. */
export class ReportingAgency {
  @Text({ max: 200 }) name!: string;
  @CreditCode() uscc!: string;
}

export class ReportDeliveredPayload {
  /** Number of the market's project 中介服务项目编号. */
  @Text({ max: 60 }) projectNumber!: string;
  /** The application whose material this is; absent for a project that was published without one. */
  @Optional() @Uuid() applicationId?: string;
  @Optional() @Code() itemCode?: string;
  @Optional() @Code() materialCode?: string;
  @Nested(() => ReportingAgency) agency!: ReportingAgency;
  @Text({ max: 60 }) contractNumber!: string;
  /** The report, by its hash. */
  @Nested(() => FileReference) file!: FileReference;
  @InstantText() deliveredAt!: string;
}

export const ReportDeliveredV1 = defineEvent({
  name: 'intermediary-market.report-delivered',
  version: 1,
  heardBy: ['intake'],
  payload: ReportDeliveredPayload,
  summary: {
    zh: '中介服务成果已交付',
    en: 'The awarded agency has delivered its report',
  },
});
