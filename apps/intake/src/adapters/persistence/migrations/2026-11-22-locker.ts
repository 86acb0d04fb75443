import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

const of = (path: string) => `text generated always as (${path}) stored`;

/** The material locker 材料库: files that their owners may use again. */
export class Locker20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      aggregateTableSql('locker-file', {
        runtimeRole: this.runtimeRole,
        columns: {
          owner_account: of(`state#>>'{owner,account}'`),
          credit_code: of(`state#>>'{owner,creditCode}'`),
          material: of(`state->>'material'`),
          stored_at: of(`state->>'storedAt'`),
        },
      }),
    );
    const newestFirst = 'stored_at desc, id desc';
    this.addSql(`create index locker_file_account on locker_file (owner_account, ${newestFirst});`);
    this.addSql(
      `create index locker_file_credit_code on locker_file (credit_code, ${newestFirst});`,
    );
  }
}
