import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** The table of supervision: what was handed over to its departments. */
export class Tables20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      aggregateTableSql('handover', {
        runtimeRole: this.runtimeRole,
        columns: {
          department: of(`state->>'department'`),
          status: of(`state->>'status'`),
          received_at: of(`state->>'receivedAt'`),
        },
      }),
    );
    const newestFirst = 'received_at desc, id desc';
    this.addSql(`create index handover_department on handover (department, ${newestFirst});`);
    this.addSql(`create index handover_status on handover (department, status, ${newestFirst});`);
  }
}
