import { ServiceMigration } from '@onewindow/service';

/** Lists and searches among a million cases; what they cost is in docs/benchmarks.md. */
export class Lists20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(CASE_GRAMS);
    this.addSql(ASKED_GRAMS);
    for (const table of ['case', 'task']) {
      this.addSql(`drop index ${table}_search;`);
      this.addSql(searchIndexSql(table));
    }
    this.addSql('create index task_item on task (agency, item, urgency, id);');
    this.addSql(LISTED_CASES);
    this.addSql(`grant select on listed_case to "${this.runtimeRole}";`);
    this.addSql('drop index case_region;');
    this.addSql('drop index case_agencies;');
    // Until it knows the grams PostgreSQL guesses that every search finds thousands.
    this.addSql('analyze "case", listed_case, task;');
  }
}

/** New rows are searched one by one until they are in the index; the fewer may wait, the less a search depends on the moment. */
const searchIndexSql = (table: string): string =>
  `create index ${table}_search on "${table}" using gin (case_grams(search_text)) with (gin_pending_list_limit = 256);`;

/**
 * What of a text is indexed: every Chinese character, every pair of them, and every two and three others in a row; three in a row of
 * both kinds, because a house is told from others by a number beside a character. Nothing with a space in it.
 */
const CASE_GRAMS = `
create function case_grams(content text) returns text[]
language plpgsql immutable parallel safe strict cost 1000 as $grams$
declare
  characters text[] := string_to_array(content, null);
  grams text[] := '{}';
  one text; two text; three text;
begin
  for at in 1 .. coalesce(cardinality(characters), 0) loop
    one := characters[at]; two := characters[at + 1]; three := characters[at + 2];
    if one = ' ' then continue; end if;
    if one !~ '[0-9-]' then grams := grams || one; end if;
    if two is null or two = ' ' then continue; end if;
    if (ascii(one) > 127) = (ascii(two) > 127) then grams := grams || (one || two); end if;
    if three is null or three = ' ' then continue; end if;
    if least(ascii(one), ascii(two), ascii(three)) <= 127 then grams := grams || (one || two || three); end if;
  end loop;
  return grams;
end
$grams$;
`;

/** Those of a text that somebody looks for, without what a longer one of them says already. */
const ASKED_GRAMS = `
create function asked_grams(content text) returns text[]
language sql immutable parallel safe strict as $asked$
  select coalesce(array_agg(distinct gram), '{}')
  from unnest(case_grams(content)) gram
  where not exists (
    select 1 from unnest(case_grams(content)) longer
    where length(longer) > length(gram) and position(gram in longer) > 0)
$asked$;
`;

/**
 * Every case once for each agency that has a part in it, and once for its region: a list begins with its newest row by index, however
 * small the part of an agency is. The rows follow from the case, in the transaction that saves it, and nobody else writes them.
 */
const LISTED_CASES = `
create table listed_case (
  region text not null,
  -- Empty: for those who see every case of the region.
  agency text not null,
  accepted_at text not null,
  case_number text not null,
  status text not null,
  -- Looked through in the order of a list, which a look at each case would make ten times dearer.
  search_text text not null,
  primary key (case_number, agency)
) with (fillfactor = 80);

insert into listed_case (region, agency, accepted_at, case_number, status, search_text)
  select c.region, agency, c.accepted_at, c.id, c.status, c.search_text
  from "case" c, unnest(c.agencies || ''::text) agency;

create index listed_case_newest on listed_case (region, agency, accepted_at desc, case_number desc);
create index listed_case_unclosed on listed_case (region, agency, status, accepted_at desc, case_number desc)
  where status <> 'closed';

create function list_case() returns trigger
language plpgsql security definer set search_path from current as $list$
begin
  if tg_op = 'UPDATE' then
    if old.agencies is distinct from new.agencies then
      delete from listed_case l where l.case_number = new.id and l.agency <> all(new.agencies || ''::text);
    elsif old.status is not distinct from new.status then
      return null;
    end if;
  end if;
  insert into listed_case (region, agency, accepted_at, case_number, status, search_text)
    select new.region, agency, new.accepted_at, new.id, new.status, new.search_text
    from unnest(new.agencies || ''::text) agency
    on conflict (case_number, agency) do update set status = excluded.status
      where listed_case.status is distinct from excluded.status;
  return null;
end
$list$;

create trigger list_case after insert or update of state on "case"
  for each row execute function list_case();
`;
