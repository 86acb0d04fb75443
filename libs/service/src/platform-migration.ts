import { journalMigrationSql, journalReferencesSql } from '@onewindow/journal';
import { ServiceMigration } from './service-migration.js';

/** The tables that every service has: the journal's, and what the watch over the host's clock remembers. */
export class PlatformMigration extends ServiceMigration {
  override up(): void {
    this.addSql(journalMigrationSql({ runtimeRole: this.runtimeRole }));
    this.addSql(clockWatchSql(this.runtimeRole));
  }
}

/** What decisions rest on beside aggregates; on a database from before, the commit function with it. */
export class ReferencesMigration extends ServiceMigration {
  override up(): void {
    this.addSql(journalReferencesSql({ runtimeRole: this.runtimeRole }));
  }
}

const clockWatchSql = (role: string): string => `
create table clock_watch (
  single boolean primary key default true check (single),
  host_seen_at timestamptz,
  halted_at timestamptz,
  reason text
);
insert into clock_watch default values;
grant select, update on clock_watch to "${role.replaceAll('"', '""')}";
`;
