import { aggregateTableSql } from '@onewindow/journal';
import { SEARCH_GRAMS_SQL, searchIndexSql, ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/**
 * The tables of approval. What is indexed never changes in the life of a case, so that its updates touch no index
 * (heap-only tuples).
 */
export class Tables20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(AGENCIES_OF_CASE);
    this.addSql(SEARCH_GRAMS_SQL);
    this.cases();
    this.tracks();
    const { runtimeRole } = this;
    const caseNumber = { case_number: of(`state->>'caseNumber'`) };
    this.addSql(aggregateTableSql('inspection', { runtimeRole, columns: caseNumber }));
    this.addSql('create index inspection_case_number on inspection (case_number);');
    this.addSql(aggregateTableSql('licence', { runtimeRole }));
    const status = { status: of(`state->>'status'`) };
    this.addSql(
      aggregateTableSql('handover', { runtimeRole, columns: { ...caseNumber, ...status } }),
    );
    this.addSql('create index handover_case_number on handover (case_number);');
    this.addSql(`create index handover_waiting on handover (id) where status = 'waiting';`);
  }

  private cases(): void {
    this.addSql(
      aggregateTableSql('case', {
        runtimeRole: this.runtimeRole,
        columns: {
          application_id: of(`state->>'applicationId'`),
          status: of(`state->>'status'`),
          region: of(`state->>'region'`),
          applicant_account: of(`state->>'applicantAccount'`),
          credit_code: of(`state#>>'{applicant,creditCode}'`),
          applicant_name: of(`state#>>'{applicant,name}'`),
          accepted_at: of(`state->>'acceptedAt'`),
          agencies: `text[] generated always as (agencies_of_case(state)) stored`,
          search_text: of(
            `lower((state->>'caseNumber') || ' ' || (state#>>'{applicant,name}') || ' ' || (state#>>'{premises,name}'))`,
          ),
        },
      }),
    );
    const newestFirst = 'accepted_at desc, id desc';
    for (const statement of [
      'create unique index one_case_for_an_application on "case" (application_id);',
      `create index case_region on "case" (region, ${newestFirst});`,
      `create index case_account on "case" (applicant_account, ${newestFirst});`,
      `create index case_credit_code on "case" (credit_code, ${newestFirst});`,
      'create index case_agencies on "case" using gin (agencies);',
      searchIndexSql('case'),
    ]) {
      this.addSql(statement);
    }
  }

  private tracks(): void {
    this.addSql(
      aggregateTableSql('track', {
        runtimeRole: this.runtimeRole,
        columns: {
          case_number: of(`state->>'caseNumber'`),
          due_on: of(
            `case when state->>'status' not in ('granted', 'refused') and state#>'{dates,statutory,haltedSince}' is null then state#>>'{dates,statutory,due}' end`,
          ),
        },
      }),
    );
    this.addSql('create index track_case_number on track (case_number);');
  }
}

const AGENCIES_OF_CASE = `
create function agencies_of_case(state jsonb) returns text[]
language sql immutable parallel safe strict as $agencies$
  select coalesce(array_agg(distinct track->>'agency'), '{}')
  from jsonb_array_elements(state->'tracks') track
$agencies$;
`;
