import { paperSeriesSql } from '@onewindow/documents';
import { ServiceMigration } from '@onewindow/service';

/** The register of papers: their numbers without gaps, their codes, and where their bytes are. */
export class Papers20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(paperSeriesSql(this.runtimeRole));
  }
}
