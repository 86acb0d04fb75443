import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/** Process definitions: the one in force for each item, and every version as it was published. */
export class Processes20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(aggregateTableSql('process', { runtimeRole }));
    this.addSql(aggregateTableSql('process-version', { runtimeRole }));
    this.addSql(AGENCIES_OF_CASE);
  }
}

/** With those that have a stage of another agency’s track to do. */
const AGENCIES_OF_CASE = `
create or replace function agencies_of_case(state jsonb) returns text[]
language sql immutable parallel safe strict as $agencies$
  select coalesce(array_agg(distinct agency), '{}') from (
    select track->>'agency' as agency from jsonb_array_elements(state->'tracks') track
    union select jsonb_array_elements_text(coalesce(state->'alsoAgencies', '[]'::jsonb))
  ) agencies
$agencies$;
`;
