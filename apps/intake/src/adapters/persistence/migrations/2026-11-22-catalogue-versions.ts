import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** Drafts and published versions of items; an item that is retired is not listed any more. */
export class CatalogueVersions20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(aggregateTableSql('item-draft', { runtimeRole }));
    this.addSql(
      aggregateTableSql('item-version', {
        runtimeRole,
        columns: {
          code: of(`state->>'code'`),
          number: `int generated always as ((state->>'number')::int) stored`,
          in_force_since: of(`state->>'inForceSince'`),
        },
      }),
    );
    this.addSql('create unique index item_version_number on item_version (code, number);');
    this.addSql(
      `alter table catalogue_item add column retired_on ${of(`state#>>'{retired,on}'`)};`,
    );
  }
}
