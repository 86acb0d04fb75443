import { aggregateTableSql } from '@onewindow/journal';
import {
  numberSeriesSql,
  SEARCH_GRAMS_SQL,
  searchIndexSql,
  ServiceMigration,
} from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** The tables of intake: applications, the catalogue, and the number series of its papers. */
export class Tables20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(SEARCH_GRAMS_SQL);
    this.addSql(
      aggregateTableSql('application', {
        runtimeRole,
        columns: {
          number: of(`state->>'number'`),
          case_number: of(`state#>>'{acceptance,caseNumber}'`),
          status: of(`state->>'status'`),
          region: of(`state->>'region'`),
          applicant_account: of(`state->>'applicantAccount'`),
          credit_code: of(`state#>>'{applicant,creditCode}'`),
          applicant_name: of(`state#>>'{applicant,name}'`),
          received_at: of(`state->>'receivedAt'`),
          search_text: of(
            `lower((state->>'number') || ' ' || coalesce(state#>>'{acceptance,caseNumber}', '') || ' ' || (state#>>'{applicant,name}'))`,
          ),
        },
      }),
    );
    const newestFirst = 'received_at desc, id desc';
    for (const statement of [
      'create unique index application_number on application (number);',
      'create unique index application_case_number on application (case_number);',
      `create index application_region on application (region, ${newestFirst});`,
      `create index application_status on application (region, status, ${newestFirst});`,
      `create index application_credit_code on application (credit_code, ${newestFirst});`,
      `create index application_account on application (applicant_account, ${newestFirst});`,
      searchIndexSql('application'),
    ]) {
      this.addSql(statement);
    }
    this.addSql(
      aggregateTableSql('catalogue-item', {
        runtimeRole,
        columns: {
          name: of(`state#>>'{item,name}'`),
          deciding_agency_name: of(`state#>>'{item,decidingAgencyName}'`),
        },
      }),
    );
    this.addSql(aggregateTableSql('bundle', { runtimeRole }));
    this.addSql(numberSeriesSql(runtimeRole));
  }
}
