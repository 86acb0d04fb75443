import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/** Editions of bundles, each as it was published. */
export class Bundles20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(aggregateTableSql('bundle-edition', { runtimeRole: this.runtimeRole }));
  }
}
