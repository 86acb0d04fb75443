import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** What a decision rests on beside its track: the departments that were asked, and how many permits there are. */
export class Opinions20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(DUE_WHILE_AWAITED);
    this.addSql(DEPARTMENTS_ASKED);
    this.addSql(
      aggregateTableSql('consultation', {
        runtimeRole,
        columns: {
          case_number: of(`state->>'caseNumber'`),
          region: of(`state->>'region'`),
          status: of(`state->>'status'`),
          departments: `text[] generated always as (departments_asked(state, false)) stored`,
          awaited: `text[] generated always as (departments_asked(state, true)) stored`,
        },
      }),
    );
    this.addSql(aggregateTableSql('interest', { runtimeRole }));
    this.addSql(aggregateTableSql('quota', { runtimeRole }));
    this.addSql(`create index track_item on track ((state->>'item'), case_number);`);
    this.addSql('create index consultation_case_number on consultation (case_number);');
    this.addSql('create index consultation_departments on consultation using gin (departments);');
    this.addSql('create index consultation_awaited on consultation using gin (awaited);');
  }
}

/** What was withdrawn is not awaited, as what was decided is not. */
const DUE_WHILE_AWAITED = `
alter table track alter column due_on set expression as (
  case when state->>'status' not in ('granted', 'refused', 'withdrawn')
    and state#>'{dates,statutory,haltedSince}' is null then state#>>'{dates,statutory,due}' end);
`;

const DEPARTMENTS_ASKED = `
create function departments_asked(state jsonb, unanswered boolean) returns text[]
language sql immutable parallel safe strict as $departments$
  select coalesce(array_agg(distinct asked->>'department'), '{}')
  from jsonb_array_elements(state->'requests') asked
  where not unanswered or (asked->'answer' is null and not exists (
    select 1 from jsonb_array_elements(state->'requests') later
    where later->>'department' = asked->>'department'
      and (later->>'round')::int > (asked->>'round')::int))
$departments$;
`;
