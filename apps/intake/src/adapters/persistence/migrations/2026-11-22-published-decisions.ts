import { searchIndexSql, ServiceMigration } from '@onewindow/service';

/** What published decisions are looked up by: number, item and holder. Other papers are not searched. */
export class PublishedDecisions20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      `alter table paper add column search_text text generated always as (
        case when kind = 'decision-granted'
          then lower(number || ' ' || coalesce(item_name, '') || ' ' || coalesce(holder, '')) end) stored;`,
    );
    this.addSql(searchIndexSql('paper'));
  }
}
