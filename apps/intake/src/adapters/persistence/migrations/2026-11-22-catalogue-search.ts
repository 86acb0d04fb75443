import { ServiceMigration } from '@onewindow/service';

/** What items are looked up by: their names and everyday words, themes and life events. */
export class CatalogueSearch20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(
      `alter table catalogue_item
        add column search_words text generated always as (lower(
          (state#>>'{item,name}') || ' ' || coalesce(state#>>'{item,resultName}', '') || ' ' ||
          coalesce(state#>>'{item,keywords}', ''))) stored,
        add column themes jsonb generated always as (state#>'{item,themes}') stored,
        add column life_events jsonb generated always as (state#>'{item,lifeEvents}') stored;`,
    );
  }
}
