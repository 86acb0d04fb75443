import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/** What other services are told of the catalogue, and who was told. */
export class CatalogueNotices20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      aggregateTableSql('catalogue-notice', {
        runtimeRole: this.runtimeRole,
        columns: {
          at: `text generated always as (state->>'at') stored`,
          told_to: `jsonb generated always as (state->'toldTo') stored`,
        },
      }),
    );
  }
}
