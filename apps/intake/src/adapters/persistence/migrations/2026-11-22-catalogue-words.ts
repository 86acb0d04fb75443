import { aggregateTableSql } from '@onewindow/journal';
import { ServiceMigration } from '@onewindow/service';

/**
 * The words by which items are searched: an index beside the catalogue that can be made again at any time. What is published
 * is queued in the same transaction; whoever searches or has nothing else to do takes it from there. An item has a number in it,
 * because a posting names its item some eighty times.
 */
export class CatalogueWords20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    const role = `"${runtimeRole.replaceAll('"', '""')}"`;
    this.addSql('alter table catalogue_item drop column search_words;');
    this.addSql(aggregateTableSql('synonyms', { runtimeRole }));
    this
      .addSql(`create table search_todo (id bigint generated always as identity primary key, item text not null);
create table search_item (
  number int generated always as identity primary key,
  item text not null unique,
  fields jsonb not null
);
create table search_gram (gram text primary key, items int not null);
create table search_posting (
  gram text not null,
  number int not null,
  weight real not null,
  primary key (gram, number) include (weight)
);
create index search_posting_number on search_posting (number);
grant select, insert, update, delete on search_todo, search_item, search_gram, search_posting to ${role};
create function search_later() returns trigger language plpgsql as $later$
begin
  insert into search_todo (item) select id from published;
  return null;
end
$later$;
create trigger search_later_inserted after insert on catalogue_item
  referencing new table as published for each statement execute function search_later();
create trigger search_later_updated after update on catalogue_item
  referencing new table as published for each statement execute function search_later();
insert into search_todo (item) select id from catalogue_item;`);
  }
}
