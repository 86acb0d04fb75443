import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/** Questions that lead: those in force, and each version as it was published. */
export class Guidance20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    this.addSql(aggregateTableSql('guidance', { runtimeRole }));
    this.addSql(aggregateTableSql('guidance-version', { runtimeRole }));
  }
}
