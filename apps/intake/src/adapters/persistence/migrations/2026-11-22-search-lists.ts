import { ServiceMigration } from '@onewindow/service';

/**
 * The items of a gram are one list in its row: a search reads some lists instead of some thousand rows. The index is made again
 * from the catalogue.
 */
export class SearchLists20261122 extends ServiceMigration {
  override up(): void {
    const { runtimeRole } = this;
    const role = `"${runtimeRole.replaceAll('"', '""')}"`;
    this.addSql(`drop table search_posting;
drop table search_gram;
create table search_gram (
  gram text primary key,
  postings int[] not null,
  items int not null generated always as (cardinality(postings)) stored
);
create table search_size (items int not null);
insert into search_size values (0);
truncate search_item, search_todo;
insert into search_todo (item) select id from catalogue_item;
grant select, insert, update, delete on search_gram, search_size to ${role};
create function know_catalogue() returns void
language plpgsql security definer set search_path from current as $know$
begin
  analyze catalogue_item, implementation, item_version, search_item, search_gram;
end
$know$;
revoke all on function know_catalogue() from public;
grant execute on function know_catalogue() to ${role};`);
  }
}
