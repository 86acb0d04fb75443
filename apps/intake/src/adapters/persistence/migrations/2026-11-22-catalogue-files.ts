import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** Implementations of items by district, and files that were handed in for the catalogue. */
export class CatalogueFiles20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(
      aggregateTableSql('implementation', {
        runtimeRole,
        columns: {
          item: of(`state->>'item'`),
          district: of(`state->>'district'`),
          level: of(`state->>'level'`),
          agency: of(`state->>'agency'`),
          agency_name: of(`state->>'agencyName'`),
        },
      }),
    );
    this.addSql('create index implementation_item on implementation (item, district);');
    this.addSql('create index implementation_agency on implementation (agency, id);');
    this.addSql('create index implementation_district on implementation (district, id);');
    this.addSql(
      `alter table bundle add column planned boolean generated always as (state ? 'plan') stored,
        add column offered boolean generated always as (jsonb_array_length(state->'items') > 0) stored;`,
    );
    this.addSql(aggregateTableSql('catalogue-import', { runtimeRole }));
  }
}
