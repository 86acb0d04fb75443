import { ServiceMigration } from '@onewindow/service';

/**
 * Searches among a million cases: narrow rows of their own with an index by month, so that a search begins with the newest month and
 * ends with the first that has enough; what they cost is in docs/benchmarks.md.
 */
export class Searches20261122 extends ServiceMigration {
  override up(): void {
    this.addSql(SEARCHED_GRAMS);
    this.addSql(ASKED_GRAMS);
    this.addSql(SEEN_BY);
    this.addSql(SEARCHED_CASES);
    this.addSql(`grant select on searched_case to "${this.runtimeRole}";`);
    this.addSql('drop index case_search;');
    this.addSql('analyze searched_case, listed_case;');
  }
}

/**
 * What of a text is indexed, each behind the same prefix: what `case_grams` has, and every six digits in a row, because three digits
 * of a number stand in most numbers. It goes through the text from its end: `one` and the two behind it; nothing with a space in it.
 */
const SEARCHED_GRAMS = `
create function searched_grams(prefix text, content text) returns text[]
language plpgsql immutable parallel safe strict cost 1000 as $grams$
declare
  characters text[] := string_to_array(content, null);
  grams text[] := '{}';
  digits int := 0;
  one text; two text; three text;
  is_wide bool; is_two_wide bool; is_three_wide bool;
begin
  for at in reverse coalesce(cardinality(characters), 0) .. 1 loop
    three := two; is_three_wide := is_two_wide;
    two := one; is_two_wide := is_wide;
    one := nullif(characters[at], ' '); is_wide := one > '~';
    digits := case when one between '0' and '9' then digits + 1 else 0 end;
    if one is null then continue; end if;
    if digits = 0 and one <> '-' then grams := grams || (prefix || one); end if;
    if digits >= 6 then grams := grams || (prefix || array_to_string(characters[at : at + 5], '')); end if;
    if two is null then continue; end if;
    if is_wide = is_two_wide then grams := grams || (prefix || one || two); end if;
    if three is null then continue; end if;
    if not (is_wide and is_two_wide and is_three_wide) then grams := grams || (prefix || one || two || three); end if;
  end loop;
  return grams;
end
$grams$;
`;

/** Those of a text that somebody looks for, without what a longer one of them says already. */
const ASKED_GRAMS = `
create function asked_of_cases(content text) returns text[]
language sql immutable parallel safe strict as $asked$
  with gram as materialized (select distinct unnest(searched_grams('', content)) as gram)
  select coalesce(array_agg(gram), '{}') from gram
  where not exists (
    select 1 from gram longer
    where length(longer.gram) > length(gram.gram) and position(gram.gram in longer.gram) > 0)
$asked$;
`;

/** Who sees a case, told from its text by spaces: no gram has one. */
const SEEN_BY = `
create function seen_by(prefix text, region text, agencies text[]) returns text[]
language sql immutable parallel safe as $seen$
  select array_agg(prefix || ' ' || region || ' ' || agency) from unnest(agencies) agency
$seen$;
`;

/** Rows follow from the case, in the transaction that saves it, as those of the lists do; only its status is changed often. */
const SEARCHED_CASES = `
create table searched_case (
  case_number text primary key,
  region text not null,
  agencies text[] not null,
  accepted_at text not null,
  status text not null,
  search_text text not null
) with (fillfactor = 90);

insert into searched_case (case_number, region, agencies, accepted_at, status, search_text)
  select id, region, agencies, accepted_at, status, search_text from "case" order by accepted_at, id;

-- What waits to be put into the index is looked through again for each month; putting in each case by itself costs twice as much.
create index searched_case_grams on searched_case using gin (
  (searched_grams(left(accepted_at, 7), search_text) || seen_by(left(accepted_at, 7), region, agencies || ''::text))
) with (gin_pending_list_limit = 64);
-- A month is read in a fraction of the time that it takes to start those who help; the index may be made by several.
alter table searched_case set (parallel_workers = 0);

create function search_case() returns trigger
language plpgsql security definer set search_path from current as $search$
begin
  if tg_op = 'INSERT' then
    insert into searched_case (case_number, region, agencies, accepted_at, status, search_text)
      values (new.id, new.region, new.agencies, new.accepted_at, new.status, new.search_text);
  elsif old.status is distinct from new.status or old.agencies is distinct from new.agencies then
    update searched_case s set status = new.status, agencies = new.agencies where s.case_number = new.id;
  end if;
  return null;
end
$search$;

create trigger search_case after insert or update of state on "case"
  for each row execute function search_case();
`;
