import { ServiceMigration } from '@onewindow/service';

/** Each record of service that took the place of a wrong one is a print of its own; the wrong one stays. */
export class CorrectedServices20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(`alter table paper_print drop constraint paper_print_part_check;
alter table paper_print add constraint paper_print_part_check
  check (part ~ '^(paper|service-record(-[1-9][0-9]*)?)$');`);
  }
}
