import { ServiceMigration } from '@onewindow/service';

/**
 * The tracks of an item in the order of their acceptance, decided or not: which place somebody has under a quota (许可法 57). Nothing in
 * it ever moves, so that only a new track touches it.
 */
export class Acceptance20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      'create index track_accepted on track (item, region, accepted_at, case_number collate "C");',
    );
  }
}
