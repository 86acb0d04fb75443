import { aggregateTableSql } from '@onewindow/journal';
import { numberSeriesSql, ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** The tables of the market. The register of sign-ups derives no column: nothing may list or count it. */
export class Tables20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(
      aggregateTableSql('project', {
        runtimeRole,
        columns: {
          title: of(`state->>'title'`),
          service_code: of(`state#>>'{service,code}'`),
          service_name: of(`state#>>'{service,name}'`),
          owner_name: of(`state#>>'{owner,name}'`),
          status: of(`state->>'status'`),
          published_at: of(`state->>'publishedAt'`),
          closes_at: of(`state->>'closesAt'`),
        },
      }),
    );
    const newestFirst = 'published_at desc, id desc';
    for (const columns of [newestFirst, `status, ${newestFirst}`, `service_code, ${newestFirst}`]) {
      this.addSql(`create index on project (${columns});`);
    }
    this.addSql(aggregateTableSql('sign-up-register', { runtimeRole }));
    this.addSql(
      aggregateTableSql('agency', {
        runtimeRole,
        columns: { name: of(`state->>'name'`), status: of(`state->>'status'`) },
      }),
    );
    this.addSql('create index on agency (name, id);');
    this.addSql(
      aggregateTableSql('need', {
        runtimeRole,
        columns: {
          status: of(`state->>'status'`),
          applicant_account: of(`state->>'applicantAccount'`),
          credit_code: of(`state#>>'{applicant,creditCode}'`),
          needed_since: of(`state->>'neededSince'`),
        },
      }),
    );
    this.addSql('create index on need (credit_code, needed_since desc);');
    this.addSql('create index on need (applicant_account, needed_since desc);');
    this.addSql(aggregateTableSql('listed-service', { runtimeRole }));
    this.addSql(numberSeriesSql(runtimeRole));
  }
}
