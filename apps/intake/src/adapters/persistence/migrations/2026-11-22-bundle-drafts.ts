import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/** Drafts of bundles, and their editions in the order of their numbers. */
export class BundleDrafts20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(aggregateTableSql('bundle-draft', { runtimeRole: this.runtimeRole }));
    this.addSql(
      `alter table bundle_edition
        add column code text generated always as (state->>'code') stored,
        add column number int generated always as ((state->>'edition')::int) stored;`,
    );
    this.addSql('create unique index bundle_edition_number on bundle_edition (code, number);');
  }
}
